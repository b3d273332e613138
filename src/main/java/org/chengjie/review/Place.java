package org.chengjie.review;

import java.util.Map;

/**
 * Where one is in a list: behind a line, or before it.
 *
 * @param at the line's key and id; empty at the beginning
 */
public record Place(String at, boolean backward) {

    public static final Place BEGINNING = new Place("", false);

    /** Of the fields of a request. */
    public static Place of(Map<String, String> fields) {
        var query = Query.of(fields);
        var before = query.text("before");
        return before.isEmpty() ? new Place(query.text("after"), false) : new Place(before, true);
    }
}
