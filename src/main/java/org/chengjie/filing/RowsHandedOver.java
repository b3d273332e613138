package org.chengjie.filing;

import java.util.List;

/**
 * Rows of a school that was merged now are another school's: whoever keeps something beside a row
 * takes it along, in the same transaction (spec P1). Their filings are locked until it ends.
 *
 * @param path of the school that has them now
 */
public record RowsHandedOver(List<Handed> rows, String path) {

    /** A row as it was known, and as it is known now; mostly the same. */
    public record Handed(long fromId, long toId) {}

    public RowsHandedOver {
        rows = List.copyOf(rows);
    }

    public Long[] from() {
        return rows.stream().map(Handed::fromId).toArray(Long[]::new);
    }

    public Long[] to() {
        return rows.stream().map(Handed::toId).toArray(Long[]::new);
    }
}
