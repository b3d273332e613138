package org.chengjie.filing;

import java.time.Instant;
import java.util.List;

/**
 * What an officer decided at one time, on one row or on thousands (spec R4).
 *
 * @param reason 修改意见 or 理由; empty where none was owed
 * @param cells the cells at fault; only a return names them
 * @param rows how many rows it moved
 * @param untouched how many of them are still as it left them, and so can be taken back
 */
public record Decision(
        long id,
        Step step,
        String reason,
        List<Cell> cells,
        Instant at,
        boolean undone,
        int rows,
        int untouched) {

    public Decision {
        cells = List.copyOf(cells);
    }

    /** Whether its officer may take it back (spec R4). */
    public boolean undoable() {
        return step.undoable() && !undone && untouched > 0;
    }
}
