package org.chengjie.review;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a query string, read one by one and written again; what cannot be read as what it
 * should be counts as not given.
 */
final class Query {

    private static final int LONGEST = 60;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");

    private final Map<String, String> fields = new LinkedHashMap<>();

    static Query of(Map<String, String> given) {
        var query = new Query();
        given.forEach((name, value) -> query.fields.put(name, value));
        return query;
    }

    static Query parse(String text) {
        var query = new Query();
        for (var field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                query.fields.putIfAbsent(
                        decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return query;
    }

    String text(String name) {
        var text = fields.getOrDefault(name, "").replaceAll("\\p{Cntrl}", "").strip();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    boolean is(String name) {
        return text(name).equals("1");
    }

    @Nullable Long id(String name) {
        var text = text(name);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        var text = text(name);
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** 万元 as a person types it. */
    @Nullable Amount amount(String name) {
        var text = text(name).replace(",", "").replace("，", "");
        return AMOUNT.matcher(text).matches()
                ? new Amount(new BigDecimal(text).movePointRight(4).longValueExact())
                : null;
    }

    @Nullable Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException notGiven) {
            return null;
        }
    }

    /** Writes a field in place of what it was; an empty one is left out. */
    Query with(String name, @Nullable Object value) {
        var text =
                switch (value) {
                    case null -> "";
                    case Boolean yes -> yes ? "1" : "";
                    case Enum<?> constant -> constant.name();
                    case Amount amount -> amount.plain();
                    default -> value.toString();
                };
        if (text.isEmpty()) {
            fields.remove(name);
        } else {
            fields.put(name, text);
        }
        return this;
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
