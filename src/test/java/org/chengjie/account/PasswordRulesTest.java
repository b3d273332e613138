package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengjie.account.PasswordBounds.Bounds;
import org.chengjie.account.PasswordBounds.Superior;
import org.chengjie.shared.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new password must be like (spec A4, A7). */
class PasswordRulesTest {

    private static final PasswordRules RULES = new PasswordRules(6, 20);

    @ParameterizedTest
    @ValueSource(strings = {"hdzy20", "Hdzy!2020", "a1234567890123456789", "2o2o-zhi"})
    void takesSixToTwentyMixed(String password) {
        assertThat(RULES.fault(password, "4113011034")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 还没有填新密码",
        "hd202, 6–20 位",
        "a12345678901234567890, 6–20 位",
        "123456, 数字和字母混合",
        "abcdefgh, 数字和字母混合",
        "hd zy 2020, 不能有空格",
        "ｈｄｚｙ２０２０, 全角",
        "密码hdzy2020, 键盘上的字母",
        "a123456, 常见密码",
        "Woaini1314, 常见密码",
        "qwe123, 常见密码",
        "abc123, 常见密码",
        "zhongguo2020, 常见密码",
        "1qaz2wsx3edc, 常见密码",
        "P@ssw0rd, 常见密码",
        "school4113, 和用户名相同"
    })
    void saysWhatIsWrong(String password, String words) {
        assertThat(RULES.fault(password, "school4113").orElse("")).contains(words);
    }

    @Test
    void asksMoreOfProvinceAndMinistry() {
        var bounds = new PasswordBounds(new Bounds(6, 20), new Superior(10, 20));
        assertThat(bounds.rules(Tier.SCHOOL).fault("hdzy2020", "x")).isEmpty();
        assertThat(bounds.rules(Tier.PROVINCE).fault("hdzy2020", "x")).isPresent();
        assertThat(bounds.rules(Tier.MINISTRY).fault("hdzy2020", "x")).isPresent();
        assertThat(bounds.rules(Tier.PROVINCE).fault("hebei-2020-x", "x")).isEmpty();
    }

    @Test
    void letsAnInstallationRaiseTheBoundsUpToSixtyFourAndNotLowerThem() {
        var raised = new PasswordBounds(new Bounds(12, 64), new Superior(14, 64));
        assertThat(raised.rules(Tier.SCHOOL).fault("x1".repeat(32), "x")).isEmpty();
        assertThat(raised.rules(Tier.SCHOOL).fault("hdzy2020", "x")).isPresent();
        assertThatThrownBy(() -> new PasswordBounds(new Bounds(6, 65), new Superior(10, 20)))
                .hasMessageContaining("64");
        assertThatThrownBy(() -> new PasswordBounds(new Bounds(6, 20), new Superior(8, 20)))
                .hasMessageContaining("at least 10");
    }
}
