package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
    void sendsAwayInsteadOfKeepingEverybodyWaiting() {
        var storm = new Passwords(0, Duration.ZERO);
        assertThatThrownBy(() -> storm.matchNobody("hdzy2020")).isInstanceOf(Passwords.Busy.class);
    }
}
