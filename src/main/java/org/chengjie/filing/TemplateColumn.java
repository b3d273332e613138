package org.chengjie.filing;

import java.util.List;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;
import org.chengjie.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/** The columns of the template, in their order; a reader finds them by their heads. */
enum TemplateColumn {
    NO(8),
    TASK(50),
    UNDERTAKEN(10),
    QUANTITY(12, Cell.QUANTITY),
    TOTAL(15),
    SELF_RAISED(15, Cell.SELF_RAISED),
    INDUSTRY(15, Cell.INDUSTRY),
    SPONSOR(15, Cell.SPONSOR),
    LOCAL(15, Cell.LOCAL),
    REVIEW(26),
    KEY(30);

    private final int width;
    private final @Nullable Cell cell;

    TemplateColumn(int width) {
        this(width, null);
    }

    TemplateColumn(int width, @Nullable Cell cell) {
        this.width = width;
        this.cell = cell;
    }

    /** Those that a file must have to be understood. */
    static List<String> read() {
        return Stream.of(UNDERTAKEN, QUANTITY, SELF_RAISED, INDUSTRY, SPONSOR, LOCAL)
                .map(TemplateColumn::head)
                .toList();
    }

    static TemplateColumn of(Cell cell) {
        return Stream.of(values()).filter(one -> one.cell == cell).findFirst().orElseThrow();
    }

    static int[] widths() {
        return Stream.of(values()).mapToInt(column -> column.width).toArray();
    }

    String head() {
        return cell == null ? Labels.of(this) : Labels.of(cell);
    }

    /** Counted from 0; a reader does not rely on it. */
    int at() {
        return List.of(values()).indexOf(this);
    }

    int width() {
        return width;
    }

    /** {@code C8}, the row counted from 0. */
    String address(int row) {
        return SheetRow.letters(at()) + (row + 1);
    }

    /** {@code F8:I8}. */
    String range(int row, TemplateColumn to, int lastRow) {
        return address(row) + ":" + to.address(lastRow);
    }

    /** {@code C$8:C$70}. */
    String fixed(int from, int to) {
        var letters = SheetRow.letters(at());
        return letters + "$" + (from + 1) + ":" + letters + "$" + (to + 1);
    }
}
