package org.chengjie.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page's worth of a list, and the places to go on from.
 *
 * @param previous the first line's place, where there are lines before it; else null
 * @param next the last line's place, where there are lines behind it; else null
 */
public record Slice<T>(List<T> lines, @Nullable String previous, @Nullable String next) {

    /** The most lines of a page. */
    public static final int SIZE = 50;

    public Slice {
        lines = List.copyOf(lines);
    }

    /** A field of the query string that leads to the page before. */
    public String before() {
        return new Query().with("before", previous).toString();
    }

    /** A field of the query string that leads to the page behind. */
    public String after() {
        return new Query().with("after", next).toString();
    }
}
