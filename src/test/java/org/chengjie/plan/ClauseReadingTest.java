package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.SheetCell;
import org.chengjie.workbook.SheetRow;
import org.junit.jupiter.api.Test;

/** Every fault of the sheet with a plan's text is named by row and column (spec C4). */
class ClauseReadingTest {

    @Test
    void readsTheClausesInTheirOrder() {
        var reading = read(List.of("2", "2. 育人", "第一段\n第二段"), List.of("三（四）", "（四）评价", "一段"));
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.clauses())
                .containsExactly(
                        new Clause("2", "2. 育人", "第一段\n第二段"), new Clause("三（四）", "（四）评价", "一段"));
        assertThat(reading.numbers()).containsExactlyInAnyOrder("2", "三（四）");
    }

    @Test
    void doesWithoutTheText() {
        assertThat(new ClauseReading(List.of()).any()).isFalse();
        assertThat(read().any()).isFalse();
    }

    @Test
    void refusesASheetWithOtherColumns() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ClauseReading(List.of(row(1, List.of("编号", "标题", "原文")))))
                .withMessageContaining("条款编号");
    }

    @Test
    void namesWhatIsWrong() {
        var reading =
                read(
                        List.of("2", "2. 育人", "原文"),
                        List.of("2", "2. 又一条", "原文"),
                        List.of("3;4", "标题", ""),
                        List.of("5", "标题", "长".repeat(8_001)));
        assertThat(reading.faults())
                .extracting(fault -> fault.sheet() + " " + fault.address() + " " + fault.words())
                .containsExactly(
                        "方案条款 A3 与第 2 行的编号重复。",
                        "方案条款 C4 还没有填。",
                        "方案条款 A4 编号里不能有“;”“、”“,”和空格，任务的条款用它们隔开。",
                        "方案条款 C5 最多 8,000 字，现在是 8,001 字。");
        assertThat(reading.clauses()).hasSize(1);
    }

    @SafeVarargs
    private static ClauseReading read(List<String>... rows) {
        var sheet = new ArrayList<SheetRow>();
        sheet.add(row(1, ClauseReading.HEADS));
        for (var texts : rows) {
            sheet.add(row(sheet.size() + 1, texts));
        }
        return new ClauseReading(sheet);
    }

    private static SheetRow row(int number, List<String> texts) {
        var cells = new ArrayList<SheetCell>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                cells.add(new SheetCell((char) ('A' + i) + "" + number, i, texts.get(i)));
            }
        }
        return new SheetRow(number, cells);
    }
}
