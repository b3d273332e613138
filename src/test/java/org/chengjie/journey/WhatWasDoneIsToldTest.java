package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A school files, its province decides, and both read afterwards who did what, when and why; the
 * province takes it away as a workbook, and the whole school's dossier with it (spec X1).
 */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class WhatWasDoneIsToldTest {

    private static final String PROVINCE = "130000";
    private static final String REASON = "学校自筹与预算不一致，请核对。";

    private final Look look = new Look();
    private Visitor school;
    private Visitor officer;
    private String code = "";

    @BeforeAll
    void come() {
        school = Visitor.atADesk();
        officer = Visitor.atADesk();
        code = Product.running().school(PROVINCE);
    }

    @AfterAll
    void leave() {
        school.close();
        officer.close();
    }

    @Test
    @Order(1)
    void theSchoolFilesAndSubmits() {
        school.signsIn("学校（或其他）", code, "123456");
        school.changesTheInitialPassword("zhixiao2020");
        school.reads("承接任务");
        school.goesTo("操作记录");
        look.at(school, "audit-school-first");
        school.goesTo("承接任务");
        var form = new FormOnScreen(school);
        form.fills(new FormOnScreen.Row("1", "-", List.of("1", "2", "3", "4")));
        form.saves();
        form.cell("1", "学校自筹").fill("8.5");
        form.saves();
        form.submitsAfterALook();
        school.reads("本校任务情况预览");
    }

    @Test
    @Order(2)
    void theProvinceReturnsARowAndReadsWhatWasDone() {
        Offices.signIn(officer, "省级", PROVINCE, "工作台");
        officer.opens("/province/schools?words=" + code);
        officer.page().locator("table.schools tbody th a").first().click();
        officer.tick("选择 1").check();
        officer.page().locator("#reason").fill(REASON);
        officer.button("退回修改").click();
        assertThat(officer.text("已办理“退回修改”1 行")).isVisible();
        officer.goesTo("操作记录");
        officer.field("对象").fill(code);
        officer.button("筛选").click();
        assertThat(row(officer, "退回修改").first()).containsText(REASON);
        assertThat(row(officer, "1 学校自筹").first()).containsText("8.5");
        look.at(officer, "audit-province");
        officer.page().locator("select[name=result]").selectOption("REFUSED");
        officer.button("筛选").click();
        assertThat(officer.text("没有符合条件的记录。")).isVisible();
        look.again(officer, "audit-province-none");
        officer.page().locator("select[name=result]").selectOption("");
        officer.button("筛选").click();
    }

    @Test
    @Order(3)
    void theProvinceTakesItAwayAsAWorkbook() {
        officer.button("导出视图").click();
        var told = Book.of(officer, download(officer));
        assertThat(told.rows().toString()).contains("退回修改", REASON, "1 学校自筹", "8.5", code);
    }

    @Test
    @Order(4)
    void theProvinceTakesAwayTheDossier() {
        officer.opens("/province/schools?words=" + code);
        officer.page().locator("table.schools tbody th a").first().click();
        officer.button("整校档案").click();
        var file = download(officer);
        look.at(officer, "dossier-job");
        var download = officer.page().waitForDownload(file::click);
        assertThat(download.suggestedFilename()).startsWith("整校档案-").endsWith(".xlsx");
        assertThat(Book.of(download).rows().toString()).contains("退回修改", "8.5", "合计", "1 条");
    }

    @Test
    @Order(5)
    void theSchoolReadsWhyAndWhoTookItsDossier() {
        school.goesTo("操作记录");
        assertThat(row(school, "退回修改").first()).containsText(REASON);
        assertThat(row(school, "1 学校自筹").first()).containsText("8.5");
        assertThat(row(school, "导出整校档案").first()).isVisible();
        look.at(school, "audit-school");
        school.button("整校档案").click();
        assertThat(Book.of(school, download(school)).rows().toString()).contains("8.5");
    }

    private static Locator row(Visitor visitor, String words) {
        return visitor.page()
                .locator("table.trail tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator download(Visitor visitor) {
        var file =
                visitor.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(Pattern.compile("^下载 ")));
        assertThat(file).isVisible();
        return file;
    }
}
