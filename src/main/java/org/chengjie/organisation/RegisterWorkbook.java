package org.chengjie.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.Paper;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The register as a workbook: template and export in one. The heads are locked, the rest is free,
 * and kind, city and affiliation are chosen from lists (spec P1).
 */
public final class RegisterWorkbook {

    private static final String TITLE = "院校名册";
    private static final String CHOICES = "选项";
    private static final String NOTE =
            "一行一所学校。学校标识码为 10 位数字；办学层次、所在市、隶属请从下拉列表里选；市属学校必须选所在市。列可以换位置，表头不能改。";

    private static final int HEADS = 2;
    private static final int FIRST = 3;
    private static final int LAST_COLUMN = RegisterColumn.values().length - 1;
    private static final int SPARE_ROWS = Imports.MOST_ROWS;

    private RegisterWorkbook() {}

    /** Writes the open schools, and room for more. */
    public static void write(
            OutputStream out, String province, List<RegisterEntry> schools, List<String> cities)
            throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            var sheet = book.newWorksheet(TITLE);
            var choices = book.newWorksheet(CHOICES);
            heads(sheet, province);
            int row = FIRST;
            for (var school : schools) {
                for (var column : RegisterColumn.values()) {
                    sheet.value(row, at(column), SchoolChanges.text(school, column));
                }
                row++;
            }
            // A cell that has been written no longer takes after its column.
            if (row > FIRST) {
                sheet.range(FIRST, 0, row - 1, LAST_COLUMN)
                        .style()
                        .format("@")
                        .protectionOption(ProtectionOption.LOCKED, false)
                        .set();
            }
            choose(sheet, choices, RegisterColumn.KIND, labels(Kind.values()));
            choose(sheet, choices, RegisterColumn.CITY, cities);
            choose(sheet, choices, RegisterColumn.AFFILIATION, labels(Affiliation.values()));
            choices.setVisibilityState(VisibilityState.HIDDEN);
        }
    }

    private static void heads(Worksheet sheet, String province) {
        int[] widths = {16, 44, 16, 18, 10};
        for (var column : RegisterColumn.values()) {
            int index = at(column);
            sheet.width(index, widths[index]);
            // Codes are text, or Excel would show 4.11E+09; whole columns are open but for the
            // heads.
            sheet.style(index).format("@").protectionOption(ProtectionOption.LOCKED, false).set();
            sheet.value(HEADS, index, column.head());
            sheet.style(HEADS, index)
                    .bold()
                    .fillColor("DCE6F1")
                    .horizontalAlignment("center")
                    .protectionOption(ProtectionOption.LOCKED, true)
                    .set();
        }
        sheet.value(0, 0, province + TITLE);
        sheet.range(0, 0, 0, LAST_COLUMN).merge();
        sheet.range(0, 0, 0, LAST_COLUMN)
                .style()
                .bold()
                .fontSize(14)
                .protectionOption(ProtectionOption.LOCKED, true)
                .set();
        sheet.value(1, 0, NOTE);
        sheet.range(1, 0, 1, LAST_COLUMN).merge();
        sheet.range(1, 0, 1, LAST_COLUMN)
                .style()
                .wrapText(true)
                .verticalAlignment("center")
                .protectionOption(ProtectionOption.LOCKED, true)
                .set();
        sheet.rowHeight(1, 32);
        sheet.freezePane(0, FIRST);
        sheet.protect(
                "",
                SheetProtectionOption.SHEET,
                SheetProtectionOption.FORMAT_CELLS,
                SheetProtectionOption.FORMAT_COLUMNS,
                SheetProtectionOption.FORMAT_ROWS);
    }

    /**
     * The choices stand on a sheet of their own: a list in the rule itself holds 255 characters.
     */
    private static void choose(
            Worksheet sheet, Worksheet choices, RegisterColumn column, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        int at = at(column);
        for (int i = 0; i < words.size(); i++) {
            choices.value(i, at, words.get(i));
        }
        sheet.range(FIRST, at, FIRST + SPARE_ROWS, at)
                .validateWithList(choices.range(0, at, words.size() - 1, at))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(column.head())
                .error("请从下拉列表里选。");
    }

    private static int at(RegisterColumn column) {
        return List.of(RegisterColumn.values()).indexOf(column);
    }

    private static List<String> labels(Enum<?>[] constants) {
        return Stream.of(constants).map(Labels::of).toList();
    }
}
