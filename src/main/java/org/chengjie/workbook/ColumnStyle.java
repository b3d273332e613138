package org.chengjie.workbook;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The look of a table's column, given to a run of cells at a time: the library works it out anew
 * for each cell that is styled by itself, which takes longer than all the rest of a workbook.
 */
final class ColumnStyle {

    private static final String LINE = "A6A6A6";

    private final Worksheet sheet;
    private final int column;
    private int first = -1;
    private @Nullable String format;

    ColumnStyle(Worksheet sheet, int column) {
        this.sheet = sheet;
        this.column = column;
    }

    /** An empty cell shows nothing, so it has the format of those around it. */
    void blank(int row) {
        if (first < 0) {
            first = row;
        }
    }

    void format(int row, String wanted) {
        if (format != null && !format.equals(wanted)) {
            set(row, false);
        }
        blank(row);
        format = wanted;
    }

    /** Styles the cells above that row which have no style yet, before they are written out. */
    void set(int row, boolean bold) {
        if (first < 0) {
            return;
        }
        var style =
                sheet.range(first, column, row - 1, column)
                        .style()
                        .borderStyle(BorderStyle.THIN)
                        .borderColor(LINE)
                        .format(format == null ? "@" : format);
        if (bold) {
            style.bold();
        }
        style.set();
        first = -1;
        format = null;
    }
}
