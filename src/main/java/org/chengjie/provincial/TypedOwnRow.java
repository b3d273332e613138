package org.chengjie.provincial;

import java.util.Map;

/**
 * An own row as it was typed, before anybody knows what it means.
 *
 * @param version the version the page was made from (spec F7)
 * @param cells the text of each cell; one that was not sent is absent, and stays as it is
 */
public record TypedOwnRow(
        String itemNo, long version, boolean undertaken, Map<OwnCell, String> cells) {

    public TypedOwnRow {
        cells = Map.copyOf(cells);
    }
}
