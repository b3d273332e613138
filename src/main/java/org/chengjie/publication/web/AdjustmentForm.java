package org.chengjie.publication.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengjie.publication.AdjustedCell;
import org.chengjie.publication.TypedAdjustment;
import org.springframework.util.MultiValueMap;

/** The fields of an adjustment as they were sent. */
final class AdjustmentForm {

    private static final Pattern CELL = Pattern.compile("c-(\\d{1,18})-([a-z_]+)");
    private static final Pattern TICK = Pattern.compile("u-(\\d{1,18})");

    private AdjustmentForm() {}

    static TypedAdjustment of(MultiValueMap<String, String> fields) {
        var cells = new HashMap<Long, Map<AdjustedCell, String>>();
        var undertaken = new HashSet<Long>();
        fields.forEach((name, values) -> {
            var cell = CELL.matcher(name);
            var tick = TICK.matcher(name);
            if (cell.matches()) {
                for (var one : AdjustedCell.values()) {
                    if (one.name().equals(cell.group(2).toUpperCase(Locale.ROOT))) {
                        cells.computeIfAbsent(Long.valueOf(cell.group(1)), _ -> new HashMap<>())
                                .put(one, values.getFirst());
                    }
                }
            } else if (tick.matches()) {
                undertaken.add(Long.valueOf(tick.group(1)));
            }
        });
        return new TypedAdjustment(
                number(text(fields, "version")),
                text(fields, "reason"),
                text(fields, "letterNo"),
                text(fields, "letterDated"),
                cells,
                undertaken);
    }

    static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        var text = fields.getFirst(name);
        return text == null ? "" : text;
    }
}
