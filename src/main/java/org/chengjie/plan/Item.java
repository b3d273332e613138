package org.chengjie.plan;

import org.jspecify.annotations.Nullable;

/**
 * 条目: a row that can be undertaken (spec C1-C3).
 *
 * @param no its number: {@code 1}, or {@code 3.2} where the task has several
 * @param takesQuantity whether 承接数量 is asked for; else it shows {@code -}
 * @param nationalTarget how many the country wants, in {@code unit}; null where the plan names no
 *     number
 * @param targetNote the target in words, where it is no number
 */
public record Item(
        long id,
        int taskNo,
        String no,
        String title,
        boolean takesQuantity,
        @Nullable Long nationalTarget,
        String targetNote,
        String unit,
        Undertaker undertakenBy) {

    /** Whether it is one of several under its task. */
    public boolean isPart() {
        return no.indexOf('.') >= 0;
    }
}
