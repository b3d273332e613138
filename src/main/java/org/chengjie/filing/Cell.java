package org.chengjie.filing;

import java.util.List;
import java.util.Locale;

/**
 * The five cells of an undertaking that a school fills in: its quantity and the four sources of
 * funds (spec F1, F2).
 */
public enum Cell {
    QUANTITY,
    SELF_RAISED,
    INDUSTRY,
    SPONSOR,
    LOCAL;

    /** The sources of funds, in the order in which they stand on every page. */
    public static final List<Cell> SOURCES = List.of(SELF_RAISED, INDUSTRY, SPONSOR, LOCAL);

    /** The cell's part of a field name: {@code self-raised}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
