package org.chengjie.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.organisation.ImportPreview.Alteration;
import org.chengjie.organisation.ImportPreview.Fault;
import org.chengjie.workbook.SentTable;
import org.chengjie.workbook.SheetRow;

/** Holds the rows of a file against the register, and says of each what it would do. */
final class ImportReading {

    private final SentTable table;
    private final SchoolCheck check;
    private final Map<String, RegisterEntry> known = new LinkedHashMap<>();
    private final Set<String> elsewhere;

    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<SchoolDraft> added = new ArrayList<>();
    private final List<Alteration> changed = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int same;

    /**
     * Reads nothing yet.
     *
     * @param register all schools of the province, open and closed
     * @param elsewhere codes that schools of other provinces have
     */
    ImportReading(
            SentTable table,
            SchoolCheck check,
            List<RegisterEntry> register,
            Set<String> elsewhere) {
        this.table = table;
        this.check = check;
        register.forEach(entry -> known.put(entry.code(), entry));
        this.elsewhere = elsewhere;
    }

    static SentTable table(List<SheetRow> rows) {
        return SentTable.find(rows, RegisterColumn.heads());
    }

    static SchoolDraft draft(SentTable table, SheetRow row) {
        return new SchoolDraft(
                table.text(row, RegisterColumn.CODE.head()),
                table.text(row, RegisterColumn.NAME.head()),
                table.text(row, RegisterColumn.KIND.head()),
                table.text(row, RegisterColumn.CITY.head()),
                table.text(row, RegisterColumn.AFFILIATION.head()));
    }

    /**
     * Reads all.
     *
     * @param step told of each row
     */
    ImportPreview read(StagedImport staged, String seen, Runnable step) {
        for (var row : table.rows()) {
            read(row);
            step.run();
        }
        var closed =
                staged.closeAbsent() && faults.isEmpty()
                        ? known.values().stream()
                                .filter(entry ->
                                        !entry.closed() && !rowOf.containsKey(entry.code()))
                                .toList()
                        : List.<RegisterEntry>of();
        return new ImportPreview(staged, added, changed, closed, same, faults, seen);
    }

    private void read(SheetRow row) {
        var draft = draft(table, row);
        var before = known.get(draft.code());
        var wrong = check.faults(draft, before);
        if (!wrong.containsKey(RegisterColumn.CODE)) {
            var first = rowOf.putIfAbsent(draft.code(), row.number());
            if (first != null) {
                wrong.put(RegisterColumn.CODE, "与第 " + first + " 行的标识码重复，请只留一行。");
            } else if (elsewhere.contains(draft.code())) {
                wrong.put(RegisterColumn.CODE, SchoolChanges.ELSEWHERE);
            } else if (before != null && before.closed()) {
                wrong.put(RegisterColumn.CODE, SchoolChanges.taken(before));
            }
        }
        if (!wrong.isEmpty()) {
            wrong.forEach((column, words) ->
                    faults.add(
                            new Fault(
                                    table.address(row, column.head()),
                                    row.number(),
                                    column.head(),
                                    words)));
            return;
        }
        if (before == null) {
            added.add(draft);
            return;
        }
        var changes = SchoolChanges.changes(before, draft);
        if (changes.isEmpty()) {
            same++;
        } else {
            changed.add(new Alteration(before, draft, changes));
        }
    }
}
