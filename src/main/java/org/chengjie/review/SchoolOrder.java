package org.chengjie.review;

import static org.chengjie.review.Keyset.Type.NUMBER;
import static org.chengjie.review.Keyset.Type.TEXT;
import static org.chengjie.review.Keyset.Type.TIME;

/** How a province's schools are sorted (spec R4). */
public enum SchoolOrder {
    /** Those that wait for a decision first. */
    STANDING("turn || code", TEXT, false),
    CODE("code", TEXT, false),
    WAITING("waiting", NUMBER, true),
    TOTAL("total", NUMBER, true),
    CHANGED("changed_at", TIME, true);

    private final String key;
    private final Keyset.Type type;
    private final boolean descending;

    SchoolOrder(String key, Keyset.Type type, boolean descending) {
        this.key = key;
        this.type = type;
        this.descending = descending;
    }

    Keyset keyset() {
        return new Keyset(key, type, descending);
    }
}
