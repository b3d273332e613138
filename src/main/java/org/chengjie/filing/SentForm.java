package org.chengjie.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.SentTable;
import org.chengjie.workbook.SheetRow;

/**
 * The form as a school has sent it: the rows that name an item. Headings, notes and rows that only
 * look like rows say nothing; a row of numbers that names no item is at fault.
 */
final class SentForm {

    /**
     * A row that names an item.
     *
     * @param undertaken what stands under 是否承接
     */
    record Line(SheetRow row, RowKey key, String undertaken, Map<Cell, String> cells) {}

    /** People add a line of sums of their own; it says nothing new. */
    private static final Pattern SUMS = Pattern.compile(".*(合计|总计|小计|汇总).*");

    private static final String NO_KEYS = "这不是从平台下载的填报模板：没有隐藏的“行标识”列。请下载填报模板，把内容填到模板里再上传。";

    private final SentTable table;
    private final List<Line> lines = new ArrayList<>();
    private final List<UploadPreview.CellFault> faults = new ArrayList<>();

    private SentForm(SentTable table) {
        this.table = table;
    }

    /** Reads a file that belongs to this school and plan; any other is refused. */
    static SentForm read(List<SheetRow> sheet, TemplateOwner owner) {
        var heads = new ArrayList<>(TemplateColumn.read());
        SentTable.find(sheet, heads);
        heads.add(TemplateColumn.KEY.head());
        SentTable table;
        try {
            table = SentTable.find(sheet, heads);
        } catch (Refusal withoutKeys) {
            throw Refusal.invalid(NO_KEYS);
        }
        var form = new SentForm(table);
        table.rows().forEach(form::read);
        form.lines.forEach(line -> owner.require(line.key()));
        if (form.lines.isEmpty()) {
            throw Refusal.invalid("表头下面没有一行任务。请下载填报模板，填好后再上传。");
        }
        return form;
    }

    List<Line> lines() {
        return lines;
    }

    List<UploadPreview.CellFault> faults() {
        return faults;
    }

    int headRow() {
        return table.head().number();
    }

    /** The hidden column, wherever it has been moved to. */
    int keyColumn() {
        return table.columns().getOrDefault(TemplateColumn.KEY.head(), 0);
    }

    UploadPreview.CellFault fault(SheetRow row, TemplateColumn column, String words) {
        return new UploadPreview.CellFault(
                table.address(row, column.head()), row.number(), column.head(), words);
    }

    private void read(SheetRow row) {
        var text = table.text(row, TemplateColumn.KEY.head());
        var undertaken = table.text(row, TemplateColumn.UNDERTAKEN.head());
        var cells = new EnumMap<Cell, String>(Cell.class);
        for (var cell : Cell.values()) {
            cells.put(cell, table.text(row, TemplateColumn.of(cell).head()));
        }
        if (!text.isEmpty()) {
            RowKey.parse(text)
                    .ifPresentOrElse(
                            key -> lines.add(new Line(row, key, undertaken, cells)),
                            () -> faults.add(unknown(row, "行标识被改动，认不出这是哪一条。请重新下载模板，把这一行填进去。")));
        } else if (filled(undertaken, cells) && !sums(row)) {
            faults.add(unknown(row, "这一行不是模板里的任务，认不出是哪一条。请填到模板里相应的行，再删去这一行。"));
        }
    }

    private UploadPreview.CellFault unknown(SheetRow row, String words) {
        return fault(row, TemplateColumn.UNDERTAKEN, words);
    }

    private static boolean filled(String undertaken, Map<Cell, String> cells) {
        return !undertaken.isEmpty() || cells.values().stream().anyMatch(text -> !text.isEmpty());
    }

    private static boolean sums(SheetRow row) {
        return row.cells().stream().anyMatch(cell -> SUMS.matcher(cell.text()).matches());
    }
}
