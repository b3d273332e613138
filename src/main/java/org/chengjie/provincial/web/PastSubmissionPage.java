package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.plan.Plan;
import org.chengjie.plan.PlanHead;
import org.chengjie.provincial.ProvincialSubmission;
import org.jspecify.annotations.Nullable;

/**
 * What a province handed in on a plan that is history (spec C1, P3).
 *
 * @param plan the head of the plan; {@code items} is the same with its items
 * @param history the newest first
 * @param back the schools' filings of the same plan
 * @param here where this page is
 */
public record PastSubmissionPage(
        PlanHead plan,
        Plan items,
        String whose,
        List<ProvincialSubmission> history,
        String back,
        String here) {

    /** The one that stood to the end; where all were returned, the last of them. */
    public @Nullable ProvincialSubmission last() {
        return history.stream()
                .filter(ProvincialSubmission::standing)
                .findFirst()
                .orElse(history.isEmpty() ? null : history.getFirst());
    }
}
