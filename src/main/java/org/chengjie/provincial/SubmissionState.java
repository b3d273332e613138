package org.chengjie.provincial;

import org.jspecify.annotations.Nullable;

/** How far a province has come with its submission, as the ministry sees it (spec P4). */
public enum SubmissionState {
    NONE,
    SUBMITTED,
    RETURNED;

    static SubmissionState of(@Nullable ProvincialSubmission last) {
        if (last == null) {
            return NONE;
        }
        return last.standing() ? SUBMITTED : RETURNED;
    }
}
