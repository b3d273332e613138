package org.chengjie.review.web;

import java.util.HashMap;
import java.util.Map;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/** The bounds of 汇总 as they were typed, where that was no amount: it is kept, and told. */
final class Bounds {

    private Bounds() {}

    static Map<String, String> mistyped(
            Map<String, String> fields, @Nullable Amount least, @Nullable Amount most) {
        var typed = new HashMap<String, String>();
        keep(typed, fields, "least", least);
        keep(typed, fields, "most", most);
        return typed;
    }

    private static void keep(
            Map<String, String> typed,
            Map<String, String> fields,
            String name,
            @Nullable Amount read) {
        var text = fields.getOrDefault(name, "").strip();
        if (read == null && !text.isEmpty()) {
            typed.put(name, text);
        }
    }
}
