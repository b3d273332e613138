package org.chengjie.publication;

import java.util.Map;
import java.util.Set;

/**
 * An adjustment as it was typed.
 *
 * @param version of the adjustment that the page was made from
 * @param cells by line
 * @param undertaken the lines that are undertaken
 */
public record TypedAdjustment(
        long version,
        String reason,
        String letterNo,
        String letterDated,
        Map<Long, Map<AdjustedCell, String>> cells,
        Set<Long> undertaken) {}
