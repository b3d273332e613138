package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CaptchaSettingTest {

    @Test
    void isOffOnlyWhereTheDatabaseIsOurOwn() {
        assertThat(new CaptchaSetting("on", false).on()).isTrue();
        assertThat(new CaptchaSetting("off", true).on()).isFalse();
        assertThatThrownBy(() -> new CaptchaSetting("off", false))
                .hasMessageContaining("embedded database only");
    }
}
