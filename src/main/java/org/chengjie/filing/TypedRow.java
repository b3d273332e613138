package org.chengjie.filing;

import java.util.Map;

/**
 * A row as it was typed, before anybody knows what it means.
 *
 * @param itemNo the item's number, {@code 3.2}
 * @param version the version the page was made from (spec F7)
 * @param cells the text of each cell; a cell that was not sent is absent, and stays as it is
 */
public record TypedRow(String itemNo, long version, boolean undertaken, Map<Cell, String> cells) {

    public TypedRow {
        cells = Map.copyOf(cells);
    }
}
