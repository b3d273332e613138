package org.chengjie.review;

import org.chengjie.filing.Pick;
import org.chengjie.shared.Amount;

/** A row in view, as a decision on everything in view needs it (spec R4). */
public record PickedRow(
        long schoolId, String schoolName, long undertakingId, long version, Amount total) {

    public Pick pick() {
        return new Pick(undertakingId, version);
    }
}
