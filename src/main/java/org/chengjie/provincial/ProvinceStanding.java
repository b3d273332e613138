package org.chengjie.provincial;

import org.chengjie.organisation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A province in the ministry's list.
 *
 * @param last what it handed in last; null while it has handed in nothing
 */
public record ProvinceStanding(Unit province, @Nullable ProvincialSubmission last) {

    public SubmissionState state() {
        if (last == null) {
            return SubmissionState.NONE;
        }
        return last.state();
    }
}
