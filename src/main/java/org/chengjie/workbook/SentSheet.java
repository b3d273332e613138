package org.chengjie.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengjie.shared.Refusal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet of an .xlsx that somebody sent, the first where none is named, as rows of text.
 * What cannot be taken is refused in words: other kinds of files, formulas, DOCTYPE, parcels that
 * unpack to far more than they weigh, too many rows (checks V5.2).
 */
public final class SentSheet {

    private static final int MOST_COLUMNS = 60;
    private static final int NAMED = 5;
    private static final int LONGEST_NUMBER = 40;

    /** A spreadsheet shows no more; what it writes beyond is the rest of a binary fraction. */
    private static final MathContext AS_SEEN = new MathContext(15);

    private static final Choice FIRST = book -> Optional.of(book.getFirstSheet());

    private interface Choice {
        Optional<Sheet> of(ReadableWorkbook book);
    }

    private SentSheet() {}

    /** The rows that hold any text; those that only look like rows do not count. */
    public static List<SheetRow> read(byte[] file, int mostRows) {
        return read(file, FIRST, mostRows);
    }

    /** The same of the sheet with this name; no rows where there is none. */
    public static List<SheetRow> read(byte[] file, String sheet, int mostRows) {
        return read(file, book -> book.findSheet(sheet), mostRows);
    }

    private static List<SheetRow> read(byte[] file, Choice which, int mostRows) {
        var formulas = new ArrayList<String>();
        var rows = read(file, which, mostRows, formulas);
        refuseFormulas(formulas);
        return rows;
    }

    /**
     * The same, with formulas taken for what they came to when the file was last saved; one that
     * came to nothing is its own text, {@code =A1+1}.
     */
    public static List<SheetRow> readResults(byte[] file, int mostRows) {
        return read(file, FIRST, mostRows, null);
    }

    private static List<SheetRow> read(
            byte[] file, Choice which, int mostRows, @Nullable List<String> formulas) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Parcel.opened(file)))) {
            var sheet = which.of(book);
            return sheet.isEmpty() ? List.of() : rows(sheet.get(), mostRows, formulas);
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

    private static List<SheetRow> rows(Sheet sheet, int mostRows, @Nullable List<String> formulas)
            throws IOException {
        try (var lines = sheet.openStream()) {
            var rows = new ArrayList<SheetRow>();
            for (var line : (Iterable<Row>) lines::iterator) {
                var row = row(line, formulas);
                if (row.cells().isEmpty()) {
                    continue;
                }
                if (rows.size() == mostRows) {
                    throw Refusal.invalid("一次最多 %,d 行。请删去多余的行，或分几次上传。".formatted(mostRows));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static SheetRow row(Row line, @Nullable List<String> formulas) {
        var cells = new ArrayList<SheetCell>();
        for (var cell : line) {
            if (cell == null || cell.getColumnIndex() >= MOST_COLUMNS) {
                continue;
            }
            if (formulas != null && cell.getType() == CellType.FORMULA) {
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

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> plain(cell.asNumber(), cell.getRawValue());
            case FORMULA -> result(cell);
            default -> Objects.requireNonNullElse(cell.getText(), "");
        };
    }

    private static String result(Cell cell) {
        var result = cell.getRawValue();
        if (result == null) {
            return "=" + Objects.requireNonNullElse(cell.getFormula(), "");
        }
        try {
            return result.length() > LONGEST_NUMBER
                    ? result
                    : plain(new BigDecimal(result), result);
        } catch (NumberFormatException text) {
            return result;
        }
    }

    /**
     * A code that was typed as a number arrives as 4.114013528E9, and 1.1 as 1.1000000000000001.
     */
    private static String plain(BigDecimal number, String raw) {
        var seen = number.round(AS_SEEN).stripTrailingZeros();
        boolean sane = Math.abs(seen.scale()) + seen.precision() <= LONGEST_NUMBER;
        return sane ? seen.toPlainString() : raw;
    }

    /** Also without the blanks of another width that Excel and web pages leave behind. */
    private static String trimmed(String text) {
        return text.replaceAll(
                "^[\\s\\u00a0\\u3000\\u200b\\ufeff]+|[\\s\\u00a0\\u3000\\u200b\\ufeff]+$", "");
    }
}
