package org.chengjie.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan without its items.
 *
 * @param version grows by one with every amendment
 * @param openedAt when it became the current one; null for a draft
 * @param closedAt when another took its place; null for a draft and for the current one
 */
public record PlanHead(
        long id,
        String code,
        String title,
        PlanState state,
        long version,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        int areas,
        int tasks,
        int items) {

    public boolean draft() {
        return state == PlanState.DRAFT;
    }

    public boolean current() {
        return state == PlanState.CURRENT;
    }

    public boolean closed() {
        return state == PlanState.CLOSED;
    }
}
