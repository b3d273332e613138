package org.chengjie.filing;

import java.time.Instant;
import java.util.List;

/**
 * A move that an undertaking made, with the values it had then (spec R1, R2).
 *
 * @param byName who made it, by the name they had then
 * @param reason 修改意见 or the like; empty where none was owed
 * @param cells the cells at fault, as the reviewer named them
 */
public record Move(
        long undertakingId,
        Step step,
        Instant at,
        String byName,
        String reason,
        List<Cell> cells,
        Values values) {

    public Move {
        cells = List.copyOf(cells);
    }
}
