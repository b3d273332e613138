package org.chengjie.review;

import java.util.Map;
import org.chengjie.filing.Funds;

/**
 * What the schools in view sum to (spec R7).
 *
 * @param changed schools where something changed since the officer last looked
 * @param standings how many stand so, whatever standing the filter names
 */
public record SchoolTotals(
        int schools,
        int rows,
        int waiting,
        Funds funds,
        Funds approvedFunds,
        int changed,
        Map<Standing, Integer> standings) {

    public SchoolTotals {
        standings = Map.copyOf(standings);
    }

    public int count(Standing standing) {
        return standings.getOrDefault(standing, 0);
    }

    /** All schools, whatever standing the filter names. */
    public int all() {
        return standings.values().stream().mapToInt(Integer::intValue).sum();
    }
}
