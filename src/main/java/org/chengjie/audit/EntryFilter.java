package org.chengjie.audit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are in view; an empty field leaves them all (spec X1). What cannot be
 * read as what it should be counts as not given.
 *
 * @param from the first day
 * @param to the last day
 * @param who part of who did it: user name or name
 * @param action part of what was done
 * @param subject part of what it was done to, or of its unit's name or code
 * @param field part of the name of a field that changed
 * @param result what came of it; null for whatever
 */
public record EntryFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String who,
        String action,
        String subject,
        String field,
        @Nullable Result result) {

    static final EntryFilter ALL = of(Map.of());

    private static final int LONGEST = 60;

    public static EntryFilter of(Map<String, String> given) {
        return new EntryFilter(
                day(given, "from"),
                day(given, "to"),
                text(given, "who"),
                text(given, "action"),
                text(given, "subject"),
                text(given, "field"),
                result(given));
    }

    static EntryFilter parse(String query) {
        var given = new HashMap<String, String>();
        for (var part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                given.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return of(given);
    }

    /** As the fields of a link. */
    public String query() {
        var fields = new ArrayList<String>();
        add(fields, "from", from == null ? "" : from.toString());
        add(fields, "to", to == null ? "" : to.toString());
        add(fields, "who", who);
        add(fields, "action", action);
        add(fields, "subject", subject);
        add(fields, "field", field);
        add(fields, "result", result == null ? "" : result.name());
        return String.join("&", fields);
    }

    /** In words, for the head of a workbook. */
    String told() {
        var words = new ArrayList<String>();
        if (from != null || to != null) {
            words.add((from == null ? "最早" : from) + " 至 " + (to == null ? "今天" : to));
        }
        name(words, "操作人", who);
        name(words, "操作", action);
        name(words, "对象", subject);
        name(words, "改动项", field);
        if (result != null) {
            words.add("结果为" + Labels.of(result));
        }
        return words.isEmpty() ? "全部" : String.join("，", words);
    }

    public boolean narrowed() {
        return !query().isEmpty();
    }

    private static void name(List<String> words, String label, String value) {
        if (!value.isEmpty()) {
            words.add(label + "含“" + value + "”");
        }
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(Map<String, String> given, String name) {
        var text = given.getOrDefault(name, "").replaceAll("\\p{Cntrl}", "").strip();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private static @Nullable Result result(Map<String, String> given) {
        return List.of(Result.values()).stream()
                .filter(result -> result.name().equals(given.get("result")))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(Map<String, String> given, String name) {
        try {
            var day = LocalDate.parse(text(given, name));
            return day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeParseException notGiven) {
            return null;
        }
    }
}
