package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.plan.Plan;
import org.chengjie.provincial.Difference;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * One province's submission as the ministry reads it, sends it back or accepts it (spec P3, P4).
 *
 * @param history all of the province's, the newest first
 * @param reason what was typed as the reason of a return that was refused
 * @param published whether its province is in a publication, and nothing of it can be taken back
 * @param problem why it was refused; empty where it was not
 */
public record ReceivedPage(
        Actor clerk,
        Plan plan,
        ProvincialSubmission submission,
        List<ProvincialSubmission> history,
        boolean published,
        String reason,
        String problem) {

    public boolean mayDecide() {
        return clerk.role() == Role.ADMIN;
    }

    /** What the province handed in the time before; null where this was its first. */
    public @Nullable ProvincialSubmission previous() {
        return history.stream().filter(one -> one.id() < submission.id()).findFirst().orElse(null);
    }

    public List<Difference> differences() {
        var previous = previous();
        return previous == null
                ? List.of()
                : Difference.between(previous.rollUp(), submission.rollUp());
    }

    /** Whether the province has handed in something newer. */
    public boolean replaced() {
        return history.getFirst().id() != submission.id();
    }
}
