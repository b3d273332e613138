package org.chengjie.filing;

import org.jspecify.annotations.Nullable;

/**
 * Something in the form that a person must put right, and where (spec F5, F8).
 *
 * @param cell null where the whole row is meant
 * @param words what it should be and what it is now
 */
public record Fault(String itemNo, @Nullable Cell cell, String words) {

    /** A cell of a ticked row that nobody has filled in yet (spec F8). */
    static Fault blank(String itemNo, Cell cell) {
        return new Fault(
                itemNo, cell, cell == Cell.QUANTITY ? "还没有填；应为不小于 1 的整数。" : "还没有填；没有投入请填“0”。");
    }
}
