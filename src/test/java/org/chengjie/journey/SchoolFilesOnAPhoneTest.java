package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading, contacts, filling in and submitting at the width of a phone (spec X4). */
@Tag("journey")
class SchoolFilesOnAPhoneTest {

    private static final String CODE = "9914900001";

    private final Look look = new Look();

    @Test
    void everythingIsWithinReachOfAThumb() {
        var phone =
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true);
        try (var school = new Visitor(phone)) {
            var form = new FormOnScreen(school);
            school.opens("/");
            look.onThePhone(school, "phone-entrance");
            school.signsIn("学校（或其他）", CODE, "123456");
            school.changesTheInitialPassword("shouji2020");
            school.reads("承接任务");
            form.fills(new FormOnScreen.Row("3.1", "1 所", List.of("6", "5", "4", "1")));
            look.onThePhone(school, "phone-filing");
            form.cell("3.1", "地市县投入").fill("1.23456");
            form.cell("3.1", "举办方投入").fill("4.5");
            assertThat(school.text("现在填的是“1.23456”。")).isVisible();
            look.onThePhone(school, "phone-malformed");
            form.cell("3.1", "地市县投入").fill("9999999.9999");
            form.saves();
            school.goesTo("省级平台联系人");
            assertThat(school.link("13811111111")).hasAttribute("href", "tel:13811111111");
            look.onThePhone(school, "phone-contacts");
            school.goesTo("承接任务");
            form.submits();
            school.reads("提交前核对");
            look.onThePhone(school, "phone-check");
            school.button("提交").click();
            school.reads("本校任务情况预览");
            assertThat(school.page().getByRole(AriaRole.MAIN)).containsText("10,000,015.4999");
            school.text("办理进程").scrollIntoViewIfNeeded();
            look.onThePhone(school, "phone-preview");
        }
    }
}
