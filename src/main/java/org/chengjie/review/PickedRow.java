package org.chengjie.review;

import org.chengjie.filing.Pick;
import org.chengjie.filing.SchoolPicks;
import org.chengjie.shared.Amount;

/**
 * A row that is to be decided, as a preview of the decision needs it (spec R4).
 *
 * @param version the row as it was seen
 * @param total its 汇总 as it is now
 * @param marked whether it deserves a look
 */
public record PickedRow(
        long schoolId,
        String schoolName,
        long undertakingId,
        long version,
        Amount total,
        boolean marked) {

    public Pick pick() {
        return new Pick(undertakingId, version);
    }

    SchoolPicks.Line line() {
        return new SchoolPicks.Line(schoolId, pick());
    }
}
