package org.chengjie.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 负责人: who in a school is in charge of an item, in a few words of its own (spec 1, X2).
 *
 * @param text empty where nobody is named, or nobody any more
 * @param version 0 where nothing has ever been written
 */
public record Note(String text, long version, String changedBy, @Nullable Instant changedAt) {

    public static final Note NONE = new Note("", 0, "", null);

    /** In characters, as the person counts them. */
    public static final int LONGEST = 50;

    public boolean named() {
        return !text.isEmpty();
    }

    /** One line, without blanks at its ends. */
    static String tidy(String typed) {
        return typed.replaceAll("\\s+", " ").strip();
    }
}
