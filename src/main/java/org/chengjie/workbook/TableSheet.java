package org.chengjie.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chengjie.shared.Amount;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A plain table on a sheet of its own, written line by line and kept nowhere, so that its length
 * does not matter: a title, some lines that say what it is, a bold head that stays in sight, the
 * lines, and their sum. Numbers are numbers, all the rest is text (spec F11).
 *
 * @param <T> what a line is made from
 */
public final class TableSheet<T> {

    /**
     * A column.
     *
     * @param width in digits; a Chinese character is two
     * @param cell what stands in it: text, a number, an {@link Amount}, or nothing
     */
    public record Column<T>(String head, int width, Function<T, @Nullable Object> cell) {}

    /** So many lines are written out at a time. */
    private static final int PORTION = 500;

    private static final String LINE = "A6A6A6";

    private final Worksheet sheet;
    private final Paper paper;
    private final List<Column<T>> columns;
    private int row;

    /**
     * @param says what the table is: lines between the title and the head
     */
    public TableSheet(
            Workbook book, String name, String title, List<String> says, List<Column<T>> columns) {
        this.sheet = book.newWorksheet(name);
        this.columns = List.copyOf(columns);
        this.paper = new Paper(sheet, columns.size() - 1);
        paper.widths(columns.stream().mapToInt(Column::width).toArray());
        paper.foot(name, title);
        paper.title(row++, title);
        says.forEach(line -> sheet.value(row++, 0, line));
        for (int column = 0; column < columns.size(); column++) {
            paper.head(row, column, row, column, columns.get(column).head());
        }
        sheet.rowHeight(row, 22);
        paper.headedBy(row, row);
        row++;
    }

    public void line(T line) throws IOException {
        write(cells(line), false);
    }

    /** The last line, bold: what the others sum to. */
    public void total(T line) throws IOException {
        write(cells(line), true);
    }

    /** The same, cell by cell, where the sum is of another make than the lines. */
    public void totals(@Nullable Object... cells) throws IOException {
        write(Arrays.asList(cells), true);
    }

    /** Nothing more comes; the next sheet may begin. */
    public void finish() throws IOException {
        sheet.finish();
    }

    private List<@Nullable Object> cells(T line) {
        var cells = new ArrayList<@Nullable Object>();
        columns.forEach(column -> cells.add(column.cell().apply(line)));
        return cells;
    }

    private void write(List<@Nullable Object> cells, boolean bold) throws IOException {
        int column = 0;
        for (var cell : cells) {
            var format = put(column, cell);
            var style = sheet.style(row, column++);
            style.borderStyle(BorderStyle.THIN).borderColor(LINE).format(format);
            if (bold) {
                style.bold();
            }
            style.set();
        }
        if (++row % PORTION == 0) {
            sheet.flush();
        }
    }

    /** Writes a cell and says how it is shown; a format with decimals would show 57 as “57.”. */
    private String put(int column, @Nullable Object cell) {
        return switch (cell) {
            case null -> "@";
            case Amount amount -> {
                var wan = amount.wan();
                sheet.value(row, column, wan.setScale(Math.max(0, wan.scale())));
                yield wan.scale() > 0 ? "#,##0.####" : "#,##0";
            }
            case Number number -> {
                sheet.value(row, column, number);
                yield "#,##0";
            }
            default -> {
                sheet.value(row, column, cell.toString());
                yield "@";
            }
        };
    }
}
