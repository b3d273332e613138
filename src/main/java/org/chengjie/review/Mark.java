package org.chengjie.review;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/**
 * Why a row deserves a look. Marks sort and filter, they never decide. The condition is SQL over
 * {@code review.row}, because it picks among twenty thousand rows; the words are said by the row.
 */
public enum Mark {
    /** All four sources are 0: perhaps meant, perhaps forgotten. */
    NOTHING("total = 0"),
    /** Would be ordinary if it had been typed in 元, and is far from ordinary in 万元. */
    IN_YUAN(
            """
            median_total > 0 and total >= median_total * %1$d
            and total >= median_total * %2$d / %1$d and total <= median_total * %2$d * %1$d
            """
                    .formatted(Mark.FUNDS_TIMES, Mark.YUAN_IN_WAN)),
    FUNDS_FAR_FROM_PEERS(
            """
            median_total > 0 and total > 0
            and (total >= median_total * %1$d or total * %1$d <= median_total)
            and not (total >= median_total * %2$d / %1$d and total <= median_total * %2$d * %1$d)
            """
                    .formatted(Mark.FUNDS_TIMES, Mark.YUAN_IN_WAN)),
    QUANTITY_FAR_ABOVE_PEERS(
            "median_quantity > 0 and quantity >= median_quantity * " + Mark.QUANTITY_TIMES),
    ABOVE_TARGET("quantity > national_target");

    /** With fewer peers a median says nothing: one large school would mark all the others. */
    public static final int PEERS = 5;

    /**
     * Quantities are small whole numbers, mostly 1 to 3, and a school with three campuses may well
     * ask for three times what others do; five times is a slip, or worth a word.
     */
    public static final int QUANTITY_TIMES = 5;

    /**
     * Budgets within one kind of school differ tenfold as a matter of course (a county's 中职, a
     * college of 20,000); twice that is beyond it.
     */
    public static final int FUNDS_TIMES = 20;

    static final int YUAN_IN_WAN = 10_000;

    private final String condition;

    Mark(String condition) {
        this.condition = condition;
    }

    /** Whether a row has this mark. */
    String condition() {
        return "(" + condition + ")";
    }

    /** Whether a row has any, in less time than it takes to name them all. */
    static String any() {
        return Arrays.stream(values()).map(Mark::condition).collect(joining(" or ", "(", ")"));
    }

    /** How much a row is marked: 元 typed for 万元 outweighs all else in a sum, and so here. */
    static String weight() {
        return Arrays.stream(values())
                .map(mark ->
                        "case when %s then %d else 0 end"
                                .formatted(mark.condition, mark == IN_YUAN ? 11 : 1))
                .collect(joining(" + ", "(", ")"));
    }

    /** A column that names the marks of a row. */
    static String column() {
        return Arrays.stream(values())
                .map(mark -> "case when %s then '%s' end".formatted(mark.condition, mark.name()))
                .collect(joining(", ", "array_remove(array[", "], null)"));
    }
}
