package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.chengjie.Authenticator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Signing in without reading, with a second factor, and ending what one does not know (spec A5,
 * A7).
 */
@Tag("journey")
@ExtendWith(Story.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficerSecuresTheAccountTest {

    private static final String USER = "630000";
    private static final String PASSWORD = "qinghai-huhang-71";

    private final Look look = new Look();
    private @Nullable Authenticator phone;
    private List<String> paper = List.of();

    @Test
    @Order(1)
    void theBrowserWorksInPlaceOfReading() {
        try (var officer = Visitor.atADesk()) {
            officer.opens("/");
            officer.fillsTheEntrance("省级", USER, "not-it-2020");
            officer.button("不用看图，由电脑验证").focus();
            officer.press("Enter");
            worked(officer);
            look.at(officer, "entrance-worked");
            officer.button("登录").click();
            assertThat(officer.text("用户名或密码不对。请检查后再试。")).isVisible();
            worked(officer);
            officer.field("密码").fill("123456");
            officer.button("登录").click();
            officer.reads("修改密码");
            look.at(officer, "first-password-privacy");
            officer.changesTheInitialPassword("123456", PASSWORD, "王老师");
            officer.reads("工作台");
        }
    }

    @Test
    @Order(2)
    void setsUpTheSecondFactor() {
        try (var officer = Visitor.atADesk()) {
            officer.signsIn("省级", USER, PASSWORD);
            officer.link("账号安全").click();
            officer.reads("账号安全");
            look.at(officer, "security");
            officer.link("启用").click();
            look.at(officer, "second-factor");
            officer.field("密码").fill(PASSWORD);
            officer.button("开始设置").click();
            phone = new Authenticator(officer.page().locator(".by-hand").innerText());
            look.at(officer, "second-factor-picture");
            officer.field("填应用显示的 6 位验证码").fill("000000");
            officer.button("确认启用").click();
            assertThat(officer.text("验证码不对。")).isVisible();
            officer.field("填应用显示的 6 位验证码").fill(code(-1));
            officer.button("确认启用").click();
            assertThat(officer.text("两步验证已启用。")).isVisible();
            paper = officer.page().locator(".codes code").allInnerTexts();
            look.at(officer, "second-factor-codes");
        }
    }

    @Test
    @Order(3)
    void comesInWithACodeAndEndsTheOtherSignIn() {
        try (var officer = Visitor.atADesk();
                var other = Visitor.atADesk()) {
            other.signsIn("省级", USER, PASSWORD);
            other.reads("两步验证");
            other.field("验证码").fill(paper.getFirst());
            other.button("继续").click();
            other.reads("工作台");
            officer.signsIn("省级", USER, PASSWORD);
            officer.reads("两步验证");
            officer.field("验证码").fill(paper.getFirst());
            officer.button("继续").click();
            assertThat(officer.text("验证码不对，或已经用过。")).isVisible();
            look.at(officer, "sign-in-code");
            officer.field("验证码").fill(code(1));
            officer.button("继续").click();
            officer.reads("工作台");
            officer.opens("/account/security");
            assertThat(officer.text("备用码还剩 7 个")).isVisible();
            look.at(officer, "security-two");
            // The other's, and those of the two stories before, which nobody has signed out.
            officer.button("结束其他 3 处登录").click();
            assertThat(officer.text("已结束其他登录，只保留这一处。")).isVisible();
            other.opens("/province/desk");
            assertThat(other.button("登录")).isVisible();
        }
    }

    private static void worked(Visitor visitor) {
        assertThat(visitor.text("已由电脑验证，不用填验证码。"))
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
    }

    private String code(int steps) {
        return Objects.requireNonNull(phone).code(Instant.now(), steps);
    }
}
