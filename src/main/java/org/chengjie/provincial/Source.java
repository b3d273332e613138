package org.chengjie.provincial;

import java.util.Locale;

/** The five sources of the national total: the four of the schools, and the province (spec P2). */
public enum Source {
    SELF_RAISED,
    INDUSTRY,
    SPONSOR,
    LOCAL,
    PROVINCIAL;

    /** The source's part of a field name: {@code self-raised}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
