package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class InitialPasswordsTest {

    @Test
    void drawsTenLettersAndDigitsThatNobodyMisreadsAndNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var drawn = InitialPasswords.draw();
            assertThat(drawn)
                    .matches("[a-zA-Z2-9]{10}")
                    .doesNotContainPattern("[0O1lIo]")
                    .containsPattern("\\d")
                    .containsPattern("[a-zA-Z]");
            assertThat(seen.add(drawn)).isTrue();
        }
    }

    @Test
    void allowsOneForAllOnlyInTheDemonstrationUnlessAllowedByName() {
        assertThat(new FixedInitial("", true).allowed()).isTrue();
        assertThat(new FixedInitial("", false).allowed()).isFalse();
        assertThat(new FixedInitial("allowed", false).allowed()).isTrue();
        assertThat(new FixedInitial("refused", true).allowed()).isFalse();
        assertThatThrownBy(() -> new FixedInitial("yes", true)).hasMessageContaining("allowed");
    }

    @Test
    void tellsNoPasswordByAccident() {
        assertThat(new Handed("甲校", "1234567890", "secret").toString()).doesNotContain("secret");
    }
}
