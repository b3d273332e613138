package org.chengjie.provincial;

import java.util.Locale;

/** The cells of a province's own row (spec P2, P3). */
public enum OwnCell {
    QUANTITY,
    /** 省财政投入: given to an item whoever undertakes it. */
    PROVINCIAL,
    /** 承接单位: the bodies that do it for the province. */
    BODIES;

    /** The cell's part of a field name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
