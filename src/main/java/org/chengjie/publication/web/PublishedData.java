package org.chengjie.publication.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.provincial.Source;
import org.chengjie.publication.Edition;
import org.chengjie.publication.Share;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An edition for machines: a line for each province and item, with the numbers of the annexes. */
final class PublishedData {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private PublishedData() {}

    /** UTF-8 with a mark, so that Excel reads the Chinese; lines end as RFC 4180 says. */
    static byte[] csv(Edition edition) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        line(text, DataColumn.ALL.stream().map(DataColumn::name).toList());
        for (var share : shares(edition)) {
            line(
                    text,
                    DataColumn.ALL.stream()
                            .map(column -> cell(column.value().apply(share)))
                            .toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] json(Edition edition, JsonMapper json) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("plan", edition.plan().title());
        all.put("edition", edition.no());
        all.put("title", edition.announcement().title());
        all.put("document_no", edition.announcement().documentNo());
        all.put("dated", edition.announcement().dated().toString());
        all.put("note", edition.note());
        all.put("money_unit", "万元");
        all.put("national", national(edition));
        all.put(
                "omitted",
                edition.omitted().stream()
                        .map(one ->
                                Map.of(
                                        "province_code", one.code(),
                                        "province", one.name(),
                                        "reason", one.omission()))
                        .toList());
        all.put("lines", shares(edition).stream().map(PublishedData::object).toList());
        return json.writeValueAsBytes(all);
    }

    private static Map<String, Object> national(Edition edition) {
        var national = new LinkedHashMap<String, Object>();
        national.put("provinces", edition.included().size());
        national.put("tasks", edition.tasks());
        national.put("items", edition.items().size());
        national.put("units", edition.rows());
        national.put("schools", edition.schools());
        national.put("total", number(edition.funds().total()));
        for (var source : Source.values()) {
            national.put(source.key().replace('-', '_'), number(edition.funds().of(source)));
        }
        return national;
    }

    private static Map<String, @Nullable Object> object(Share share) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var column : DataColumn.ALL) {
            var value = column.value().apply(share);
            object.put(column.name(), value instanceof Amount amount ? number(amount) : value);
        }
        return object;
    }

    /** By province, then in the plan's order. */
    private static List<Share> shares(Edition edition) {
        return edition.included().stream()
                .flatMap(one -> one.rollUp().lines().stream().map(line -> new Share(one, line)))
                .toList();
    }

    /** 57, not 5.7E+1. */
    private static BigDecimal number(Amount amount) {
        var wan = amount.wan();
        return wan.setScale(Math.max(0, wan.scale()));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Amount amount -> amount.plain();
            case String text -> harmless(text);
            default -> value.toString();
        };
    }

    /** What a spreadsheet would take for a formula is text: it gets an apostrophe before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            boolean quoted = cell.matches("(?s).*[\",\r\n].*");
            text.append(i == 0 ? "" : ",")
                    .append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append("\r\n");
    }
}
