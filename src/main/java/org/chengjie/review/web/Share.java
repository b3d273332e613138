package org.chengjie.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.chengjie.review.Standing;

/**
 * A piece of a bar of shares, in the units that are shared.
 *
 * @param css the class that colours it
 */
public record Share(String css, long from, long width) {

    /** One piece for each standing, in their order; those of 0 have none. */
    static List<Share> of(ToLongFunction<Standing> schools) {
        var shares = new ArrayList<Share>();
        long from = 0;
        for (var standing : Standing.values()) {
            long width = schools.applyAsLong(standing);
            if (width > 0) {
                shares.add(new Share(css(standing), from, width));
                from += width;
            }
        }
        return shares;
    }

    /** The colour a standing has all over the desk. */
    public static String css(Standing standing) {
        return switch (standing) {
            case NOT_SIGNED_IN -> "c0";
            case FILLING_IN -> "c3";
            case SUBMITTED -> "c2";
            case UNDER_REVIEW -> "c1";
            case DECIDED -> "c4";
        };
    }
}
