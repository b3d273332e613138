package org.chengjie.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How an entry hangs on the one before it: the link's hash covers the hash before, the link's own
 * place, and every field of the entry (spec X1). With a key that is not in the database, whoever
 * has only the database cannot make a chain anew.
 */
@Component
class Chains {

    /** Before the first link. */
    static final String START = "0".repeat(64);

    /**
     * So many entries are read at a time, for one tells up to a whole form: thousands of them at
     * once would outlive a young collection, and the heap would grow to its limit.
     */
    static final int SLICE = 100;

    /** The columns that {@link #content} reads, of the entry {@code e}. */
    static final String COLUMNS =
            """
            e.id, e.chain, (extract(epoch from e.at) * 1000000)::bigint as micros, e.account_id, e.actor, e.address,
            e.action, e.subject, e.subject_path, e.reason, e.changes::text as changes
            """;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Chains(@Value("${chengjie.audit-key}") String key) {
        var given = key.isBlank() ? "chengjie" : key.strip();
        this.key = new SecretKeySpec(given.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Every field with its length before it, so that none can be taken for its neighbour. */
    static String content(ResultSet row) throws SQLException {
        var content = new StringBuilder();
        for (var column :
                new String[] {
                    "id",
                    "micros",
                    "account_id",
                    "actor",
                    "address",
                    "action",
                    "subject",
                    "subject_path",
                    "reason",
                    "changes"
                }) {
            var value = row.getString(column);
            content.append(value == null ? "-" : value.length() + ":" + value).append(';');
        }
        return content.toString();
    }

    String hash(String before, long chain, long position, long sealedAtMicros, String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            mac.update(
                    "%d/%d/%d/%s"
                            .formatted(chain, position, sealedAtMicros, content)
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
