package org.chengjie.filing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.chengjie.workbook.SheetRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as somebody edits it: read as values, changed cell by cell, written anew. What it
 * looks like is lost, as it is when a table is pasted into an empty workbook.
 */
public final class Books {

    private final Map<Integer, Map<Integer, Object>> cells = new TreeMap<>();

    /** The first sheet, its formulas left out. */
    public static Books read(byte[] file) {
        var book = new Books();
        try (var in = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var row : in.getFirstSheet().read()) {
                for (var cell : row) {
                    if (cell == null || cell.getType() == CellType.FORMULA) {
                        continue;
                    }
                    if (cell.getType() == CellType.NUMBER) {
                        book.put(row.getRowNum() - 1, cell.getColumnIndex(), cell.asNumber());
                    } else if (!cell.getText().isEmpty()) {
                        book.put(row.getRowNum() - 1, cell.getColumnIndex(), cell.getText());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return book;
    }

    /** What stands in the row of an item under a head; a number, a text, or null. */
    public @Nullable Object value(String itemNo, String head) {
        return rows(itemNo).get(column(head));
    }

    /** Types into the row of an item; null empties the cell. */
    public Books type(String itemNo, String head, @Nullable Object value) {
        put(row(itemNo), column(head), value);
        return this;
    }

    /** Types a whole row: 是, the quantity where there is one, and the four amounts. */
    public Books tick(String itemNo, @Nullable Object quantity, Object... amounts) {
        type(itemNo, "是否承接", "是");
        if (quantity != null) {
            type(itemNo, "承接数量", quantity);
        }
        var heads = List.of("学校自筹", "行业企业投入", "举办方投入", "地市县投入");
        for (int i = 0; i < amounts.length; i++) {
            type(itemNo, heads.get(i), amounts[i]);
        }
        return this;
    }

    public Books rename(String head, String otherwise) {
        put(headRow(), column(head), otherwise);
        return this;
    }

    /** Moves every column so far to the right, and the first ones to the end. */
    public Books turn(int columns) {
        cells.replaceAll((_, row) -> {
            var turned = new TreeMap<Integer, Object>();
            row.forEach((column, value) -> turned.put((column + columns) % 12, value));
            return turned;
        });
        return this;
    }

    public Books remove(String itemNo) {
        cells.remove(row(itemNo));
        return this;
    }

    /** Copies the row of an item to another place. */
    public Books copy(String itemNo, int to) {
        cells.put(to, new TreeMap<>(rows(itemNo)));
        return this;
    }

    public Books put(int row, int column, @Nullable Object value) {
        var line = cells.computeIfAbsent(row, _ -> new TreeMap<>());
        if (value == null) {
            line.remove(column);
        } else {
            line.put(column, value);
        }
        return this;
    }

    public byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("表");
            cells.forEach((row, line) ->
                    line.forEach((column, value) -> {
                        switch (value) {
                            case BigDecimal number -> sheet.value(row, column, number);
                            case Number number -> sheet.value(row, column, number);
                            default -> sheet.value(row, column, value.toString());
                        }
                    }));
            for (int row = 900; row < 1500; row++) {
                // Formatted, and with a blank that nobody sees: no row.
                sheet.style(row, 0).fillColor("FFFF00").set();
                sheet.value(row, 1, " ");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** {@code F9}, where a head meets an item. */
    public String address(String itemNo, String head) {
        return SheetRow.letters(column(head)) + (row(itemNo) + 1);
    }

    private Map<Integer, Object> rows(String itemNo) {
        return cells.getOrDefault(row(itemNo), new LinkedHashMap<>());
    }

    private int row(String itemNo) {
        var key = Pattern.compile("[^|]+\\|\\d+\\|[^|]+\\|" + Pattern.quote(itemNo) + "\\|.*");
        return cells.entrySet().stream()
                .filter(entry ->
                        entry.getValue().values().stream()
                                .anyMatch(value -> key.matcher(value.toString()).matches()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private int headRow() {
        return cells.entrySet().stream()
                .filter(entry -> entry.getValue().containsValue("行标识"))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private int column(String head) {
        return cells.getOrDefault(headRow(), Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().equals(head))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
