package org.chengjie.review;

import static org.chengjie.review.Keyset.Type.NUMBER;
import static org.chengjie.review.Keyset.Type.TEXT;
import static org.chengjie.review.Keyset.Type.TIME;

/** How the rows in view are sorted (spec R4). */
public enum RowOrder {
    SCHOOL("code || to_char(position, 'FM0000')", TEXT, false),
    ITEM("to_char(position, 'FM0000') || code", TEXT, false),
    /** What is typed in 元 first: one such row outweighs all the others in a sum. */
    MARKED("weight", NUMBER, true),
    CHANGED("changed_at", TIME, true),
    TOTAL("total", NUMBER, true),
    LEAST_TOTAL("total", NUMBER, false),
    QUANTITY("coalesce(quantity, 0)", NUMBER, true);

    private final String key;
    private final Keyset.Type type;
    private final boolean descending;

    RowOrder(String key, Keyset.Type type, boolean descending) {
        this.key = key;
        this.type = type;
        this.descending = descending;
    }

    Keyset keyset() {
        return new Keyset(key, type, descending);
    }
}
