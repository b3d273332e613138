package org.chengjie.publication;

import org.chengjie.provincial.RollUp;
import org.chengjie.provincial.SubmissionState;

/**
 * A province on the way to an edition.
 *
 * @param published whether it is in an edition already, and goes on as it is there
 * @param rollUp what would be published of it
 * @param omission why it is left out, as typed; counts only where it is not in
 */
public record Candidate(
        long id,
        String code,
        String name,
        SubmissionState state,
        boolean published,
        RollUp rollUp,
        String omission) {

    public boolean included() {
        return published || state == SubmissionState.ACCEPTED;
    }
}
