package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.provincial.Check;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.provincial.Readiness;
import org.chengjie.provincial.RollUp;
import org.chengjie.provincial.SubmissionState;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * 汇总上报: what would go up and whether it can, or what has gone up (spec P3).
 *
 * @param history all that the province has handed in, the newest first
 * @param problem why a submit was refused; empty where none was
 */
public record SubmissionPage(
        Actor officer, Readiness readiness, List<ProvincialSubmission> history, String problem) {

    /** What the ministry has now; null while it has nothing, or has returned it. */
    public @Nullable ProvincialSubmission standing() {
        return history.stream().filter(ProvincialSubmission::standing).findFirst().orElse(null);
    }

    public SubmissionState state() {
        if (history.isEmpty()) {
            return SubmissionState.NONE;
        }
        var standing = standing();
        return standing == null ? SubmissionState.RETURNED : standing.state();
    }

    /** What was handed in, as it was then; else the figures as they are now. */
    public RollUp rollUp() {
        var standing = standing();
        return standing == null ? readiness.rollUp() : standing.rollUp();
    }

    /** What stands in the way comes first. */
    public List<Check> checks() {
        return readiness.checks().stream()
                .sorted((one, other) -> other.finding().compareTo(one.finding()))
                .toList();
    }

    public boolean maySubmit() {
        return officer.role() == Role.ADMIN;
    }
}
