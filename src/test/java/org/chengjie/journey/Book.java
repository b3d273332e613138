package org.chengjie.journey;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook as one opens it: the texts of its first sheet's cells, row by row, blanks left out.
 */
record Book(List<List<String>> rows) {

    static Book of(Visitor school) {
        return of(school, school.link("导出承接任务情况"));
    }

    /** What a link leads to. */
    static Book of(Visitor visitor, Locator link) {
        return of(visitor.page().waitForDownload(link::click));
    }

    static Book of(Download download) {
        return of(download, ReadableWorkbook::getFirstSheet);
    }

    /** One sheet of several. */
    static Book of(Download download, String sheet) {
        return of(download, book -> book.findSheet(sheet).orElseThrow());
    }

    private static Book of(Download download, Function<ReadableWorkbook, Sheet> which) {
        try (var in = Files.newInputStream(download.path());
                var book = new ReadableWorkbook(in)) {
            return new Book(
                    which.apply(book).read().stream()
                            .map(row ->
                                    row.stream()
                                            .filter(cell -> cell != null)
                                            .map(Cell::getRawValue)
                                            .filter(text -> text != null && !text.isBlank())
                                            .toList())
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean says(String label, String value) {
        return rows.stream().anyMatch(row -> row.indexOf(label) >= 0 && row.contains(value));
    }

    /** What stands after the label that begins a row. */
    List<String> rowOf(String label) {
        return rows.stream()
                .filter(row -> !row.isEmpty() && row.getFirst().equals(label))
                .findFirst()
                .map(row -> row.subList(1, row.size()))
                .orElseThrow();
    }
}
