package org.chengjie.plan.web;

import java.util.Map;
import org.chengjie.plan.Amended;
import org.chengjie.plan.Edit;
import org.chengjie.plan.PlanField;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A change that was tried and did not come about, as its form shows it again; or none yet.
 *
 * @param version of the plan that the next attempt is made from
 * @param removing whether it was to take the matter out
 * @param reasonFault what is wrong with the reason; empty where nothing is
 * @param unconfirmed what it would do to what has been filed, to be confirmed
 * @param problem why it was refused as a whole; empty where it was not
 */
record Attempt(
        Edit edit,
        boolean removing,
        long version,
        Map<PlanField, String> faults,
        String reasonFault,
        Amended.@Nullable Unconfirmed unconfirmed,
        String problem,
        HttpStatus status) {

    static Attempt none(long version) {
        return new Attempt(
                new Edit(0, Map.of(), "", null),
                false,
                version,
                Map.of(),
                "",
                null,
                "",
                HttpStatus.OK);
    }

    static Attempt of(Edit edit, boolean removing) {
        return new Attempt(
                edit,
                removing,
                edit.version(),
                Map.of(),
                "",
                null,
                "",
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    Attempt faulty(Amended.Faulty faulty) {
        return new Attempt(
                edit, removing, version, faulty.faults(), faulty.reason(), null, "", status);
    }

    Attempt unconfirmed(Amended.Unconfirmed asked) {
        return new Attempt(edit, removing, version, faults, reasonFault, asked, "", status);
    }

    Attempt refused(Refusal refusal, HttpStatus as, long now) {
        return new Attempt(edit, removing, now, faults, reasonFault, null, refusal.words(), as);
    }
}
