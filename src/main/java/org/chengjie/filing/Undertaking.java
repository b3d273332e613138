package org.chengjie.filing;

import java.time.Instant;

/**
 * A school's row for an item: whether it undertakes it, with which quantity and funds, and where
 * that stands (spec R1).
 *
 * @param id 0 for a row never saved, and while one that is new is being saved
 * @param version what a change must have been made from (spec F7); 0 for a row never saved
 * @param changedBy the name of whoever changed it last
 */
public record Undertaking(
        long id,
        long itemId,
        boolean undertaken,
        Stage stage,
        Values values,
        long version,
        Instant changedAt,
        String changedBy) {

    /** An item the school has not touched yet. */
    static Undertaking untouched(long itemId) {
        return new Undertaking(0, itemId, false, Stage.DRAFT, Values.BLANK, 0, Instant.EPOCH, "");
    }
}
