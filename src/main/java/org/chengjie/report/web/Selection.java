package org.chengjie.report.web;

import java.util.Map;
import org.chengjie.report.Tally;
import org.chengjie.review.Standing;

/** Which of a place's schools are listed, as the tables of places count them (spec P4, R7). */
public enum Selection {
    ALL,
    MISSING,
    SUBMITTED,
    DECIDED;

    /** How many a place has of them. */
    public long of(Tally tally) {
        return switch (this) {
            case ALL -> tally.schools();
            case MISSING -> tally.schools() - tally.submitted();
            case SUBMITTED -> tally.submitted();
            case DECIDED -> tally.of(Standing.DECIDED);
        };
    }

    boolean takes(Standing standing) {
        return of(new Tally(Map.of(standing, 1L))) > 0;
    }
}
