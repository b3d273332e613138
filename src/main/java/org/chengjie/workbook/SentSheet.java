package org.chengjie.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.chengjie.shared.Refusal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an .xlsx that somebody sent, as rows of text. What cannot be taken is
 * refused in words: other kinds of files, formulas, DOCTYPE, parcels that unpack to far more than
 * they weigh, too many rows (checks V5.2).
 */
public final class SentSheet {

    private static final int MOST_COLUMNS = 60;
    private static final int NAMED = 5;
    private static final int LONGEST_NUMBER = 40;

    private SentSheet() {}

    /** The rows that hold any text; those that only look like rows do not count. */
    public static List<SheetRow> read(byte[] file, int mostRows) {
        var formulas = new ArrayList<String>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Parcel.opened(file)));
                var lines = book.getFirstSheet().openStream()) {
            var rows = new ArrayList<SheetRow>();
            for (var line : (Iterable<Row>) lines::iterator) {
                var row = row(line, formulas);
                if (row.cells().isEmpty()) {
                    continue;
                }
                if (rows.size() == mostRows) {
                    throw Refusal.invalid("一次最多 %,d 行。请分成几份，分次上传。".formatted(mostRows));
                }
                rows.add(row);
            }
            refuseFormulas(formulas);
            return rows;
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException
                | java.util.NoSuchElementException broken) {
            // The library has no one way of saying that a file is not what it should be.
            throw Refusal.invalid("文件里的表读不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。");
        }
    }

    private static SheetRow row(Row line, List<String> formulas) {
        var cells = new ArrayList<SheetCell>();
        for (var cell : line) {
            if (cell == null || cell.getColumnIndex() >= MOST_COLUMNS) {
                continue;
            }
            if (cell.getType() == CellType.FORMULA) {
                formulas.add(cell.getAddress().toString());
                continue;
            }
            var text = trimmed(text(cell));
            if (!text.isEmpty()) {
                cells.add(new SheetCell(cell.getAddress().toString(), cell.getColumnIndex(), text));
            }
        }
        return new SheetRow(line.getRowNum(), cells);
    }

    private static void refuseFormulas(List<String> formulas) {
        if (!formulas.isEmpty()) {
            throw Refusal.invalid(
                    "%s%s 是公式。请复制后用“选择性粘贴—数值”换成数值，再上传。"
                            .formatted(
                                    String.join(
                                            "、",
                                            formulas.subList(0, Math.min(NAMED, formulas.size()))),
                                    formulas.size() > NAMED ? " 等 " + formulas.size() + " 格" : ""));
        }
    }

    /** A code that was typed as a number arrives as 4.114013528E9. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            var number = cell.asNumber().stripTrailingZeros();
            boolean sane = Math.abs(number.scale()) + number.precision() <= LONGEST_NUMBER;
            return sane ? number.toPlainString() : cell.getRawValue();
        }
        return java.util.Objects.requireNonNullElse(cell.getText(), "");
    }

    /** Also without the blanks of another width that Excel and web pages leave behind. */
    private static String trimmed(String text) {
        return text.replaceAll(
                "^[\\s\\u00a0\\u3000\\u200b\\ufeff]+|[\\s\\u00a0\\u3000\\u200b\\ufeff]+$", "");
    }
}
