package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of second factors whose key is missing or another (spec A7). */
@PageTest
class VaultCheckTest {

    private static final Vault NONE = new Vault(Optional.empty());
    private static final Vault OTHER =
            new Vault(Optional.of("another-secret-than-that-of-the-tests"));

    @Autowired private SecondFactors factors;
    @Autowired private Accounts accounts;
    @Autowired private Vault vault;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;

    private Actor officer;

    @BeforeEach
    void settle() {
        people.settled();
        officer =
                accounts.byUserName(People.PROVINCE)
                        .orElseThrow()
                        .actor("10.1.1.1", Instant.parse("2020-11-02T02:00:00Z"));
    }

    @Test
    void startsWithoutAKeyWhereNobodyHasASecondFactor() {
        assertThatCode(() -> check(NONE)).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithoutTheKeyOrWithAnother() {
        factors.begin(officer);
        assertThatCode(() -> check(vault)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(NONE)).hasMessageContaining("CHENGJIE_SECRET");
        assertThatThrownBy(() -> check(OTHER)).hasMessageContaining("CHENGJIE_SECRET");
    }

    @Test
    void setsNoneUpWithoutAKey() {
        assertThatThrownBy(() -> new SecondFactors(jdbc, NONE, events).begin(officer))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("还没有设置两步验证的密钥");
    }

    private void check(Vault which) {
        new VaultCheck(jdbc, which).afterSingletonsInstantiated();
    }
}
