package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** The schools' manual, page by page and with its own figures (spec A1-A4, F1-F11, R3). */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class SchoolFilesProvinceReturnsTest {

    private static final String CODE = "4114013528";
    private static final String NAME = "山西职业技术学院";
    private static final String PASSWORD = "shanzhi2020";

    /** What the label of a cell says besides, where the province has named it. */
    private static final String ASKED = "，省厅要求核对";

    private final Look look = new Look();
    private Visitor school;
    private FormOnScreen form;

    @BeforeAll
    void comes() {
        school = Visitor.atADesk();
        form = new FormOnScreen(school);
    }

    @AfterAll
    void leaves() {
        school.close();
    }

    @Test
    @Order(1)
    void misreadPictureCostsNothingTyped() {
        school.opens("/");
        school.reads("职业教育提质培优行动计划任务（项目）管理平台");
        look.at(school, "entrance");
        school.fillsTheEntrance("学校（或其他）", CODE, "123456");
        school.field("验证码").fill("0000");
        school.button("登录").click();
        assertThat(school.text("验证码不对，已换一张。用户名和密码还在，请只重填验证码。")).isVisible();
        assertThat(school.field("用户名")).hasValue(CODE);
        assertThat(school.field("密码")).hasValue("123456");
        assertThat(school.field("验证码")).isFocused();
        look.at(school, "entrance-misread");
        school.readsThePicture();
        school.button("登录").click();
        school.reads("修改密码");
    }

    @Test
    @Order(2)
    void initialPasswordMustBeChangedBeforeAnythingElse() {
        look.at(school, "first-password");
        school.opens("/school/undertakings");
        school.reads("修改密码");
        school.field("旧密码").fill("123456");
        school.field("新密码").fill("123456");
        school.field("重新输入新密码").fill("1234567");
        school.field("平台管理联系人").fill("本校联系人1");
        school.field("办公电话").fill("03108888888");
        school.field("手机号").fill("1300000000");
        school.button("提交").click();
        assertThat(school.text("有 4 处需要改正，其余已填内容都在。")).isVisible();
        assertThat(school.field("平台管理联系人")).hasValue("本校联系人1");
        look.at(school, "first-password-faults");
        assertThat(school.text("手机号应为 11 位数字，现在是 10 位。")).isVisible();
        school.link("手机号").click();
        assertThat(school.field("手机号")).isFocused();
        school.field("手机号").fill("13000000001");
        school.field("办公电话").fill("0310-8888888");
        school.field("新密码").fill(PASSWORD);
        school.field("重新输入新密码").fill(PASSWORD);
        school.field("旧密码").fill("123456");
        school.button("提交").click();
        school.reads("承接任务");
    }

    @Test
    @Order(3)
    void formTotalsWhileItIsTyped() {
        assertThat(school.page().getByRole(AriaRole.MAIN)).containsText(NAME);
        assertThat(school.field("办公电话")).hasValue("0310-8888888");
        assertThat(school.text("勾选任务并填写有关信息")).isVisible();
        look.at(school, "filing-empty");
        form.totals("0", "0", "0", "0", "0", "0");
        form.fills(FormOnScreen.EXAMPLE.getFirst());
        form.totals("1", "10", "1", "2", "3", "4");
        form.state(Pattern.compile("有未保存的改动"));
        FormOnScreen.EXAMPLE.stream().skip(1).forEach(form::fills);
        form.totals("3", "57", "17", "15", "11", "14");
        assertThat(form.total("任务数量")).containsText("条目 5 条");
    }

    @Test
    @Order(4)
    void savedFormIsThereAgain() {
        form.saves();
        look.at(school, "filing");
        school.page().reload();
        FormOnScreen.EXAMPLE.forEach(form::shows);
        form.totals("3", "57", "17", "15", "11", "14");
    }

    @Test
    @Order(5)
    void untickedRowKeepsItsNumbersUntilTheNextLoad() {
        form.tick("3.3").uncheck();
        form.totals("3", "51", "14", "14", "10", "13");
        assertThat(form.cell("3.3", "学校自筹")).isDisabled();
        form.tick("3.3").check();
        form.totals("3", "57", "17", "15", "11", "14");
        assertThat(form.cell("3.3", "学校自筹")).hasValue("3");
    }

    @Test
    @Order(6)
    void malformedCellsCostNothingElse() {
        form.quantity("3.2", "个").fill("2.5");
        form.cell("1", "学校自筹").fill("-1");
        form.cell("2", "学校自筹").fill("1.23456");
        form.cell("3.3", "行业企业投入").fill("abc");
        form.cell("3.1", "学校自筹").fill("６．５");
        form.cell("3.3", "地市县投入").fill("9999999.9999");
        look.at(school, "filing-malformed-long");
        school.button("保存").click();
        form.state(Pattern.compile("^有改动没有保存，其余已保存 .*"));
        assertThat(school.text("3.2 承接数量：应为不小于 1 的整数，现在填的是“2.5”。")).isVisible();
        assertThat(school.text("1 学校自筹：应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“-1”。")).isVisible();
        assertThat(school.text("现在填的是“1.23456”。")).isVisible();
        assertThat(school.text("现在填的是“abc”。")).isVisible();
        assertThat(form.cell("3.1", "学校自筹")).not().hasAttribute("aria-invalid", "true");
        look.at(school, "filing-malformed");
        form.quantity("3.2", "个").fill("2");
        form.cell("1", "学校自筹").fill("1");
        form.cell("2", "学校自筹").fill("5");
        form.cell("3.3", "行业企业投入").fill("1");
        form.saves();
        school.page().reload();
        assertThat(form.cell("3.1", "学校自筹")).hasValue("6.5");
        assertThat(form.cell("3.3", "地市县投入")).hasValue("9999999.9999");
        form.totals("3", "10,000,056.4999", "17.5", "15", "11", "10,000,012.9999");
        form.cell("3.1", "学校自筹").fill("6");
        form.cell("3.3", "地市县投入").fill("1");
        form.saves();
    }

    @Test
    @Order(7)
    void findsItsRows() {
        school.field("筛选工作任务").fill("德育特色");
        assertThat(form.tick("3.3")).isVisible();
        assertThat(form.tick("3.1")).isHidden();
        school.field("筛选工作任务").fill("没有这样的任务");
        assertThat(school.text("没有符合条件的任务。")).isVisible();
        look.at(school, "filing-nothing-found");
        school.button("清除筛选").click();
        school.field("仅看已承接").check();
        assertThat(form.tick("3.3")).isVisible();
        assertThat(form.tick("4.1")).isHidden();
        look.at(school, "filing-undertaken-only");
        school.field("仅看已承接").uncheck();
        school.page().getByRole(AriaRole.COMBOBOX).selectOption("area11");
        assertThat(school.page().locator("#area11")).isInViewport();
        look.at(school, "filing-last-area");
    }

    @Test
    @Order(8)
    void submitLeadsToTheBlankCell() {
        form.cell("3.1", "举办方投入").fill("");
        form.submits();
        assertThat(school.text("还不能提交，有 1 处要改正：")).isVisible();
        look.at(school, "filing-refused");
        school.link("3.1 举办方投入").click();
        assertThat(form.cell("3.1", "举办方投入")).isFocused();
        form.cell("3.1", "举办方投入").fill("");
        school.page().getByText("1 处待填").click();
        look.at(school, "filing-missing");
        school.page().locator("#missing").getByText("3.1 举办方投入").click();
        assertThat(form.cell("3.1", "举办方投入")).isFocused();
        form.cell("3.1", "举办方投入").fill("4");
        assertThat(school.page().locator("#missing")).isHidden();
    }

    @Test
    @Order(9)
    void clausesStandBesideTheTable() {
        var opener = school.page().locator("#r3\\.1 [data-clause]");
        opener.focus();
        school.page().keyboard().press("Space");
        assertThat(school.text("2. 构建职业教育“三全育人”新格局")).isFocused();
        form.cell("3.3", "地市县投入").fill("9999999.9999");
        form.cell("3.3", "地市县投入").focus();
        look.at(school, "filing-clause");
        assertThat(
                        (Boolean)
                                form.cell("3.3", "地市县投入")
                                        .evaluate("cell => cell.scrollWidth <= cell.clientWidth"))
                .isTrue();
        form.cell("3.3", "地市县投入").fill("1");
        school.button("关闭方案条款").focus();
        school.page().keyboard().press("Escape");
        assertThat(school.page().locator("#clause")).isHidden();
        assertThat(opener).isFocused();
        school.page()
                .locator("th summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("举办方投入"))
                .click();
        assertThat(school.text("举办方投入：指非财政供养的举办方投入资金。没有投入请填“0”。").last()).isVisible();
        look.at(school, "filing-source");
        school.page().keyboard().press("Escape");
    }

    @Test
    @Order(9)
    void formIsExportedBeforeItIsSubmitted() {
        form.saves();
        var book = Book.of(school);
        assertThat(book.says("状态", "未提交")).isTrue();
        assertThat(book.rowOf("承接任务")).containsExactly("3", "5", "57", "17", "15", "11", "14");
    }

    @Test
    @Order(10)
    void submittedFormIsPreviewedAndTakenBack() {
        form.submits();
        school.reads("提交前核对");
        form.totals("3", "57", "17", "15", "11", "14");
        look.at(school, "check");
        school.button("提交").click();
        submitted();
        look.at(school, "preview");
        school.link("全部 52 条").click();
        assertThat(school.text("鲁班工坊")).isVisible();
        look.at(school, "preview-all");
        school.button("继续修改").click();
        school.reads("承接任务");
        FormOnScreen.EXAMPLE.forEach(form::shows);
        form.submitsAfterALook();
        submitted();
    }

    @Test
    @Order(11)
    void copyIsPrintedAndVerifiedByAnyone() {
        school.link("打印盖章件").click();
        school.reads("打印盖章件");
        look.at(school, "copy");
        var no = school.page().locator(".copy-head dd").nth(0).innerText();
        var code = school.page().locator(".copy-head dd").nth(2).innerText();
        var pdf =
                school.page()
                        .pdf(
                                new Page.PdfOptions()
                                        .setPreferCSSPageSize(true)
                                        .setPath(Look.PICTURES.resolve("copy.pdf")));
        assertThat(pdf).isNotEmpty();
        try (var anyone = Visitor.atADesk()) {
            anyone.opens("/verify");
            anyone.field("回执编号").fill(no);
            anyone.field("校验码").fill(code);
            anyone.button("查验").click();
            assertThat(anyone.text("这是学校当前的提交")).isVisible();
            look.at(anyone, "verify");
            anyone.field("校验码").fill("0000 0000 0000 0000");
            anyone.button("查验").click();
            assertThat(anyone.text("没有这样一份盖章件。")).isVisible();
        }
        school.goesTo("本校任务情况预览");
    }

    private void submitted() {
        school.reads("本校任务情况预览");
        assertThat(school.text("状态：已提交")).isVisible();
        assertThat(school.text("待审核")).hasCount(6);
        assertThat(school.page().getByRole(AriaRole.MAIN))
                .containsText(Pattern.compile("回执编号\\s*14\\S+"));
        form.totals("3", "57", "17", "15", "11", "14");
    }

    @Test
    @Order(11)
    void formIsExportedAfterItIsSubmitted() {
        var book = Book.of(school);
        assertThat(book.says("状态", "已提交")).isTrue();
        assertThat(book.rowOf("意向承接")).containsExactly("3", "5", "57", "17", "15", "11", "14");
        assertThat(book.rowOf("已通过")).containsExactly("0", "0", "0", "0", "0", "0", "0");
    }

    @Test
    @Order(12)
    void provinceCanBeAsked() {
        school.goesTo("省级平台联系人");
        assertThat(school.link("13811111111")).isVisible();
        look.at(school, "contacts");
        school.goesTo("需修改的任务");
        look.at(school, "returned-none");
        school.signsOut();
    }

    @Test
    @Order(13)
    void provinceReturnsOneRowRejectsOneAndApprovesTheOthers() {
        try (var province = Visitor.atADesk()) {
            new ProvinceAtWork(province, look).decides(NAME);
        }
    }

    @Test
    @Order(14)
    void schoolMendsWhatWasReturned() {
        school.signsIn("学校（或其他）", CODE, PASSWORD);
        school.reads("本校任务情况预览");
        assertThat(school.text("省厅已开始审核，不能自行撤回。")).isVisible();
        assertThat(school.button("继续修改")).hasCount(0);
        assertThat(school.text("省厅已通过 3 行：1、2、3.2")).isVisible();
        look.at(school, "preview-reviewed");
        school.goesTo("需修改的任务");
        assertThat(school.text("公办学校一般没有举办方投入")).isVisible();
        assertThat(form.cell("3.1", "举办方投入", ASKED)).hasValue("4");
        assertThat(school.text("省厅指出的“学校自筹”还没有改动")).isVisible();
        look.at(school, "returned");
        form.cell("3.1", "举办方投入", ASKED).fill("0");
        form.cell("3.1", "学校自筹", ASKED).fill("6.5");
        form.saves();
        assertThat(school.text("学校自筹 6 → 6.5")).isVisible();
        school.button("提交所选").click();
        assertThat(school.text("还不能提交")).isVisible();
        look.at(school, "returned-nothing-ticked");
        school.tick("提交 3.1").check();
        look.at(school, "returned-mended");
        school.button("提交所选 1 项").click();
        school.reads("本校任务情况预览");
    }

    @Test
    @Order(15)
    void provinceSeesWhatWasMendedAndApprovesIt() {
        try (var province = Visitor.atADesk()) {
            new ProvinceAtWork(province, look).approvesWhatWasMended(NAME);
        }
        school.goesTo("本校任务情况预览");
        assertThat(school.page().getByRole(AriaRole.MAIN))
                .containsText(Pattern.compile("已通过.*47\\.5", Pattern.DOTALL));
        look.at(school, "preview-approved");
    }

    @Test
    @Order(16)
    void provinceReleasesTheWholeForm() {
        try (var province = Visitor.atADesk()) {
            new ProvinceAtWork(province, look).releases(NAME);
        }
        school.opens("/school/undertakings");
        school.reads("承接任务");
        form.totals("3", "53.5", "17.5", "15", "7", "14");
        look.at(school, "filing-released");
    }

    @Test
    @Order(17)
    void blockFromAWorkbookIsShownBeforeItIsFilledIn() {
        school.button("键盘与粘贴").click();
        look.at(school, "filing-keys");
        school.button("关上").click();
        form.cell("1", "学校自筹").focus();
        school.pastes(
                """
                序号\t工作任务\t承接数量\t学校自筹（万元）\t行业企业投入\t举办方投入\t地市县投入
                1\t研究\t-\t1,000.00\t2\t3\t4
                3.1\t学校\t２\t6.5\t5\t0\t1 万元
                4.2\t基地\t1\t30\t0\t0\t12.5
                4.3\t团队\t2.5\t8\t0\t0\t0
                57\t其他\t1\t1\t1\t1\t1
                """);
        look.at(school, "filing-paste");
        school.button("取消").click();
        form.totals("3", "53.5", "17.5", "15", "7", "14");
    }

    @Test
    @Order(18)
    void manualSaysWhatTheScreensShow() {
        new Manual("院校填报操作手册").saysWhatTheScreensShow(look);
    }
}
