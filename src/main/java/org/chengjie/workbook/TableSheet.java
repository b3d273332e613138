package org.chengjie.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chengjie.shared.Amount;
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

    private static final String TEXT = "@";
    private static final String WHOLE = "#,##0";
    private static final String BROKEN = "#,##0.####";

    private final Worksheet sheet;
    private final Paper paper;
    private final List<ColumnStyle> styles;
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
        this.styles = new ArrayList<>();
        paper.widths(columns.stream().mapToInt(Column::width).toArray());
        paper.foot(name, title);
        paper.title(row++, title);
        says.forEach(line -> sheet.value(row++, 0, line));
        for (int column = 0; column < columns.size(); column++) {
            paper.head(row, column, row, column, columns.get(column).head());
            styles.add(new ColumnStyle(sheet, column));
        }
        sheet.rowHeight(row, 22);
        paper.headedBy(row, row);
        row++;
    }

    public void line(T line) throws IOException {
        write(cells(line));
        if (row % PORTION == 0) {
            style(false);
            sheet.flush();
        }
    }

    /** The last line, bold: what the others sum to. */
    public void total(T line) {
        last(cells(line));
    }

    /** The same, cell by cell, where the sum is of another make than the lines. */
    public void totals(@Nullable Object... cells) {
        last(Arrays.asList(cells));
    }

    /** Nothing more comes; the next sheet may begin. */
    public void finish() throws IOException {
        style(false);
        sheet.finish();
    }

    private void last(List<@Nullable Object> cells) {
        style(false);
        write(cells);
        style(true);
    }

    private void style(boolean bold) {
        styles.forEach(style -> style.set(row, bold));
    }

    private List<@Nullable Object> cells(T line) {
        var cells = new ArrayList<@Nullable Object>();
        columns.forEach(column -> cells.add(column.cell().apply(line)));
        return cells;
    }

    private void write(List<@Nullable Object> cells) {
        int column = 0;
        for (var cell : cells) {
            put(column++, cell);
        }
        row++;
    }

    /** A format with decimals would show 57 as “57.”, so whole amounts have their own. */
    private void put(int column, @Nullable Object cell) {
        var style = styles.get(column);
        switch (cell) {
            case null -> style.blank(row);
            case Amount amount -> {
                var wan = amount.wan();
                sheet.value(row, column, wan.setScale(Math.max(0, wan.scale())));
                style.format(row, wan.scale() > 0 ? BROKEN : WHOLE);
            }
            case Number number -> {
                sheet.value(row, column, number);
                style.format(row, WHOLE);
            }
            default -> {
                sheet.value(row, column, cell.toString());
                style.format(row, TEXT);
            }
        }
    }
}
