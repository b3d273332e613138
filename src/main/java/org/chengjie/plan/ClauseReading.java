package org.chengjie.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.plan.PlanPreview.Fault;
import org.chengjie.workbook.SentTable;
import org.chengjie.workbook.SheetRow;

/**
 * Reads the sheet 方案条款 of a plan's file: the passages that its tasks point to, in their order (spec
 * C4). A plan may do without its text; then there is no such sheet, or an empty one.
 */
final class ClauseReading {

    static final String SHEET = "方案条款";
    static final String NO = "条款编号";
    static final String HEADING = "标题";
    static final String WORDS = "原文";
    static final List<String> HEADS = List.of(NO, HEADING, WORDS);
    static final int MOST_ROWS = 500;

    private static final Map<String, Integer> LONGEST = Map.of(NO, 20, HEADING, 100, WORDS, 8_000);

    private final List<SheetRow> rows;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A sheet in which there is something, and not these columns, is refused. */
    ClauseReading(List<SheetRow> sheet) {
        if (sheet.isEmpty()) {
            this.rows = List.of();
        } else {
            var table = SentTable.find(sheet, HEADS);
            this.rows = table.rows();
            rows.forEach(row -> read(table, row));
        }
    }

    /** Whether there is anything under the heads. */
    boolean any() {
        return !rows.isEmpty();
    }

    List<Clause> clauses() {
        return List.copyOf(clauses);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** All that tasks may point to, those of faulty rows among them. */
    Set<String> numbers() {
        return Set.copyOf(numbers.keySet());
    }

    private void read(SentTable table, SheetRow row) {
        int before = faults.size();
        HEADS.forEach(head -> length(table, row, head));
        var no = table.text(row, NO);
        if (no.matches(".*[;；,，、\\s].*")) {
            fault(table, row, NO, "编号里不能有“;”“、”“,”和空格，任务的条款用它们隔开。");
        }
        var first = no.isEmpty() ? null : numbers.putIfAbsent(no, row.number());
        if (first != null) {
            fault(table, row, NO, "与第 " + first + " 行的编号重复。");
        }
        if (faults.size() == before) {
            clauses.add(
                    new Clause(
                            no,
                            table.text(row, HEADING),
                            table.text(row, WORDS).replace("\r\n", "\n")));
        }
    }

    private void length(SentTable table, SheetRow row, String head) {
        int longest = LONGEST.getOrDefault(head, 0);
        int length = table.text(row, head).length();
        if (length == 0) {
            fault(table, row, head, "还没有填。");
        } else if (length > longest) {
            fault(table, row, head, "最多 %,d 字，现在是 %,d 字。".formatted(longest, length));
        }
    }

    private void fault(SentTable table, SheetRow row, String head, String words) {
        faults.add(new Fault(SHEET, table.address(row, head), row.number(), head, words));
    }
}
