package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.chengjie.world.GeneratedWorld;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
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
 * Two officers of one province at their review, with seventy schools that have filed: the desk, the
 * lists, decisions and second thoughts (spec R2, R4, R5, R7, X5).
 */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class ProvinceReviewsTest {

    private static final String PROVINCE = "330000";
    private static final int SCHOOLS = 70;
    private static final String REASON = "承接数量与学校规模不符，请按实际能力核减。";

    private final Look look = new Look();
    private Visitor officer;
    private Visitor colleague;
    private ListOnScreen list;

    /** The row that is returned, and mended by its school. */
    private String mended = "";

    @BeforeAll
    void comes() {
        Product.running().fills(PROVINCE, SCHOOLS);
        Product.running().lookedDaysAgo(PROVINCE + "-1", 10);
        officer = Visitor.atADesk();
        colleague = Visitor.atADesk();
        list = new ListOnScreen(officer);
    }

    @AfterAll
    void leaves() {
        officer.close();
        colleague.close();
    }

    @Test
    @Order(1)
    void everyNumberOfTheDeskLeadsToAListOfAsMany() {
        officer.signsIn("省级", PROVINCE + "-1", GeneratedWorld.PASSWORD);
        officer.reads("工作台");
        look.at(officer, "officer-desk");
        var desk = Jsoup.parse(officer.page().content());
        for (var standing : desk.select(".states a")) {
            leadsTo(standing, standing.expectFirst("b").text());
        }
        for (var news : desk.select(".news a")) {
            leadsTo(news, Objects.requireNonNull(news.parent()).expectFirst("b").text());
        }
        for (var item : desk.select("[aria-labelledby=items-head] tbody tr")) {
            leadsTo(item.expectFirst("a"), item.expectFirst("td").text());
        }
        for (var city : desk.select(".cities tbody tr")) {
            leadsTo(city.expectFirst("th a"), city.expectFirst("td").text());
        }
        for (var city : desk.select(".cities tbody td a")) {
            leadsTo(city, city.text());
        }
    }

    private void leadsTo(Element link, String number) {
        var answer = officer.page().request().get(link.attr("href"));
        var found = Jsoup.parse(answer.text()).expectFirst(".bar dd").text();
        assertThat(ListOnScreen.number(found))
                .as(link.text() + " " + link.attr("href"))
                .isEqualByComparingTo(ListOnScreen.number(number));
    }

    @Test
    @Order(2)
    void schoolsAreFilteredSortedAndPaged() {
        officer.goesTo("按院校审核");
        look.at(officer, "officer-schools");
        assertThat(list.addsUp()).hasSize(SCHOOLS);
        officer.goesTo("按院校审核");
        list.chooses("类型", "COLLEGE");
        list.chooses("排序", "TOTAL");
        officer.field("有待审核").check();
        list.filters();
        var lines = list.addsUp();
        assertThat(lines)
                .isNotEmpty()
                .allMatch(line -> line.text("学校").contains("专科高职院校"))
                .noneMatch(line -> line.text("待审核").equals("0"));
        descend(lines, "汇总");
        officer.field("汇总不少于，万元").fill("一百");
        list.filters();
        assertThat(officer.text("“一百”没有用来筛选，请改正后再筛选。")).isVisible();
        look.again(officer, "officer-schools-bound");
        officer.link("清除筛选").first().click();
        assertThat(list.found()).isEqualTo(SCHOOLS);
    }

    @Test
    @Order(3)
    void rowsAreFilteredSortedAndPaged() {
        officer.goesTo("按任务审核");
        look.at(officer, "officer-items");
        officer.link("所有条目的行").click();
        officer.reads("按任务审核");
        officer.field("学校、代码或任务").fill("课堂");
        list.chooses("排序", "TOTAL");
        list.filters();
        look.again(officer, "officer-rows");
        var lines = list.addsUp();
        assertThat(lines).hasSizeGreaterThan(60).allMatch(line -> line.text("条目").contains("课堂"));
        descend(lines, "汇总");
        var ids = new HashSet<>(lines.stream().map(line -> line.text("行")).toList());
        assertThat(ids).hasSameSizeAs(lines);
        officer.link("上一页").click();
        officer.field("学校、代码或任务").fill("没有这样的任务");
        list.filters();
        assertThat(officer.text("没有符合条件的行。")).isVisible();
        look.again(officer, "officer-rows-none");
    }

    private static void descend(List<ListOnScreen.Line> lines, String column) {
        var numbers = lines.stream().map(line -> line.number(column)).toList();
        assertThat(numbers).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    @Order(4)
    void marksSayWhyAndSort() {
        officer.opens("/province/rows?stage=SUBMITTED");
        list.chooses("排序", "MARKED");
        list.filters();
        assertThat(list.row(0).locator(".flag").first()).containsText("疑为按“元”填写：汇总");
        look.at(officer, "officer-marks");
        officer.page().locator("[name=marked]").check();
        list.filters();
        assertThat(list.lines()).isNotEmpty().allMatch(line -> line.text("学校").contains("\n"));
    }

    @Test
    @Order(5)
    void quotasWarnAndBlockNothing() {
        officer.goesTo("按任务审核");
        officer.field("3.1 配额").fill("一");
        officer.button("保存配额").click();
        assertThat(officer.page().locator("#e3\\.1")).isVisible();
        look.again(officer, "officer-quota-refused");
        officer.field("3.1 配额").fill("2");
        officer.button("保存配额").click();
        assertThat(officer.text("配额已保存。")).isVisible();
        assertThat(officer.page().locator("#i3\\.1 .flag").first()).containsText("超过配额 2");
        look.again(officer, "officer-quotas");
        officer.opens("/province/rows?item=3.1&stage=SUBMITTED");
        assertThat(officer.page().locator(".against")).containsText("配额 2");
        look.again(officer, "officer-item");
        list.ticks(0);
        list.decision("通过").click();
        decided("通过", 1);
    }

    private void decided(String step, int rows) {
        assertThat(list.last()).containsText("已办理“" + step + "”" + rows + " 行。学校处理之前可以撤销。");
    }

    @Test
    @Order(6)
    void keysMoveTickDecideAndTakeBack() {
        officer.opens("/province/rows?item=2&stage=SUBMITTED");
        press("j", "j");
        assertThat(list.row(1)).hasAttribute("aria-current", "true");
        assertThat(officer.page().locator("#panel")).containsText("经过");
        look.again(officer, "officer-keys");
        press("k");
        assertThat(list.row(0)).isFocused();
        var approved = list.school(0);
        press(" ");
        assertThat(list.row(0).getByRole(AriaRole.CHECKBOX)).isChecked();
        press("Escape");
        assertThat(list.row(0).getByRole(AriaRole.CHECKBOX)).not().isChecked();
        press("a");
        decided("通过", 1);
        assertThat(list.row(0)).not().containsText(approved);
        assertThat(list.row(0)).hasAttribute("aria-current", "true");
        press("u");
        assertThat(list.last()).containsText("已撤销：“通过”1 行。");
        assertThat(list.row(0)).containsText(approved);
        press("j", "r");
        assertThat(list.reason()).isFocused();
        press("Escape");
        assertThat(list.row(0)).isFocused();
        press("x");
        assertThat(list.reason()).isFocused();
        list.reason().fill("与本校办学定位不符。");
        press("Control+Enter");
        decided("不通过", 1);
        press("u");
        assertThat(list.last()).containsText("已撤销：“不通过”1 行。");
        press("?");
        assertThat(officer.page().getByRole(AriaRole.DIALOG)).isVisible();
        look.at(officer, "officer-keys-help");
        press("?");
        assertThat(officer.page().getByRole(AriaRole.DIALOG)).isHidden();
        press("j", "o");
        officer.reads(approved);
    }

    private void press(String... keys) {
        // A decision loads the page anew; its keys are there once its script is.
        officer.page().waitForLoadState();
        for (var key : keys) {
            officer.page().keyboard().press(key);
        }
    }

    @Test
    @Order(7)
    void aReasonIsKeptAsAPhraseAndUsedAgain() {
        officer.opens("/province/rows?item=2&stage=SUBMITTED");
        list.ticks(0);
        list.ticks(1);
        assertThat(officer.page().locator("#picked")).containsText("已选 2 行 · 汇总");
        list.decision("退回修改").click();
        assertThat(list.reason()).isFocused();
        list.reason().fill(REASON);
        officer.field("存为常用意见").check();
        officer.field("地市县投入").check();
        look.again(officer, "officer-return");
        list.decision("退回修改").click();
        decided("退回修改", 2);
        list.ticks(0);
        officer.page().getByText("常用意见 1 条").click();
        officer.button(REASON).click();
        assertThat(list.reason()).hasValue(REASON);
        look.again(officer, "officer-phrase");
        list.decision("不通过").click();
        decided("不通过", 1);
        officer.page().locator("a[href='/province/phrases']").click();
        officer.reads("常用意见");
        look.at(officer, "officer-phrases");
    }

    @Test
    @Order(8)
    void aWholeItemIsDecidedAfterAPreview() {
        officer.opens("/province/rows?item=2&stage=SUBMITTED");
        int waiting = list.found();
        officer.field("视图中全部 %,d 行待审核".formatted(waiting)).check();
        list.bulk("通过").click();
        officer.reads("通过：请核对");
        assertThat(officer.page().locator("dl.sum")).containsText(waiting + " 行");
        look.at(officer, "officer-preview");
        officer.button("通过 " + waiting + " 行").click();
        decided("通过", waiting);
        assertThat(list.found()).isZero();
    }

    @Test
    @Order(9)
    void aWholeSchoolIsDecidedOnItsPage() {
        officer.opens("/province/schools?standing=SUBMITTED");
        var school = officer.page().locator("table.schools tbody th a").first();
        var name = school.innerText();
        school.click();
        officer.reads(name);
        look.at(officer, "officer-school");
        officer.field("选择全部待审核").check();
        int rows = officer.page().locator("input[name=pick]:checked").count();
        list.decision("通过").click();
        decided("通过", rows);
        assertThat(officer.page().locator("tr[data-row] .st-wait")).hasCount(0);
        look.again(officer, "officer-school-decided");
    }

    @Test
    @Order(10)
    void everythingInViewGoesOnByItselfAndTellsWhatWasLeft() {
        officer.opens("/province/rows?stage=SUBMITTED&kind=COLLEGE");
        int waiting = list.found();
        assertThat(waiting).isGreaterThan(50);
        officer.field("视图中全部 %,d 行待审核".formatted(waiting)).check();
        list.bulk("通过").click();
        officer.reads("通过：请核对");
        look.again(officer, "officer-preview-many");
        var rival = new ListOnScreen(colleague);
        colleague.signsIn("省级", PROVINCE + "-2", GeneratedWorld.PASSWORD);
        colleague.reads("工作台");
        colleague.opens("/province/rows?stage=SUBMITTED&kind=COLLEGE");
        var school = rival.school(0);
        rival.ticks(0);
        rival.decision("通过").click();
        assertThat(rival.last()).containsText("已办理“通过”1 行。");
        officer.button("通过 %,d 行".formatted(waiting)).click();
        officer.reads(Pattern.compile("^通过 [\\d,]+ 行（\\d+ 所学校）$"));
        look.again(officer, "officer-job");
        officer.goesTo("工作台");
        officer.goesTo("后台办理");
        officer.page().locator("tbody th a").first().click();
        assertThat(officer.page().locator("#job"))
                .containsText(
                        "已完成", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(officer.page().locator("#job"))
                .containsText("通过：%,d 行已办理，1 行没有改动。".formatted(waiting - 1));
        assertThat(officer.page().locator("#job li")).containsText(school);
        assertThat(officer.page().locator("#job li")).containsText("已由郑审核于");
        look.at(officer, "officer-job-done");
        officer.goesTo("后台办理");
        look.at(officer, "officer-jobs");
        officer.opens("/province/rows?stage=SUBMITTED&kind=COLLEGE");
        assertThat(list.found()).isZero();
    }

    @Test
    @Order(11)
    void theSecondOfTwoOfficersIsToldAndOverwritesNothing() {
        var rival = new ListOnScreen(colleague);
        officer.opens("/province/rows?stage=SUBMITTED");
        colleague.opens("/province/rows?stage=SUBMITTED");
        var school = rival.school(0);
        rival.ticks(0);
        rival.decision("通过").click();
        assertThat(rival.last()).containsText("已办理“通过”1 行。");
        list.ticks(0);
        list.reason().fill("请核实数量。");
        list.decision("退回修改").click();
        officer.reads("退回修改：没有改动");
        assertThat(officer.page().getByRole(AriaRole.ALERT)).containsText(school);
        assertThat(officer.page().getByRole(AriaRole.ALERT)).containsText("改为“通过”，您的“退回修改”没有生效。");
        assertThat(officer.text("您写的意见还在：请核实数量。")).isVisible();
        look.again(officer, "officer-second");
        colleague.page().reload();
        assertThat(rival.last()).containsText("学校处理之前可以撤销。");
    }

    @Test
    @Order(12)
    void aDecisionIsTakenBackUntilTheSchoolHasActed() {
        officer.opens("/province/schools?standing=SUBMITTED");
        var school = officer.page().locator("table.schools tbody tr").first();
        var code = school.locator("small").innerText().substring(0, 10);
        school.locator("th a").click();
        mended = no(officer.page().locator("tr[data-row]").first());
        returns(mended);
        officer.button("撤销 U").click();
        assertThat(list.last()).containsText("已撤销：“退回修改”1 行。");
        returns(mended);
        try (var filer = Visitor.atADesk()) {
            filer.signsIn("学校（或其他）", code, GeneratedWorld.PASSWORD);
            filer.goesTo("需修改的任务");
            var form = new FormOnScreen(filer);
            form.cell(mended, "学校自筹", "，省厅要求核对").fill("12.5");
            form.saves();
            filer.tick("提交 " + mended).check();
            filer.button("提交所选 1 项").click();
            filer.reads("本校任务情况预览");
        }
        officer.button("撤销 U").click();
        assertThat(officer.text("这次审核已经撤销，或学校已经处理，不能再撤销。")).isVisible();
        look.at(officer, "officer-undo-refused");
        officer.link("返回").click();
        assertThat(officer.text("退回后重新提交")).isVisible();
    }

    private void returns(String no) {
        officer.tick("选择 " + no).check();
        list.reason().fill("请核对学校自筹。");
        officer.field("学校自筹").check();
        list.decision("退回修改").click();
        decided("退回修改", 1);
    }

    private static String no(Locator row) {
        return row.getAttribute("id").substring(1);
    }

    @Test
    @Order(13)
    void everyCellIsShownBeforeAndAfterItsMendingWithAllThatWasSaid() {
        officer.opens("/province/rows?stage=SUBMITTED&resubmitted=1&sort=CHANGED");
        officer.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(
                                        Pattern.compile(
                                                " " + mended.replace(".", "\\.") + " 的经过$")))
                .first()
                .click();
        var panel = officer.page().locator("#panel");
        assertThat(panel).containsText("改动前后");
        assertThat(panel.locator("tr.ch").first()).containsText("12.5");
        assertThat(panel.locator("ol.line li").first()).containsText("提交");
        assertThat(panel.locator("ol.line")).containsText("请核对学校自筹。（指出：学校自筹）");
        assertThat(panel.locator("ol.line")).containsText("撤销");
        look.at(officer, "officer-panel");
    }

    @Test
    @Order(14)
    void theWorkbookHasTheNumbersOfTheScreen() {
        officer.opens("/province/rows?item=3.1");
        var sums = list.sums();
        var rows = exported("officer-export");
        assertThat(rows.rowOf("合计").getFirst()).endsWith(" 所");
        assertThat(rows.rowOf("合计").get(1)).isEqualTo(sums.number("筛选结果") + " 行");
        same(rows.rowOf("合计").subList(3, 8), sums);
        officer.goesTo("按院校审核");
        var schoolSums = list.sums();
        var schools = exported("officer-export-schools");
        assertThat(schools.rowOf("合计").getFirst()).isEqualTo(SCHOOLS + " 所");
        same(schools.rowOf("合计").subList(2, 7), schoolSums);
    }

    private static void same(List<String> cells, ListOnScreen.Line sums) {
        for (int i = 0; i < ListOnScreen.MONEY.size(); i++) {
            var column = ListOnScreen.MONEY.get(i);
            assertThat(new BigDecimal(cells.get(i)))
                    .as(column)
                    .isEqualByComparingTo(sums.number(column));
        }
    }

    private Book exported(String name) {
        officer.button("导出视图").click();
        var file =
                officer.page()
                        .getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(Pattern.compile("^下载 ")));
        assertThat(file).isVisible();
        look.again(officer, name);
        return Book.of(officer, file);
    }

    @Test
    @Order(15)
    void manualSaysWhatTheScreensShow() {
        new Manual("省级操作手册").saysWhatTheScreensShow(look);
    }
}
