package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading, contacts, filling in and submitting at the width of a phone (spec X4). */
@Tag("journey")
class SchoolFilesOnAPhoneTest {

    private static final String CODE = "9914900001";

    /** Whether the corners of what has the focus are its own. */
    private static final String UNCOVERED =
            """
            () => {
              const field = document.activeElement;
              const box = field.getBoundingClientRect();
              return [[box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]]
                  .map(([x, y]) => document.elementFromPoint(x, y))
                  .every((at) => at && (field.contains(at) || at.closest('label')?.contains(field)));
            }
            """;

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
            keepsTheCellInUseInView(school, form);
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

    /**
     * With its keyboard up, a phone shows half of the page; nothing that sticks covers the cell.
     */
    private void keepsTheCellInUseInView(Visitor school, FormOnScreen form) {
        // The note of a mended cell goes when the cell is left, and what is below moves up.
        school.press("Tab");
        form.tick("3.2").check();
        assertThat(school.text("处待填")).isVisible();
        for (var button : List.of("保存", "提交")) {
            assertThat(school.button(button))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        }
        school.page().setViewportSize(390, 440);
        form.cell("3.1", "学校自筹").focus();
        for (int i = 0; i < 6; i++) {
            school.press("Tab");
            school.page().waitForTimeout(300);
            assertThat(school.page().locator(":focus")).isInViewport();
            assertTrue((Boolean) school.page().evaluate(UNCOVERED));
        }
        look.onThePhone(school, "phone-keyboard", 440);
        school.page().setViewportSize(390, 844);
        form.tick("3.2").uncheck();
    }
}
