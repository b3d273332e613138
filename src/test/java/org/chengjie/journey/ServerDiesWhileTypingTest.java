package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server is killed with -9 while somebody types, and comes back (spec F6). */
@Tag("journey")
class ServerDiesWhileTypingTest {

    private static final String CODE = "4114013528";
    private static final LocatorAssertions.HasTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    @Test
    void costsNoKeyStroke() {
        try (var server = new KilledServer();
                var school =
                        new Visitor(
                                        new Browser.NewContextOptions().setViewportSize(1440, 1000),
                                        server.address())
                                .bears("Failed to load resource: .*")) {
            school.opens("/");
            school.fillsTheEntrance("学校（或其他）", CODE, "123456");
            school.button("登录").click();
            school.changesTheInitialPassword("duandian2020");
            school.reads("承接任务");
            var form = new FormOnScreen(school);
            form.fills(FormOnScreen.EXAMPLE.get(2));
            assertThat(state(school)).hasText(Pattern.compile("^已保存 .*"));
            form.cell("3.1", "学校自筹").press("End");
            form.cell("3.1", "学校自筹").pressSequentially("123");
            server.dies();
            form.cell("3.1", "行业企业投入").fill("456");
            assertThat(state(school)).hasText("未能保存（网络中断，已存在本机）");
            form.fills(FormOnScreen.EXAMPLE.get(3));
            server.comesBack();
            assertThat(state(school)).hasText(Pattern.compile("^已保存 .*"), WITHIN_A_MINUTE);
            school.page().reload();
            assertThat(form.cell("3.1", "学校自筹")).hasValue("6123");
            assertThat(form.cell("3.1", "行业企业投入")).hasValue("456");
            form.shows(FormOnScreen.EXAMPLE.get(3));
        }
    }

    private static Locator state(Visitor school) {
        return school.page().locator("#save-state");
    }
}
