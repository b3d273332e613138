package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

    @Test
    void comparesWithWhatWasHashed() throws Exception {
        var passwords = new Passwords(1, Duration.ZERO);
        var hash = passwords.hash("hdzy2020");
        assertThat(passwords.matches("hdzy2020", hash)).isTrue();
        assertThat(passwords.matches("hdzy2021", hash)).isFalse();
        assertThat(passwords.hash("hdzy2020")).isNotEqualTo(hash);
    }

    @Test
    void comparesAsLongWhereThereIsNoAccount() {
        var hash = new Passwords(1, Duration.ZERO).hash("hdzy2020");
        assertThat(Passwords.NOBODY)
                .startsWith(hash.substring(0, "$2a$10$".length()))
                .hasSameSizeAs(hash);
        // It throws where it cannot read the hash, which would not be compared with at all.
        assertThat(new BCryptPasswordEncoder().upgradeEncoding(Passwords.NOBODY)).isFalse();
    }

    @Test
    void sendsAwayInsteadOfKeepingEverybodyWaiting() {
        var storm = new Passwords(0, Duration.ZERO);
        assertThatThrownBy(() -> storm.matchNobody("hdzy2020")).isInstanceOf(Passwords.Busy.class);
    }
}
