package org.chengjie.workbook;

import org.chengjie.shared.Amount;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that prints on A4 landscape, with the few kinds of cells our workbooks have (spec F11).
 * Text goes in as text: one that starts with = + - @ is never a formula.
 */
public class Paper {

    /** On every Windows and in every WPS; elsewhere the system's own Song takes its place. */
    public static final String FONT = "宋体";

    private static final String LINE = "A6A6A6";
    private static final String HEAD = "DCE6F1";
    private static final String BAND = "F2F2F2";
    private static final String QUIET = "7F7F7F";

    /**
     * What a protected sheet still lets nobody do; formats, widths, sorting and new columns stay
     * free.
     */
    private static final SheetProtectionOption[] LOCKED = {
        SheetProtectionOption.SHEET,
        SheetProtectionOption.DELETE_COLUMNS,
        SheetProtectionOption.DELETE_ROWS,
        SheetProtectionOption.INSERT_ROWS
    };

    private final Worksheet sheet;
    private final int last;

    /**
     * @param last the last column: as far as titles and bands reach
     */
    public Paper(Worksheet sheet, int last) {
        this.sheet = sheet;
        this.last = last;
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.6f);
        sheet.footerMargin(0.3f);
    }

    public void widths(int... widths) {
        int column = 0;
        for (var width : widths) {
            sheet.width(column++, width);
        }
    }

    public void foot(String left, String right) {
        sheet.footer(left, Position.LEFT, FONT, 9);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER, FONT, 9);
        sheet.footer(right, Position.RIGHT, FONT, 9);
    }

    /** The rows above stay in sight; the two of the heading are repeated on every printed page. */
    public void headedBy(int first, int second) {
        headedBy(first, second, 0);
    }

    /** The same, and so many columns on the left stay in sight. */
    public void headedBy(int first, int second, int columns) {
        sheet.repeatRows(first, second);
        sheet.freezePane(columns, second + 1);
    }

    /** Locks the sheet, without a password, but for the cells that are {@link #open}. */
    public void lock() {
        sheet.protect("", LOCKED);
    }

    /** To be filled in, though the sheet is locked. */
    public void open(int row, int column) {
        sheet.style(row, column).protectionOption(ProtectionOption.LOCKED, false).set();
    }

    /** Not to be filled in, and looks so. */
    public void shut(int row, int column) {
        sheet.style(row, column).fillColor(BAND).set();
    }

    /** A note across the sheet, wrapped. */
    public void note(int row, String text, int width) {
        sheet.value(row, 0, text);
        height(row, text, width);
        framed(row, 0, row, last).horizontalAlignment("left").indent(1).set();
    }

    /** What a formula comes to, as a count or in 万元; it may hold no sign that XML knows. */
    public void formula(int row, int column, String formula) {
        sheet.formula(row, column, formula);
        framed(row, column, row, column)
                .horizontalAlignment("right")
                .indent(1)
                .wrapText(false)
                .format("General")
                .set();
    }

    /**
     * High enough for a text wrapped into a column of that width: not every program fits the height
     * of a row to its text by itself. A Chinese character is two wide.
     */
    public void height(int row, String text, int width) {
        long wide = text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
        sheet.rowHeight(row, 6 + 14.0 * Math.max(1, Math.ceilDiv(wide, width - 4L)));
    }

    public void title(int row, String text) {
        sheet.value(row, 0, text);
        sheet.rowHeight(row, 32);
        sheet.range(row, 0, row, last).merge();
        sheet.range(row, 0, row, last)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
    }

    public void band(int row, String text) {
        sheet.value(row, 0, text);
        height(row, "", 10);
        framed(row, 0, row, last)
                .bold()
                .fillColor(BAND)
                .indent(1)
                .horizontalAlignment("left")
                .set();
    }

    public void head(int top, int left, int bottom, int right, String text) {
        sheet.value(top, left, text);
        framed(top, left, bottom, right).bold().fillColor(HEAD).horizontalAlignment("center").set();
    }

    public void label(int row, int left, int right, String text) {
        sheet.value(row, left, text);
        framed(row, left, row, right).fillColor(BAND).horizontalAlignment("center").set();
    }

    public void text(int row, int left, int right, String text) {
        sheet.value(row, left, text);
        framed(row, left, row, right).horizontalAlignment("left").indent(1).set();
    }

    /** Text in the middle; {@code quiet} where it only stands there for completeness. */
    public void mark(int row, int column, String text, boolean quiet) {
        sheet.value(row, column, text);
        toned(row, column, quiet).horizontalAlignment("center").set();
    }

    public void words(int row, int column, String text, boolean quiet) {
        sheet.value(row, column, text);
        toned(row, column, quiet).horizontalAlignment("left").indent(1).set();
    }

    /** A number with its unit, which is only shown: the cell holds the number. */
    public void count(int row, int left, int bottom, @Nullable Number number, String unit) {
        if (number != null) {
            sheet.value(row, left, number);
        }
        var shown = unit.isEmpty() ? "#,##0" : "#,##0\" " + unit.replace("\"", "") + "\"";
        framed(row, left, bottom, left).format(shown).horizontalAlignment("center").set();
    }

    /** 万元, exactly; a format with decimals would show 57 as “57.”, so whole ones have their own. */
    public void amount(int row, int column, @Nullable Amount amount) {
        var cell =
                framed(row, column, row, column)
                        .horizontalAlignment("right")
                        .indent(1)
                        .wrapText(false);
        if (amount == null) {
            cell.set();
            return;
        }
        var wan = amount.wan();
        sheet.value(row, column, wan.setScale(Math.max(0, wan.scale())));
        cell.format(wan.scale() > 0 ? "#,##0.####" : "#,##0").set();
    }

    private StyleSetter toned(int row, int column, boolean quiet) {
        var cell = framed(row, column, row, column);
        return quiet ? cell.fontColor(QUIET) : cell;
    }

    private StyleSetter framed(int top, int left, int bottom, int right) {
        var range = sheet.range(top, left, bottom, right);
        if (top != bottom || left != right) {
            range.merge();
        }
        return range.style()
                .borderStyle(BorderStyle.THIN)
                .borderColor(LINE)
                .verticalAlignment("center")
                .wrapText(true);
    }
}
