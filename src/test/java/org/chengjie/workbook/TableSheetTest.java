package org.chengjie.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.chengjie.shared.Amount;
import org.chengjie.workbook.TableSheet.Column;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A long table looks alike from its first line to its last (spec F11). */
class TableSheetTest {

    private static final int LINES = 1_100;
    private static final int HEAD = 3;

    @Test
    void givesEachAmountTheFormatThatItsDecimalsNeed() throws IOException {
        var formats = new HashSet<String>();
        for (var row : lines()) {
            long number = Long.parseLong(row.getCellText(0));
            formats.add(number % 3 + " " + row.getCell(1).getDataFormatString());
        }
        assertThat(formats).containsExactlyInAnyOrder("0 #,##0", "1 #,##0.####", "2 #,##0");
    }

    @Test
    void writesEveryLineOnceWithItsOwnValues() throws IOException {
        assertThat(lines())
                .extracting(
                        row -> row.getCellText(0) + " " + row.getCell(1).asNumber().toPlainString())
                .containsExactlyElementsOf(
                        LongStream.range(0, LINES)
                                .mapToObj(n -> n + " " + amount(n).wan().toPlainString())
                                .toList());
    }

    @Test
    void keepsTextAsTextAndAnEmptyCellEmpty() throws IOException {
        for (var row : lines()) {
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(2)).isEmpty();
        }
    }

    private static List<Row> lines() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "chengjie", "1.0")) {
            var sheet =
                    new TableSheet<>(
                            book,
                            "表",
                            "表",
                            List.of("说明"),
                            List.<Column<Long>>of(
                                    new Column<>("号", 8, String::valueOf),
                                    new Column<>("金额", 8, TableSheetTest::amount),
                                    new Column<>("空", 8, TableSheetTest::nothing)));
            for (long n = 0; n < LINES; n++) {
                sheet.line(n);
            }
            sheet.totals("合计", amount(1));
            sheet.finish();
        }
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(bytes.toByteArray()),
                        new ReadingOptions(true, false))) {
            return book.getFirstSheet().read().subList(HEAD, HEAD + LINES);
        }
    }

    /** Whole, broken, whole and again. */
    private static Amount amount(long n) {
        return new Amount(n * 10_000 + (n % 3 == 1 ? 5_000 : 0));
    }

    private static @Nullable Object nothing(long n) {
        return null;
    }
}
