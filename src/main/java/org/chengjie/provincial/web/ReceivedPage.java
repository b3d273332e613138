package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.plan.Plan;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;

/**
 * One province's submission as the ministry reads it, and sends it back (spec P3, P4).
 *
 * @param history all of the province's, the newest first
 * @param reason what was typed as the reason of a return that was refused
 * @param problem why it was refused; empty where it was not
 */
public record ReceivedPage(
        Actor clerk,
        Plan plan,
        ProvincialSubmission submission,
        List<ProvincialSubmission> history,
        String reason,
        String problem) {

    public boolean mayReturn() {
        return submission.standing() && clerk.role() == Role.ADMIN;
    }
}
