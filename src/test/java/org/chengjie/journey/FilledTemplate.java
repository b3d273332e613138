package org.chengjie.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The template of the register as an officer fills it in: rows written, changed and deleted; all
 * else of the file, its lists and its locks, stays as it was downloaded.
 */
final class FilledTemplate {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final Pattern ROWS = Pattern.compile("<row r=\"(\\d+)\".*?(?:</row>|/>)");
    private static final Pattern DATA =
            Pattern.compile("(?s)<sheetData>.*</sheetData>|<sheetData/>");

    private final Path template;
    private final Map<Integer, String> rows = new TreeMap<>();

    FilledTemplate(Download download) {
        template = download.path();
        try (var parts = new ZipFile(template.toFile())) {
            var data = DATA.matcher(text(parts, parts.getEntry(SHEET)));
            if (data.find()) {
                ROWS.matcher(data.group())
                        .results()
                        .forEach(row -> rows.put(Integer.valueOf(row.group(1)), row.group()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a row, in place of what stood there. */
    FilledTemplate row(int number, String... texts) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < texts.length; column++) {
            row.append("<c r=\"")
                    .append((char) ('A' + column))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(texts[column])
                    .append("</t></is></c>");
        }
        rows.put(number, row.append("</row>").toString());
        return this;
    }

    FilledTemplate rows(int first, List<String[]> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row(first + i, texts.get(i));
        }
        return this;
    }

    FilledTemplate without(int number) {
        rows.remove(number);
        return this;
    }

    FilePayload as(String name) {
        var bytes = new ByteArrayOutputStream();
        try (var parts = new ZipFile(template.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (var part : Collections.list(parts.entries())) {
                out.putNextEntry(new ZipEntry(part.getName()));
                var text = text(parts, part);
                out.write((part.getName().equals(SHEET) ? filled(text) : text).getBytes(UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new FilePayload(
                name,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes.toByteArray());
    }

    private String filled(String sheet) {
        var data = "<sheetData>" + String.join("", rows.values()) + "</sheetData>";
        return DATA.matcher(sheet).replaceFirst(Matcher.quoteReplacement(data));
    }

    /** All parts of a workbook are text. */
    private static String text(ZipFile parts, ZipEntry part) throws IOException {
        return new String(parts.getInputStream(part).readAllBytes(), UTF_8);
    }
}
