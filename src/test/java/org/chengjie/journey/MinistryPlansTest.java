package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 任务目录: the ministry amends an item, and lays a second plan beside the first (spec C1-C3). */
@Tag("journey")
class MinistryPlansTest {

    private final Look look = new Look();

    @TempDir private Path folder;

    @Test
    void theMinistryAmendsThePlanAndLaysASecondBesideIt() {
        try (var clerk = Visitor.atADesk()) {
            Offices.signIn(clerk, "教育部", "moe", "全国概览");
            clerk.goesTo("任务目录");
            look.at(clerk, "plans");
            clerk.link("行动计划（2020—2023年）").click();
            clerk.reads("行动计划（2020—2023年）");
            look.at(clerk, "catalogue");

            // An item of the provinces: nobody else's journey goes past it.
            clerk.page().locator(".tx a:text-is('遴选建设一批产教融合型城市')").click();
            clerk.reads("条目 20.1");
            clerk.field("目标说明").fill("一批（不少于 50 个）");
            clerk.button("保存").click();
            assertThat(clerk.text("有 1 处要改正，还没有保存。")).isVisible();
            look.at(clerk, "amendment-refused");
            clerk.page().locator("#reason").fill("部长办公会议定");
            clerk.button("保存").click();
            assertThat(clerk.text("已保存，现在是第")).isVisible();
            clerk.link("修订记录").first().click();
            clerk.reads("修订记录");
            assertThat(clerk.text("一批（不少于 50 个）")).isVisible();
            look.at(clerk, "amendments");

            // What has been filed on is named before anything is altered; left at that.
            clerk.opens("/ministry/plans");
            clerk.link("行动计划（2020—2023年）").click();
            clerk.page().locator(".tx a:text-is('培育200所左右“三全育人”典型学校')").click();
            clerk.field("单位").fill("个");
            clerk.page().locator("#reason").fill("统一单位");
            clerk.button("保存").click();
            assertThat(clerk.text("这次修订涉及已有的填报，还没有保存。请核对后再确认。")).isVisible();
            look.at(clerk, "amendment-unconfirmed");

            clerk.opens("/ministry/plans/import");
            look.at(clerk, "plan-import");
            var example = clerk.page().waitForDownload(() -> clerk.link("填好的例子").click());
            var file = folder.resolve("第二期.xlsx");
            example.saveAs(file);
            clerk.field("计划名称").fill("第二期行动计划（2024—2027年）");
            clerk.field("计划代号").fill("2024-2027");
            clerk.page().locator("#file").setInputFiles(file);
            clerk.button("上传并预览").click();
            assertThat(clerk.text("将导入 73 条")).isVisible();
            look.at(clerk, "plan-preview");
            clerk.button("确认，成为草稿").click();
            assertThat(clerk.text("这是草稿，只有教育部看得到")).isVisible();
            look.at(clerk, "plan-draft");
            clerk.link("开始前检查").click();
            clerk.reads("开始前检查");
            clerk.button("开始这个计划").click();
            assertThat(clerk.text("还没有确认。请核对下面的内容，勾选后再开始。")).isVisible();
            look.at(clerk, "plan-opening");
            clerk.tick("草稿和它的修订记录不再保留").check();
            clerk.button("删除这份草稿").click();
            clerk.reads("任务目录");
        }
    }
}
