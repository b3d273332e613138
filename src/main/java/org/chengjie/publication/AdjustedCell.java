package org.chengjie.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The cells that an adjustment can change: of a school's row, or of the province's own (spec P5).
 */
public enum AdjustedCell {
    QUANTITY,
    SELF_RAISED,
    INDUSTRY,
    SPONSOR,
    LOCAL,
    BODIES,
    PROVINCIAL;

    /** Those of a row, in the order of the page. */
    static List<AdjustedCell> of(boolean own, boolean takesQuantity) {
        var cells = new ArrayList<AdjustedCell>();
        if (takesQuantity) {
            cells.add(QUANTITY);
        }
        cells.addAll(
                own ? List.of(BODIES, PROVINCIAL) : List.of(SELF_RAISED, INDUSTRY, SPONSOR, LOCAL));
        return cells;
    }

    /** The cell's part of a field name and of a column. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
