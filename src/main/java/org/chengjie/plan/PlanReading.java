package org.chengjie.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.plan.PlanPreview.Fault;
import org.chengjie.workbook.SentTable;
import org.chengjie.workbook.SheetRow;

/** Reads the rows of a file as the lines of a plan, and names every fault by row and column. */
final class PlanReading {

    /** What all rows of an area, and of a task, have to say alike. */
    private static final List<PlanField> OF_AREA = List.of(PlanField.AREA);

    private static final List<PlanField> OF_TASK =
            List.of(PlanField.AREA_NO, PlanField.TASK, PlanField.DEPARTMENTS, PlanField.CLAUSES);

    private record First(int row, Map<PlanField, String> texts) {}

    static final String SHEET = "任务目录";

    private final SentTable table;
    private final Map<String, First> areas = new HashMap<>();
    private final Map<String, First> tasks = new HashMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final List<PlanRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Set<String> clauses = Set.of();

    PlanReading(List<SheetRow> sheet) {
        this.table = table(sheet);
    }

    static SentTable table(List<SheetRow> sheet) {
        return SentTable.find(sheet, PlanField.COLUMNS.stream().map(PlanField::label).toList());
    }

    PlanPreview read(StagedPlan staged) {
        var text = new ClauseReading(staged.clauses());
        clauses = text.numbers();
        table.rows().forEach(this::read);
        faults.addAll(text.faults());
        return new PlanPreview(staged, rows, text.clauses(), faults);
    }

    private void read(SheetRow row) {
        var typed = new EnumMap<PlanField, String>(PlanField.class);
        for (var field : PlanField.COLUMNS) {
            typed.put(field, table.text(row, field.label()));
        }
        var texts = RowCheck.tidy(typed);
        var wrong = RowCheck.faults(texts, clauses);
        alike(row, texts, areas, PlanField.AREA_NO, OF_AREA, wrong);
        alike(row, texts, tasks, PlanField.TASK_NO, OF_TASK, wrong);
        var first = items.putIfAbsent(texts.getOrDefault(PlanField.ITEM_NO, ""), row.number());
        if (first != null) {
            wrong.putIfAbsent(
                    PlanField.ITEM_NO, "与第 " + first + " 行的编号重复。像 3.10 这样的编号，请先把单元格设为文本。");
        }
        if (wrong.isEmpty()) {
            rows.add(PlanRow.of(0, texts));
        }
        wrong.forEach((field, words) ->
                faults.add(
                        new Fault(
                                SHEET,
                                table.address(row, field.label()),
                                row.number(),
                                field.label(),
                                words)));
    }

    private static void alike(
            SheetRow row,
            Map<PlanField, String> texts,
            Map<String, First> firsts,
            PlanField number,
            List<PlanField> fields,
            Map<PlanField, String> wrong) {
        if (wrong.containsKey(number)) {
            return;
        }
        var no = texts.getOrDefault(number, "");
        var first = firsts.putIfAbsent(no, new First(row.number(), texts));
        if (first == null) {
            return;
        }
        for (var field : fields) {
            var there = first.texts().getOrDefault(field, "");
            if (!there.equals(texts.getOrDefault(field, ""))) {
                wrong.putIfAbsent(
                        field,
                        "%s %s 在第 %d 行写的是“%s”，请写成一样的。"
                                .formatted(number.label(), no, first.row(), there));
            }
        }
    }
}
