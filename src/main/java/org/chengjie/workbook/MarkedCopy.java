package org.chengjie.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A copy of a sheet that somebody sent, its rows and columns where they were, with the faulty cells
 * marked and the faults of each row in a last column, a line for each with the head of its column.
 */
public final class MarkedCopy {

    public static final String HEAD = "错误说明";

    private static final String BAD = "FCD9D6";
    private static final int NARROWEST = 10;
    private static final int WIDEST = 46;
    private static final int WORDS_WIDTH = 60;

    /** A number as a sheet would show it too; a code with a zero in front is none. */
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9]\\d{0,14})(\\.\\d*[1-9])?");

    /**
     * What the sheet was before it was read.
     *
     * @param hidden columns that nobody is to see
     * @param numbers whether a text that reads as a number was one
     */
    public record Look(String name, Set<Integer> hidden, boolean numbers) {

        public Look {
            hidden = Set.copyOf(hidden);
        }
    }

    /**
     * One sheet, and what is wrong in it.
     *
     * @param head the number of the row with the heads
     * @param faults address → what is wrong there
     */
    public record Sheet(Look look, List<SheetRow> rows, int head, Map<String, String> faults) {

        public Sheet {
            rows = List.copyOf(rows);
            faults = Map.copyOf(faults);
        }
    }

    private MarkedCopy() {}

    /**
     * Writes the copy.
     *
     * @param head the number of the row with the heads
     * @param faults address → what is wrong there
     */
    public static void write(
            OutputStream out, Look look, List<SheetRow> rows, int head, Map<String, String> faults)
            throws IOException {
        write(out, List.of(new Sheet(look, rows, head, faults)));
    }

    /** The same of several sheets of one file. */
    public static void write(OutputStream out, List<Sheet> sheets) throws IOException {
        try (var book = new Workbook(out, "chengjie", "1.0")) {
            book.setGlobalDefaultFont(Paper.FONT, 10.5);
            for (var sheet : sheets) {
                write(book.newWorksheet(sheet.look().name()), sheet);
            }
        }
    }

    private static void write(Worksheet sheet, Sheet sent) {
        var rows = sent.rows();
        int head = sent.head();
        int last = columns(rows, head);
        var heads = rows.stream().filter(row -> row.number() == head).findFirst().orElseThrow();
        for (int column = 0; column < last; column++) {
            sheet.width(column, width(rows, head, column));
        }
        sheet.width(last, WORDS_WIDTH);
        for (var row : rows) {
            int line = row.number() - 1;
            for (var cell : row.cells()) {
                if (cell.column() < last) {
                    put(sheet, line, cell, sent.look().numbers());
                }
            }
            var words = new StringBuilder();
            for (int column = 0; column < last; column++) {
                var fault = sent.faults().get(row.address(column));
                if (fault != null) {
                    sheet.style(line, column).fillColor(BAD).set();
                    words.append(words.isEmpty() ? "" : "\n")
                            .append(named(heads.text(column), fault));
                }
            }
            if (!words.isEmpty()) {
                sheet.value(line, last, words.toString());
                sheet.style(line, last).fontColor("A8231A").wrapText(true).set();
            }
        }
        sent.look().hidden().forEach(sheet::hideColumn);
        sheet.value(head - 1, last, HEAD);
        sheet.range(head - 1, 0, head - 1, last).style().bold().fillColor("DCE6F1").set();
        sheet.freezePane(0, head);
    }

    /** Which column a fault is in, unless its words begin with that. */
    private static String named(String head, String fault) {
        return head.isEmpty() || fault.startsWith(head) ? fault : head + "：" + fault;
    }

    private static void put(Worksheet sheet, int line, SheetCell cell, boolean numbers) {
        if (numbers && NUMBER.matcher(cell.text()).matches()) {
            sheet.value(line, cell.column(), new BigDecimal(cell.text()));
        } else {
            sheet.value(line, cell.column(), cell.text());
        }
    }

    /** Of the table itself: titles and notes above it run across. */
    private static int width(List<SheetRow> rows, int head, int column) {
        long widest =
                rows.stream()
                        .filter(row -> row.number() >= head)
                        .mapToLong(row ->
                                row.text(column).codePoints().map(c -> c < 0x2000 ? 1 : 2).sum())
                        .max()
                        .orElse(0);
        return Math.clamp(widest + 3, NARROWEST, WIDEST);
    }

    /** A copy that is sent again has the words of the last time in it: they are not a column. */
    private static int columns(List<SheetRow> rows, int head) {
        int used =
                rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .mapToInt(cell -> cell.column() + 1)
                        .max()
                        .orElse(1);
        return rows.stream()
                .filter(row -> row.number() == head)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.text().equals(HEAD))
                .mapToInt(SheetCell::column)
                .findFirst()
                .orElse(used);
    }
}
