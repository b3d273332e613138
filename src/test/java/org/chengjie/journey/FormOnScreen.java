package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** 承接任务 as a school fills it in: a row is known by its number, a cell by its label. */
record FormOnScreen(Visitor visitor) {

    static final List<String> SOURCES = List.of("学校自筹", "行业企业投入", "举办方投入", "地市县投入");

    /** A row of the manual's worked example; the quantity with its unit, {@code 1 所}, or a dash. */
    record Row(String no, String quantity, List<String> amounts) {}

    /** The rows of the manual's worked example. */
    static final List<Row> EXAMPLE =
            List.of(
                    new Row("1", "-", List.of("1", "2", "3", "4")),
                    new Row("2", "-", List.of("5", "6", "1", "2")),
                    new Row("3.1", "1 所", List.of("6", "5", "4", "1")),
                    new Row("3.2", "2 个", List.of("2", "1", "2", "6")),
                    new Row("3.3", "2 个", List.of("3", "1", "1", "1")));

    void fills(Row row) {
        tick(row.no()).check();
        if (!row.quantity().equals("-")) {
            quantity(row).fill(row.quantity().split(" ", -1)[0]);
        }
        for (int i = 0; i < SOURCES.size(); i++) {
            cell(row.no(), SOURCES.get(i)).fill(row.amounts().get(i));
        }
    }

    void shows(Row row) {
        assertThat(tick(row.no())).isChecked();
        if (!row.quantity().equals("-")) {
            assertThat(quantity(row)).hasValue(row.quantity().split(" ", -1)[0]);
        }
        for (int i = 0; i < SOURCES.size(); i++) {
            assertThat(cell(row.no(), SOURCES.get(i))).hasValue(row.amounts().get(i));
        }
    }

    Locator tick(String no) {
        return page().getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^承接 " + no.replace(".", "\\.") + " ")));
    }

    Locator cell(String no, String source) {
        return visitor.field(no + " " + source + "（万元）");
    }

    Locator cell(String no, String source, String besides) {
        return visitor.field(no + " " + source + "（万元）" + besides);
    }

    Locator quantity(String no, String unit) {
        return visitor.field(no + " 承接数量（" + unit + "）");
    }

    /** A number of the summary line: {@code 任务数量}, {@code 汇总金额}, or a source. */
    Locator total(String name) {
        return page().getByRole(AriaRole.TERM)
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .locator("xpath=following-sibling::dd");
    }

    void totals(String tasks, String total, String... sources) {
        assertThat(total("任务数量")).containsText(tasks + " 项");
        assertThat(total("汇总金额")).hasText(total);
        for (int i = 0; i < SOURCES.size(); i++) {
            assertThat(total(SOURCES.get(i))).hasText(sources[i]);
        }
    }

    /** Presses 保存 and waits for the page to say when it was. */
    void saves() {
        visitor.button("保存").click();
        state(Pattern.compile("^已保存 \\d\\d:\\d\\d:\\d\\d$"));
    }

    void state(Pattern words) {
        assertThat(page().locator("#save-state"))
                .hasText(words, new LocatorAssertions.HasTextOptions().setTimeout(20_000));
    }

    /** Presses 提交 on the form: what stands in the way is said there. */
    void submits() {
        visitor.button("提交").click();
    }

    /** Presses 提交 on the form, looks once more, and presses it again. */
    void submitsAfterALook() {
        submits();
        visitor.reads("提交前核对");
        visitor.button("提交").click();
    }

    private Locator quantity(Row row) {
        return quantity(row.no(), row.quantity().split(" ", -1)[1]);
    }

    private Page page() {
        return visitor.page();
    }
}
