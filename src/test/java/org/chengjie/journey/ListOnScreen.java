package org.chengjie.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A list of the province as an officer reads it: what is in view, line by line, and its sums. */
record ListOnScreen(Visitor officer) {

    static final List<String> MONEY = List.of("汇总", "学校自筹", "行业企业投入", "举办方投入", "地市县投入");

    private static final Pattern NUMBER = Pattern.compile("-?[\\d,]+(\\.\\d+)?");

    /** The head of each line, and its cells by their labels. */
    private static final String LINES =
            """
            () => [...document.querySelectorAll('table.lists tbody tr[data-row], table.schools tbody tr')].map(tr =>
                Object.fromEntries([['学校', tr.querySelector('th').innerText], ['行', tr.dataset.row ?? ''],
                    ...[...tr.querySelectorAll('td[data-l]')].map(td => [td.dataset.l, td.innerText])]))
            """;

    private static final String SUMS =
            """
            () => [...document.querySelectorAll('.bar .sum > div')]
                .map(div => [div.querySelector('dt').innerText, div.querySelector('dd').innerText])
            """;

    /** Texts by their labels: a line of the list, or the line of its sums. */
    record Line(Map<String, String> texts) {

        String text(String label) {
            return texts.getOrDefault(label, "");
        }

        BigDecimal number(String label) {
            return ListOnScreen.number(text(label));
        }
    }

    /** What the line of sums says; 汇总 without its unit. */
    Line sums() {
        var sums = new LinkedHashMap<String, String>();
        for (var sum : read(SUMS)) {
            var pair = (List<?>) sum;
            sums.putIfAbsent(
                    String.valueOf(pair.get(0)).replace("（万元）", ""), String.valueOf(pair.get(1)));
        }
        return new Line(sums);
    }

    /** How many lines are in view, on all pages together. */
    int found() {
        return sums().number("筛选结果").intValueExact();
    }

    /** Every line in view, from page to page. */
    List<Line> lines() {
        var lines = new ArrayList<>(linesOfThisPage());
        var next = officer.link("下一页");
        while (next.count() > 0) {
            next.click();
            lines.addAll(linesOfThisPage());
        }
        return lines;
    }

    /** What is in view on all pages is as many as is said, and sums to what is said (spec P6). */
    List<Line> addsUp() {
        var sums = sums();
        var lines = lines();
        assertThat(lines).hasSize(sums.number("筛选结果").intValueExact());
        for (var column : MONEY) {
            var sum = lines.stream().map(line -> line.number(column)).reduce(BigDecimal::add);
            assertThat(sum.orElse(BigDecimal.ZERO))
                    .as(column)
                    .isEqualByComparingTo(sums.number(column));
        }
        return lines;
    }

    /** The first number of a text; 0 where it has none. */
    static BigDecimal number(String text) {
        var number = NUMBER.matcher(text);
        return number.find() ? new BigDecimal(number.group().replace(",", "")) : BigDecimal.ZERO;
    }

    void chooses(String label, String option) {
        officer.page()
                .locator("form.tools label", new Page.LocatorOptions().setHasText(label))
                .getByRole(AriaRole.COMBOBOX)
                .selectOption(option);
    }

    void filters() {
        officer.button("筛选").click();
    }

    Locator row(int place) {
        return officer.page().locator("tr[data-row]").nth(place);
    }

    /** The name of the school of a row. */
    String school(int place) {
        return row(place).locator("th b").innerText();
    }

    void ticks(int place) {
        row(place).getByRole(AriaRole.CHECKBOX).check();
    }

    /** A button beside the list, where what is ticked is decided. */
    Locator decision(String step) {
        return officer.page()
                .getByRole(AriaRole.COMPLEMENTARY)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(step).setExact(true));
    }

    /** A button below the list, where everything in view can be decided as well. */
    Locator bulk(String step) {
        return officer.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("批量审核"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(step).setExact(true));
    }

    Locator reason() {
        return officer.page().locator("#reason");
    }

    /** What was decided last, as the page tells it. */
    Locator last() {
        return officer.page().locator("#last");
    }

    private List<Line> linesOfThisPage() {
        var lines = new ArrayList<Line>();
        for (var line : read(LINES)) {
            var cells = new LinkedHashMap<String, String>();
            ((Map<?, ?>) line)
                    .forEach((label, text) ->
                            cells.put(String.valueOf(label), String.valueOf(text)));
            lines.add(new Line(cells));
        }
        return lines;
    }

    /** Of the whole page: what comes late counts as well. */
    private List<?> read(String script) {
        officer.page().waitForLoadState();
        return (List<?>) officer.page().evaluate(script);
    }
}
