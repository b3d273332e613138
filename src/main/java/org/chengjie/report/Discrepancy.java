package org.chengjie.report;

/**
 * A figure that is kept and is not what the rows say (spec P6).
 *
 * @param about {@code FIGURE} or {@code TALLY}
 * @param subject the item's number, or the standing
 * @param name which of its figures
 */
public record Discrepancy(
        String about, String place, String subject, String name, long kept, long counted) {}
