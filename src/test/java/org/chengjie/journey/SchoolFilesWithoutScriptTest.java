package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every form works as a plain POST, where a browser runs no script (design 5). */
@Tag("journey")
class SchoolFilesWithoutScriptTest {

    private static final String CODE = "9914000102";

    @Test
    void formIsFilledSavedAndSubmittedAllTheSame() {
        var plain =
                new Browser.NewContextOptions()
                        .setViewportSize(1440, 1000)
                        .setJavaScriptEnabled(false);
        try (var school = new Visitor(plain)) {
            var form = new FormOnScreen(school);
            school.signsIn("学校（或其他）", CODE, "123456");
            school.changesTheInitialPassword("wujiaoben2020");
            school.reads("承接任务");
            form.fills(new FormOnScreen.Row("3.1", "1 所", List.of("6", "5", "-4", "1")));
            school.button("保存").click();
            assertThat(school.text("有 1 处没有保存，其余都已保存：")).isVisible();
            assertThat(form.cell("3.1", "举办方投入")).hasValue("-4");
            form.cell("3.1", "举办方投入").fill("");
            school.button("保存").click();
            assertThat(school.text("处没有保存")).hasCount(0);
            form.totals("1", "12", "6", "5", "0", "1");
            // Without scripts the browser paints no frames that a click could wait for.
            school.button("提交").press("Enter");
            assertThat(school.text("还不能提交，有 1 处要改正：")).isVisible();
            school.link("3.1 举办方投入").click();
            assertThat(form.cell("3.1", "举办方投入")).isInViewport();
            form.cell("3.1", "举办方投入").fill("4");
            // Without scripts the browser paints no frames that a click could wait for.
            school.button("提交").press("Enter");
            school.reads("提交前核对");
            school.button("提交").press("Enter");
            school.reads("本校任务情况预览");
            form.totals("1", "16", "6", "5", "4", "1");
            school.button("继续修改").click();
            school.reads("承接任务");
            school.signsOut();
        }
    }
}
