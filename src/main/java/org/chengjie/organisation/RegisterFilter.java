package org.chengjie.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What part of the register one looks at.
 *
 * @param kind null for all kinds
 * @param city the name of a city; null for all, empty for those without one
 * @param words part of a name, also a former one, or the beginning of a code
 * @param closed whether one looks at the closed instead of the open
 */
public record RegisterFilter(
        @Nullable Kind kind, @Nullable String city, String words, boolean closed) {

    public static final RegisterFilter OPEN = new RegisterFilter(null, null, "", false);

    public static final RegisterFilter CLOSED = new RegisterFilter(null, null, "", true);
}
