package org.chengjie.filing;

import java.util.Map;

/**
 * A row as it was typed, before anybody knows what it means.
 *
 * @param itemNo the item's number, {@code 3.2}
 * @param version the version the page was made from (spec F7)
 * @param cells the text of each cell; a cell that was not sent is absent, and stays as it is
 * @param inDoubt whether an earlier save of this row went out and no answer came back: that one may
 *     still be under way, and must not win over this one when it arrives late (spec F6)
 */
public record TypedRow(
        String itemNo, long version, boolean undertaken, Map<Cell, String> cells, boolean inDoubt) {

    public TypedRow {
        cells = Map.copyOf(cells);
    }

    /** A row of which no earlier save is under way. */
    public TypedRow(String itemNo, long version, boolean undertaken, Map<Cell, String> cells) {
        this(itemNo, version, undertaken, cells, false);
    }

    public TypedRow madeFrom(long otherVersion) {
        return new TypedRow(itemNo, otherVersion, undertaken, cells, inDoubt);
    }
}
