package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole form by keys and clipboard, from the first tick to the receipt (spec X4). */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class SchoolFillsByKeyboardTest {

    private final Look look = new Look();
    private Visitor school;
    private FormOnScreen form;

    @BeforeAll
    void comes() {
        school = Visitor.atADesk();
        form = new FormOnScreen(school);
        school.signsIn("学校（或其他）", Product.running().school("140000"), "123456");
        school.changesTheInitialPassword("jianpan2020");
        school.reads("承接任务");
    }

    @AfterAll
    void leaves() {
        school.close();
    }

    @Test
    @Order(1)
    void fillsRowByRow() {
        school.presses("Tab", form.tick("1"));
        for (var row : FormOnScreen.EXAMPLE) {
            school.presses("Tab", form.tick(row.no()));
            school.press("Space");
            if (!row.quantity().equals("-")) {
                school.types(row.quantity().substring(0, 1));
                school.press("ArrowRight");
            }
            school.types(row.amounts().get(0));
            school.press("Tab");
            school.types(row.amounts().get(1));
            school.press("ArrowRight");
            school.types(row.amounts().get(2));
            school.press("Tab");
            school.types(row.amounts().get(3));
        }
        FormOnScreen.EXAMPLE.forEach(form::shows);
        form.totals("3", "57", "17", "15", "11", "14");
        look.at(school, "filing-by-keys");
    }

    @Test
    @Order(2)
    void movesAsInASpreadsheet() {
        assertThat(form.cell("3.3", "地市县投入")).isFocused();
        school.press("ArrowDown");
        assertThat(form.cell("3.3", "地市县投入")).isFocused();
        school.press("Shift+Enter");
        assertThat(form.cell("3.2", "地市县投入")).isFocused();
        school.press("ArrowLeft");
        school.press("ArrowUp");
        school.press("Enter");
        assertThat(form.cell("3.2", "举办方投入")).isFocused();
        school.press("Home");
        assertThat(form.tick("3.2")).isFocused();
        school.press("End");
        assertThat(form.cell("3.2", "地市县投入")).isFocused();
        school.press("Control+Home");
        assertThat(form.tick("1")).isFocused();
        school.press("ArrowRight");
        assertThat(form.cell("1", "学校自筹")).isFocused();
        school.press("Control+End");
        school.press("ArrowUp");
        assertThat(form.tick("1")).not().isFocused();
        school.press("Control+Home");
    }

    @Test
    @Order(3)
    void staysInsideATextThatIsBeingEdited() {
        var cell = form.cell("2", "学校自筹");
        cell.focus();
        school.types("５，０００．５０");
        school.press("ArrowLeft");
        school.press("ArrowLeft");
        assertThat(cell).isFocused();
        school.press("Escape");
        assertThat(cell).hasValue("5");
        school.press("F2");
        school.types(".250万元");
        school.press("Tab");
        assertThat(cell).hasValue("5.25");
        assertThat(cell).not().hasAttribute("aria-invalid", "true");
        form.totals("3", "57.25", "17.25", "15", "11", "14");
    }

    @Test
    @Order(4)
    void undoesAndRedoesOverTheWholeForm() {
        school.press("Control+z");
        assertThat(form.cell("2", "学校自筹")).hasValue("5");
        assertThat(form.cell("2", "学校自筹")).isFocused();
        assertThat(school.text("已撤销：2 学校自筹")).isVisible();
        school.press("Control+y");
        assertThat(form.cell("2", "学校自筹")).hasValue("5.25");
        for (int i = 0; i < 40; i++) {
            school.press("Control+z");
        }
        form.totals("0", "0", "0", "0", "0", "0");
        assertThat(form.tick("1")).not().isChecked();
        for (int i = 0; i < 40; i++) {
            school.press("Control+Shift+Z");
        }
        form.totals("3", "57.25", "17.25", "15", "11", "14");
        school.press("Control+z");
        FormOnScreen.EXAMPLE.forEach(form::shows);
    }

    @Test
    @Order(5)
    void leavesTheContactToTheBrowsersOwnUndo() {
        var phone = school.field("办公电话");
        phone.focus();
        school.press("End");
        school.types("9");
        assertThat(phone).hasValue("0310-88888889");
        school.press("Control+z");
        assertThat(phone).hasValue("0310-8888888");
        FormOnScreen.EXAMPLE.forEach(form::shows);
    }

    @Test
    @Order(6)
    void keysAreListed() {
        school.button("键盘与粘贴").press("Enter");
        assertThat(school.text("同一列的上一行、下一行")).isVisible();
        look.at(school, "filing-keys");
        school.press("Escape");
        assertThat(school.button("键盘与粘贴")).isFocused();
    }

    @Test
    @Order(7)
    void submitsByKeys() {
        school.button("提交").press("Enter");
        school.reads("提交前核对");
        school.button("提交").press("Enter");
        school.reads("本校任务情况预览");
        form.totals("3", "57", "17", "15", "11", "14");
        school.button("继续修改").press("Enter");
        school.reads("承接任务");
    }

    @Test
    @Order(8)
    void blockWithNumbersGoesWhereItsNumbersSay() {
        form.cell("1", "学校自筹").focus();
        school.pastes(
                """
                序号\t工作任务\t承接数量\t地市县投入\t学校自筹（万元）\t备注
                3.1\t"培育
                典型学校"\t３\t1,046.50\t0.00\t张三
                3.3\t案例\t2.5\t1\t3\t
                1\t研究\t7\t\t1.00\t
                4.1\t骨干\t2.00\t 5 万元\t0\t李四
                4.2\t基地\t-\t0\t0\t
                99.9\t没有\t1\t1\t1\t
                """);
        assertThat(dialog()).containsText("粘贴 6 行");
        assertThat(dialog()).containsText("将改动 6 格，3 格与原来相同，1 行不承接或全是 0，不动");
        assertThat(dialog()).containsText("一并勾选 1 条的“是否承接”");
        assertThat(dialog()).containsText("3.3 承接数量：应为不小于 1 的整数，现在填的是“2.5”。");
        assertThat(dialog()).containsText("1 承接数量：这一条不填承接数量，没有放“7”。");
        assertThat(dialog()).containsText("99.9：不在本校可承接的条目里。");
        look.at(school, "filing-paste");
        school.button("填入 6 格").press("Enter");
        assertThat(form.cell("1", "学校自筹")).isFocused();
        form.shows(new FormOnScreen.Row("3.1", "3 所", List.of("0", "5", "4", "1046.5")));
        assertThat(form.tick("4.1")).isChecked();
        assertThat(form.cell("4.1", "地市县投入")).hasValue("5");
        assertThat(form.tick("4.2")).not().isChecked();
        school.press("Control+z");
        assertThat(school.text("已撤销：3.1 承接数量 等 7 格")).isVisible();
        FormOnScreen.EXAMPLE.forEach(form::shows);
        assertThat(form.tick("4.1")).not().isChecked();
    }

    @Test
    @Order(9)
    void blockWithoutNumbersGoesDownTheRowsThatAreUndertaken() {
        form.cell("2", "行业企业投入").focus();
        school.pastes("7\t8\t9\t10\n11\t\t12\n13\n14\n15");
        assertThat(dialog()).containsText("右边 1 列：超出了表格，没有放进去。");
        assertThat(dialog()).containsText("最后 1 行：下面没有可填的行了。");
        school.press("Enter");
        assertThat(form.cell("2", "地市县投入")).hasValue("9");
        assertThat(form.cell("3.1", "举办方投入")).hasValue("4");
        assertThat(form.cell("3.1", "地市县投入")).hasValue("12");
        assertThat(form.cell("3.3", "行业企业投入")).hasValue("14");
        school.press("Control+z");
        FormOnScreen.EXAMPLE.forEach(form::shows);
    }

    @Test
    @Order(10)
    void pickedCellsAreCopiedAndEmptied() {
        form.cell("3.1", "行业企业投入").focus();
        school.press("Shift+ArrowDown");
        school.press("Shift+ArrowRight");
        assertThat(school.text("已选 2 行 × 2 列")).isVisible();
        look.at(school, "filing-picked");
        school.press("Control+c");
        assertThat(school.text("已复制 2 行 × 2 列")).isVisible();
        assertThat(school.page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo("5\t4\r\n1\t2");
        school.press("Delete");
        form.totals("3", "45", "17", "9", "5", "14");
        school.press("Control+z");
        FormOnScreen.EXAMPLE.forEach(form::shows);
    }

    @Test
    @Order(11)
    void fiftyRowsOfFiveAreOneStep() {
        form.tick("1").focus();
        school.pastes(
                IntStream.range(0, 50)
                        .mapToObj(i -> "-\t%d\t0\t0.5\t1,000.25".formatted(i))
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
        look.at(school, "filing-paste-fifty");
        assertThat(dialog()).containsText("粘贴 50 行");
        school.button("取消").press("Enter");
        FormOnScreen.EXAMPLE.forEach(form::shows);
        school.pastes(
                IntStream.range(0, 50)
                        .mapToObj(i -> "-\t%d\t0\t0.5\t1,000.25".formatted(i))
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
        school.page().getByRole(AriaRole.DIALOG).getByText("逐行填入每一条").click();
        school.page().locator("#paste-go").press("Enter");
        assertThat(form.total("任务数量")).containsText("条目 50 条");
        form.totals("36", "51,262.5", "1,225", "0", "25", "50,012.5");
        school.press("Control+z");
        form.totals("3", "57", "17", "15", "11", "14");
        school.press("Control+y");
        form.totals("36", "51,262.5", "1,225", "0", "25", "50,012.5");
        school.press("Control+z");
        FormOnScreen.EXAMPLE.forEach(form::shows);
        school.complainsOfNothing();
    }

    private Locator dialog() {
        return school.page().getByRole(AriaRole.DIALOG);
    }
}
