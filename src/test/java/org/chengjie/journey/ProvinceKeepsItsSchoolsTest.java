package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
 * A province that begins with nothing: its days, its register, the accounts of its schools, more
 * time for one of them, reminders, and what its cities think (spec W1, P1, A3, W3, R6, R7).
 */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class ProvinceKeepsItsSchoolsTest {

    private static final String CODE = "640000";
    private static final String PASSWORD = "ningxiajiaoyu2020";
    private static final String SCHOOL_PASSWORD = "zhixiao2020";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String FIRST = "银川市第一职业技术学校（演示）";
    private static final String SECOND = "银川市贺兰山中等专业学校（演示）";

    /** As long as a name may be. */
    private static final String LONG =
            "石嘴山市惠农区红果子镇职业技术教育与农村劳动力转移就业培训中心学校（原惠农县农业广播电视学校暨成人中等专业学校）（演示）";

    private static final List<String[]> REGISTER =
            List.of(
                    school("9964000101", FIRST, "中职学校", "银川市", "市属"),
                    school("9964000102", SECOND, "中职学校", "银川市", "市属"),
                    school("9964000103", LONG, "中职学校", "石嘴山市", "市属"),
                    school("9964000104", "吴忠市民族职业技术学校（演示）", "中职学校", "吴忠市", "市属"),
                    school("9964000105", "宁夏机电职业技术学院（演示）", "专科高职院校", "银川市", "省属"),
                    school("9964000106", "宁夏工程职业大学（演示）", "本科高职院校", "", "省属"),
                    school("9964000107", "宁夏职业教育发展中心（演示）", "其他主体", "", "省属"));

    /** Each row but the last with a fault of its own. */
    private static final List<String[]> FAULTY =
            List.of(
                    school("996400010", FIRST, "中职学校", "银川市", "市属"),
                    school("9964000102", "", "中职学校", "银川市", "市属"),
                    school("9964000103", LONG + "分校", "高职", "石嘴山", "市属"),
                    school("9964000104", "吴忠市民族职业技术学校（演示）", "中职学校", "", "市属"),
                    school("9964000105", "宁夏机电职业技术学院（演示）", "专科高职院校", "银川市", ""),
                    school("9964000104", "宁夏工程职业大学（演示）", "本科高职院校", "", "省属"),
                    school("9964000107", "宁夏职业教育发展中心（演示）", "其他主体", "", "省属"));

    private final Look look = new Look();
    private Visitor officer;
    private Map<String, String> passwords = Map.of();
    private String cityPassword = "";

    @BeforeAll
    void comes() {
        officer = Visitor.atADesk();
    }

    @AfterAll
    void leaves() {
        officer.close();
    }

    @Test
    @Order(1)
    void everythingBeginsEmpty() {
        officer.signsIn("省级", CODE, "123456");
        officer.changesTheInitialPassword("123456", PASSWORD, "马建国");
        officer.reads("工作台");
        look.at(officer, "admin-desk-empty");
        officer.opens("/province/schools");
        officer.reads("按院校审核");
        look.at(officer, "admin-schools-empty");
        officer.goesTo("账号管理");
        look.at(officer, "admin-accounts-empty");
        officer.goesTo("催报提醒");
        assertThat(officer.text("还没有发过提醒。")).isVisible();
        look.at(officer, "admin-reminders-empty");
        officer.opens("/province/extensions");
        assertThat(officer.text("还没有给任何学校延期。")).isVisible();
        look.at(officer, "admin-extensions-empty");
        officer.goesTo("后台办理");
        look.at(officer, "admin-jobs-empty");
        officer.goesTo("院校名册");
        assertThat(officer.text("名册还是空的。可以导入名册，也可以逐所添加。")).isVisible();
        look.at(officer, "admin-register-empty");
    }

    @Test
    @Order(2)
    void setsTheDaysAndWhatMayBeUndertaken() {
        officer.goesTo("本省申报要求");
        days(today().minusDays(10), today().plusDays(10));
        officer.field("说明").fill("请先核对学校名称和联系人。\n金额单位是万元，没有投入填 0。");
        officer.button("保存申报要求").click();
        assertThat(officer.text("已保存，学校刷新页面就能看到。")).isVisible();
        officer.page().locator("input[name=offered]").nth(4).uncheck();
        officer.button("保存可承接范围").click();
        assertThat(officer.text("已保存，学校刷新页面就能看到。")).isVisible();
        assertThat(officer.page().locator("input[name=offered]").nth(4)).not().isChecked();
        look.at(officer, "admin-window");
    }

    @Test
    @Order(3)
    void namesItsCities() {
        officer.goesTo("院校名册");
        city("64010", "银川市");
        assertThat(officer.page().getByRole(AriaRole.ALERT).first()).isVisible();
        look.at(officer, "admin-city-refused");
        city("640100", "银川市");
        city("640200", "石嘴山市");
        city("640300", "吴忠市");
        assertThat(officer.text("市属 0 所")).hasCount(3);
    }

    @Test
    @Order(4)
    void fileWithFaultsIsGivenBackMarkedAndNothingIsImported() {
        officer.link("导入名册").click();
        officer.reads("导入名册");
        look.at(officer, "admin-import");
        send(template().rows(4, FAULTY), "宁夏院校名册（第一稿）.xlsx");
        assertThat(officer.text("名册有 6 行要改正，还没有导入任何一行。")).isVisible();
        look.at(officer, "admin-import-faults");
        var marked =
                Book.of(officer.page().waitForDownload(() -> officer.link("下载标出错误的文件").click()));
        assertThat(marked.rows().get(2)).contains("错误说明");
        assertThat(marked.rows().get(3).getLast()).startsWith("学校标识码应为 10 位数字");
        assertThat(marked.rows().get(5).getLast()).contains("学校名称：名称最多 60 字", "\n办学层次：", "\n所在市：");
        assertThat(marked.rows().get(9).getLast()).isEqualTo("省属");
        officer.goesTo("院校名册");
        assertThat(officer.text("名册还是空的。")).isVisible();
    }

    @Test
    @Order(5)
    void mendedFileIsLookedAtAndThenImportedAsAWhole() {
        officer.goesTo("院校名册");
        officer.link("导入名册").click();
        send(template().rows(4, REGISTER), "宁夏院校名册.xlsx");
        assertThat(officer.text("将添加 7 所")).isVisible();
        look.at(officer, "admin-import-added");
        confirm("已导入：添加 7 所，修改 0 所，撤销 0 所，不变 0 所。");
        look.at(officer, "admin-import-done");
        officer.goesTo("院校名册");
        look.at(officer, "admin-register");
    }

    @Test
    @Order(6)
    void nextFileRenamesAddsAndCloses() {
        officer.goesTo("院校名册");
        officer.link("导入名册").click();
        var next =
                template()
                        .row(4, "9964000101", FIRST, "中职学校", "石嘴山市", "市属")
                        .row(9, "9964000106", "宁夏工程应用技术职业大学（演示）", "本科高职院校", "银川市", "省属")
                        .row(10, "9964000108", "固原市农业学校（演示）", "中职学校", "", "省属");
        officer.page().locator("input[name=closeAbsent]").check();
        send(next, "宁夏院校名册（调整）.xlsx");
        assertThat(officer.text("将撤销 1 所")).isVisible();
        assertThat(officer.text("将修改 2 所")).isVisible();
        assertThat(officer.text("将添加 1 所")).isVisible();
        look.at(officer, "admin-import-changes");
        confirm("已导入：添加 1 所，修改 2 所，撤销 1 所，不变 4 所。");
    }

    @Test
    @Order(7)
    void addsRenamesClosesAndReopensASchool() {
        officer.goesTo("院校名册");
        officer.field("学校标识码").fill("9964000101");
        officer.field("学校名称").fill("");
        officer.button("添加").click();
        assertThat(officer.text("还没有添加。").first()).isVisible();
        look.at(officer, "admin-school-refused");
        officer.field("学校标识码").fill("9964000109");
        officer.field("学校名称").fill("银川市永宁县职业教育中心（演示）");
        officer.page().locator("#kind").selectOption("中职学校");
        officer.page().locator("#city").selectOption("银川市");
        officer.page().locator("#affiliation").selectOption("市属");
        officer.button("添加").click();
        assertThat(officer.text("已添加。还没有账号")).isVisible();
        officer.field("学校名称").fill("宁夏永宁县职业技术学校（演示）");
        officer.button("保存").click();
        officer.reads("宁夏永宁县职业技术学校（演示）");
        assertThat(officer.text("曾用名：银川市永宁县职业教育中心（演示）")).isVisible();
        look.at(officer, "admin-school");
        officer.button("撤销这所学校").click();
        assertThat(officer.page().getByRole(AriaRole.ALERT).first()).isVisible();
        officer.field("原因").fill("自治区教育厅批准撤销建制。");
        officer.button("撤销这所学校").click();
        assertThat(officer.text("原因：自治区教育厅批准撤销建制。")).isVisible();
        look.at(officer, "admin-school-closed");
        officer.link("看填报").click();
        officer.reads("宁夏永宁县职业技术学校（演示）");
        assertThat(officer.text("原因：自治区教育厅批准撤销建制。")).isVisible();
        assertThat(officer.link("办理延期")).hasCount(0);
        look.at(officer, "admin-school-closed-filing");
        officer.opens("/province/register?closed=true");
        look.at(officer, "admin-register-closed");
        officer.link("宁夏永宁县职业技术学校（演示）").click();
        officer.button("恢复这所学校").click();
        assertThat(officer.text("已恢复，重新计入名册和合计。")).isVisible();
        assertThat(officer.button("撤销这所学校")).isVisible();
    }

    @Test
    @Order(8)
    void initialPasswordsAreHandedOverOnce() {
        officer.goesTo("账号管理");
        assertThat(officer.text("没有账号的 8 所")).isVisible();
        look.at(officer, "admin-accounts-none");
        officer.button("发放").click();
        assertThat(officer.text("已为 8 所学校发放初始密码。")).isVisible();
        look.at(officer, "admin-batch-done");
        var button = officer.page().locator("#job button.main");
        var book = Book.of(officer.page().waitForDownload(button::click));
        passwords =
                book.rows().stream()
                        .filter(row -> row.size() > 2 && row.getFirst().startsWith("99640001"))
                        .collect(Collectors.toMap(List::getFirst, List::getLast));
        assertThat(passwords).hasSize(8);
        assertThat(Set.copyOf(passwords.values())).hasSize(8);
        button.click();
        assertThat(officer.text("这个文件只能下载一次")).isVisible();
        look.at(officer, "admin-batch-again");
    }

    @Test
    @Order(9)
    void schoolComesInWithThePasswordOfTheList() {
        try (var school = Visitor.atADesk()) {
            school.signsIn("学校（或其他）", "9964000101", initial("9964000101"));
            school.changesTheInitialPassword(initial("9964000101"), SCHOOL_PASSWORD);
            school.reads("承接任务");
            assertThat(school.text("请先核对学校名称和联系人。")).isVisible();
        }
        officer.goesTo("账号管理");
        assertThat(row(FIRST)).containsText("已改密码");
        assertThat(row(SECOND)).containsText("从未登录");
        assertThat(officer.text("仍是初始密码的 7 所")).isVisible();
        look.at(officer, "admin-accounts");
    }

    @Test
    @Order(10)
    void forgottenPasswordIsSetAnewAndAnAccountStopped() {
        officer.goesTo("账号管理");
        officer.button("重置密码").click();
        assertThat(officer.page().getByRole(AriaRole.ALERT).first()).isVisible();
        look.at(officer, "admin-reset-nobody");
        officer.tick("选择 " + FIRST).check();
        officer.tick("选择 " + LONG).check();
        officer.page().locator("#reason").fill("联系人更换");
        officer.button("重置密码").click();
        officer.reads("已重置密码");
        look.at(officer, "admin-reset");
        var fresh = row(FIRST).locator("code").innerText();
        officer.link("已抄下，返回").click();
        officer.button("停用 " + LONG).click();
        assertThat(row(LONG)).containsText("已停用");
        try (var school = Visitor.atADesk()) {
            school.signsIn("学校（或其他）", "9964000101", SCHOOL_PASSWORD);
            assertThat(school.text("用户名或密码不对。请检查后再试。")).isVisible();
            school.signsIn("学校（或其他）", "9964000101", fresh);
            school.changesTheInitialPassword(fresh, SCHOOL_PASSWORD);
            school.reads("承接任务");
        }
        officer.button("启用 " + LONG).click();
        assertThat(row(LONG)).not().containsText("已停用");
    }

    @Test
    @Order(11)
    void colleaguesAndCitiesHaveAccountsOfTheirOwn() {
        officer.goesTo("账号管理");
        officer.link("省厅和市级").click();
        officer.reads("省厅和市级账号");
        officer.page().locator("#userName").fill("1x");
        officer.page().locator("#name").fill("马处长");
        officer.button("添加").click();
        assertThat(officer.text("还没有添加。")).isVisible();
        look.at(officer, "admin-officer-refused");
        officer.page().locator("#userName").fill("nxshenhe");
        officer.page().locator("#role").selectOption("VIEWER");
        officer.button("添加").click();
        look.at(officer, "admin-officer-added");
        var viewer = officer.page().locator("code").innerText();
        officer.link("已抄下，返回").click();
        officer.button("开通 银川市").click();
        cityPassword = officer.page().locator("code").innerText();
        officer.link("已抄下，返回").click();
        look.at(officer, "admin-officers");
        try (var colleague = Visitor.atADesk()) {
            colleague.signsIn("省级", "nxshenhe", viewer);
            colleague.changesTheInitialPassword(viewer, PASSWORD, "马处长");
            colleague.reads("工作台");
            colleague.goesTo("院校名册");
            assertThat(colleague.link("导入名册")).hasCount(0);
            colleague.goesTo("账号管理");
            assertThat(colleague.button("发放")).hasCount(0);
            look.at(colleague, "admin-accounts-viewer");
        }
    }

    @Test
    @Order(12)
    void remindsThoseWhoHaveNotComeYet() {
        officer.goesTo("催报提醒");
        officer.field("提醒内容").fill(" ");
        officer.button("发给 7 所学校").click();
        assertThat(officer.text("还没有写提醒内容。")).isVisible();
        look.at(officer, "admin-reminder-refused");
        officer.field("提醒内容").fill("请在截止日期以前填好并提交。\n有困难请打省厅电话 0951-5559999。");
        officer.button("发给 7 所学校").click();
        assertThat(officer.text("已发给 7 所学校。")).isVisible();
        look.at(officer, "admin-reminders");
        try (var school = Visitor.atADesk()) {
            school.signsIn("学校（或其他）", "9964000102", initial("9964000102"));
            school.changesTheInitialPassword(initial("9964000102"), SCHOOL_PASSWORD);
            assertThat(school.text("有困难请打省厅电话")).isVisible();
            look.at(school, "reminded");
            school.button("已阅").click();
            assertThat(school.text("有困难请打省厅电话")).hasCount(0);
            school.page().reload();
            assertThat(school.text("有困难请打省厅电话")).hasCount(0);
        }
        officer.link("请在截止日期以前填好并提交。").click();
        officer.reads("已阅情况");
        officer.link("未阅 6").click();
        assertThat(row(SECOND)).hasCount(0);
        look.at(officer, "admin-reminder-unread");
        officer.link("再提醒未阅且未提交的 6 所").click();
        assertThat(officer.button("发给 6 所学校")).isVisible();
    }

    @Test
    @Order(13)
    void extensionLetsOneSchoolFileAfterTheLastDayAndEndsByItself() {
        files("9964000101", "1", "2");
        officer.goesTo("本省申报要求");
        days(today().minusDays(10), today().minusDays(1));
        officer.button("保存申报要求").click();
        assertThat(officer.text("已保存，学校刷新页面就能看到。")).isVisible();
        try (var school = Visitor.atADesk()) {
            var form = new FormOnScreen(school);
            school.signsIn("学校（或其他）", "9964000102", SCHOOL_PASSWORD);
            assertThat(school.text("24:00 截止。如需延期，请联系省厅管理员。")).isVisible();
            assertThat(school.button("提交")).hasCount(0);
            extendsTheSecond();
            school.page().reload();
            assertThat(school.text("已为本校延期到")).isVisible();
            look.at(school, "extended");
            form.fills(FormOnScreen.EXAMPLE.get(1));
            form.fills(FormOnScreen.EXAMPLE.get(2));
            form.saves();
            form.submitsAfterALook();
            school.reads("本校任务情况预览");
            Product.running().letsExtensionsRunOut("9964000102");
            school.button("继续修改").click();
            assertThat(school.text("24:00 截止")).isVisible();
        }
        officer.opens("/province/extensions");
        assertThat(row(SECOND)).containsText("已到期");
        look.at(officer, "admin-extensions");
    }

    @Test
    @Order(14)
    void cityGivesItsOpinion() {
        officer.goesTo("本省设置");
        assertThat(officer.text("未开启")).isVisible();
        look.at(officer, "admin-setting");
        officer.button("开启市级初审").click();
        assertThat(officer.text("已开启")).isVisible();
        try (var city = Visitor.atADesk()) {
            city.signsIn("省级", "640100", cityPassword);
            city.changesTheInitialPassword(cityPassword, PASSWORD, "李科长");
            city.reads("本市中职初审");
            look.at(city, "city-desk");
            city.link(SECOND).click();
            city.reads(SECOND);
            city.button("同意 2").click();
            assertThat(city.text("已对 1 行给出意见“同意”。")).isVisible();
            city.field("意见 不同意时必填").fill("学校规模较小，建议先办好一所。");
            city.tick("选择 3.1").check();
            city.button("不同意所选").click();
            assertThat(city.text("已对 1 行给出意见“不同意”。")).isVisible();
            look.at(city, "city-opinions");
        }
    }

    @Test
    @Order(15)
    void provinceFindsWhatTheCitySaidAndDecides() {
        officer.opens("/province/rows");
        officer.page().locator("select[name=opinion]").selectOption("AGREES");
        officer.button("筛选").click();
        assertThat(row(SECOND)).hasCount(1);
        look.at(officer, "admin-rows-agreed");
        officer.page().locator("input[name=pick]").first().check();
        officer.button("通过").first().click();
        assertThat(officer.page().locator("#last")).containsText("已办理“通过”1 行");
        officer.page().locator("select[name=opinion]").selectOption("DISAGREES");
        officer.button("筛选").click();
        assertThat(row(SECOND)).containsText("学校规模较小");
        look.at(officer, "admin-rows-disagreed");
    }

    @Test
    @Order(16)
    void mergedSchoolHandsOverItsRowsWithTheirHistory() {
        officer.goesTo("院校名册");
        officer.link(SECOND).click();
        officer.link("选择并入的学校").click();
        officer.reads("并入另一所学校");
        look.at(officer, "admin-merge-empty");
        officer.page().locator("input[name=words]").fill("第一职业");
        officer.button("查找").click();
        officer.link(FIRST).click();
        assertThat(officer.text(SECOND + " 并入 " + FIRST)).isVisible();
        look.at(officer, "admin-merge");
        officer.field("原因").fill("自治区政府批准两校合并。");
        officer.button("确认合并").click();
        assertThat(officer.text("并入" + FIRST).first()).isVisible();
        look.at(officer, "admin-merged");
        officer.link("看填报").click();
        look.at(officer, "admin-merged-filing");
        officer.opens("/province/schools");
        officer.link(FIRST).click();
        assertThat(officer.tick("选择 3.1")).isVisible();
        look.at(officer, "admin-merged-into");
    }

    @Test
    @Order(17)
    void manualSaysWhatTheScreensShow() {
        new Manual("省级管理员操作手册").saysWhatTheScreensShow(look);
    }

    /** Another school that simply does what it should. */
    private static void files(String code, String... numbers) {
        try (var school = Visitor.atADesk()) {
            var form = new FormOnScreen(school);
            school.signsIn("学校（或其他）", code, SCHOOL_PASSWORD);
            school.reads("承接任务");
            FormOnScreen.EXAMPLE.stream()
                    .filter(row -> List.of(numbers).contains(row.no()))
                    .forEach(form::fills);
            form.saves();
            form.submitsAfterALook();
            school.reads("本校任务情况预览");
        }
    }

    private void extendsTheSecond() {
        officer.opens("/province/schools");
        officer.link(SECOND).click();
        officer.link("办理延期").click();
        officer.field("最后一天").fill(today().minusDays(2).toString());
        officer.field("原因").fill("学校遇停电停网，书面申请延期。");
        officer.button("延期").click();
        assertThat(officer.text("还没有延期。")).isVisible();
        look.at(officer, "admin-extension-refused");
        officer.field("最后一天").fill(today().plusDays(2).toString());
        officer.button("延期").click();
        assertThat(officer.text("已延期，学校刷新页面就能看到。")).isVisible();
        look.at(officer, "admin-extension");
    }

    private static String[] school(String... cells) {
        return cells;
    }

    private static LocalDate today() {
        return LocalDate.now(CHINA);
    }

    private void days(LocalDate opens, LocalDate closes) {
        officer.field("开始日期").fill(opens.toString());
        officer.field("结束日期").fill(closes.toString());
        officer.field("退回修改截止").fill(closes.plusDays(14).toString());
    }

    private void city(String code, String name) {
        officer.field("行政区划代码").fill(code);
        officer.field("名称").fill(name);
        officer.button("添加市").click();
    }

    private FilledTemplate template() {
        return new FilledTemplate(
                officer.page().waitForDownload(() -> officer.link("下载名册模板").click()));
    }

    private void send(FilledTemplate file, String name) {
        officer.field("名册文件").setInputFiles(file.as(name));
        officer.button("上传并预览").click();
        officer.reads("导入名册 · 预览");
    }

    private void confirm(String done) {
        officer.button("确认导入").click();
        assertThat(officer.text(done)).isVisible();
    }

    private Locator row(String text) {
        return officer.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The password that the file for hand-over has for a school. */
    private String initial(String code) {
        return Objects.requireNonNull(passwords.get(code));
    }
}
