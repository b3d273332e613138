package org.chengjie.workbook;

import java.util.List;

/**
 * A row of a sheet that somebody sent; cells without text are absent.
 *
 * @param number as the person sees it, counted from 1
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The text of a column, empty where there is none. */
    public String text(int column) {
        return cells.stream()
                .filter(cell -> cell.column() == column)
                .map(SheetCell::text)
                .findFirst()
                .orElse("");
    }

    /** {@code B3}, whether there is anything in it or not. */
    public String address(int column) {
        return letters(column) + number;
    }

    /** 0 → A, 26 → AA. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
