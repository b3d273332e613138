package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The ministry looks at the country, goes down to a school and back, sees a number grow when a
 * school submits, takes the tables with it and has all totals counted anew (spec P4, P6).
 */
@Tag("journey")
class MinistrySeesTheCountryTest {

    private static final String PASSWORD = "rollup2020";

    private final Look look = new Look();

    @Test
    void theMinistryGoesDownToASchoolAndBackAndItsNumbersHold() {
        try (var clerk = Visitor.atADesk();
                var school = Visitor.atADesk()) {
            Offices.signIn(clerk, "教育部", "moe", "全国概览");
            assertThat(clerk.text("分项之和与合计一致")).isVisible();
            look.at(clerk, "overview");
            looksByEveryMeasure(clerk);
            long before = points(clerk);
            var code = Product.running().school("140000");
            submits(school, code);
            clerk.goesTo("全国概览");
            assertThat(points(clerk)).isGreaterThan(before);
            goesDownTo(clerk, code);
            comesBack(clerk);
            takesTheTables(clerk);
            takesAllRows(clerk, code);
            hasAllCounted(clerk);
        }
    }

    private static void looksByEveryMeasure(Visitor clerk) {
        for (var measure : new String[] {"承接任务数", "布点", "通过率", "汇总金额"}) {
            clerk.page().locator(".seg").getByText(measure).click();
            assertThat(clerk.page().locator(".seg [aria-current]")).hasText(measure);
            assertThat(clerk.page().locator(".tile")).hasCount(32);
        }
    }

    /** 布点 of the whole country. */
    private static long points(Visitor clerk) {
        var shown = clerk.page().locator(".sum .sep").nth(1).locator("a").textContent();
        return Long.parseLong(shown.replace(",", ""));
    }

    private static void submits(Visitor school, String code) {
        school.signsIn("学校", code, "123456");
        school.changesTheInitialPassword(PASSWORD);
        var form = new FormOnScreen(school);
        form.fills(new FormOnScreen.Row("3.1", "2 所", List.of("10", "0", "0", "0")));
        form.submitsAfterALook();
        assertThat(school.text("状态：已提交")).isVisible();
    }

    private void goesDownTo(Visitor clerk, String code) {
        clerk.page().locator(".tile.p140000").click();
        clerk.reads("山西省");
        look.at(clerk, "overview-province");
        opensANumber(clerk);
        clerk.page().locator("[aria-labelledby=places] tbody th a").first().click();
        clerk.reads(Pattern.compile("山西省 .+"));
        look.at(clerk, "overview-city");
        clerk.opens("/ministry/schools/" + code);
        assertThat(clerk.page().locator("tbody tr")).hasCount(1);
        assertThat(clerk.page().locator("tbody tr")).containsText("待审核");
        look.at(clerk, "overview-school");
    }

    /** A count of schools leads to a list that is as long. */
    private void opensANumber(Visitor clerk) {
        var number = clerk.page().locator("[aria-labelledby=places] td[data-l='已提交'] a").first();
        int schools = Integer.parseInt(number.textContent().strip().replace(",", ""));
        number.click();
        assertThat(clerk.page().locator(".seg [aria-current]")).hasText("已提交 " + schools);
        assertThat(clerk.page().locator("tbody tr")).hasCount(schools);
        look.at(clerk, "overview-schools");
        trail(clerk, "山西省").click();
        clerk.reads("山西省");
    }

    private void comesBack(Visitor clerk) {
        trail(clerk, "山西省").click();
        clerk.reads("山西省");
        trail(clerk, "全国概览").click();
        clerk.reads("全国概览");
        clerk.page().locator(".targets tbody th a").first().click();
        clerk.reads(Pattern.compile("3.1.+"));
        look.at(clerk, "overview-item");
        clerk.page().locator("tbody th a").filter(text("山西省")).click();
        assertThat(clerk.page().locator("#places")).hasText("各市");
        clerk.page().locator("tbody tr:has(td[data-l='布点'] a) th a").last().click();
        assertThat(clerk.page().locator("thead th").first()).hasText("学校");
        look.at(clerk, "overview-item-schools");
    }

    private static void takesTheTables(Visitor clerk) {
        clerk.goesTo("全国概览");
        var points = clerk.page().locator(".sum .sep").nth(1).locator("a").textContent();
        var book = Book.of(clerk, clerk.link("导出概览"));
        assertThat(book.rowOf("合计").getFirst()).isEqualTo(points.replace(",", ""));
    }

    private static void takesAllRows(Visitor clerk, String code) {
        clerk.goesTo("全国概览");
        clerk.button("导出全部明细").click();
        var file =
                clerk.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(Pattern.compile("^下载 全国承接明细")));
        var book = Book.of(clerk.page().waitForDownload(file::click), "山西省");
        assertThat(book.says(code, "3.1")).isTrue();
    }

    private void hasAllCounted(Visitor clerk) {
        clerk.goesTo("全国概览");
        clerk.button("重新核对合计").click();
        clerk.reads("重新核对合计");
        assertThat(clerk.text("全部合计与逐行相加一致。")).isVisible();
        look.at(clerk, "overview-reconciled");
        clerk.link("返回").click();
        assertThat(clerk.page().locator(".good")).containsText("逐行核对");
    }

    private static Locator trail(Visitor clerk, String name) {
        return clerk.page()
                .locator(".crumbs")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
