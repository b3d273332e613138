package org.chengjie.provincial;

/** How far a province has come with its submission, as the ministry sees it (spec P4). */
public enum SubmissionState {
    NONE,
    SUBMITTED,
    /** 核对通过 by the ministry. */
    ACCEPTED,
    RETURNED
}
