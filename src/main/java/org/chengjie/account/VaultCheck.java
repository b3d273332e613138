package org.chengjie.account;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with second factors that cannot be read: nobody would get in with his app, and
 * nobody must get in without (spec A7).
 */
@Component
class VaultCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final Vault vault;

    VaultCheck(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** All are sealed with the same key, so one tells. */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("select account_id, secret from account.second_factor limit 1")
                .query((row, n) -> opens(row.getBytes("secret"), row.getLong("account_id")))
                .optional()
                .filter(opened -> !opened)
                .ifPresent(closed -> {
                    throw new IllegalStateException(
                            """
                            chengjie.secret (CHENGJIE_SECRET) is not the one that the second factors in this database are sealed with. \
                            Set the former one again. Where it is lost for good: delete from account.second_factor; \
                            their holders then sign in with the password alone and set up a new one.\
                            """);
                });
    }

    private boolean opens(byte[] sealed, long accountId) {
        try {
            return vault.hasKey() && vault.open(sealed, accountId).length > 0;
        } catch (Vault.WrongKey e) {
            return false;
        }
    }
}
