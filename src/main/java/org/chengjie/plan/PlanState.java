package org.chengjie.plan;

/** Where a plan stands: one at most is current, drafts lie beside it, those before are history. */
public enum PlanState {
    DRAFT,
    CURRENT,
    CLOSED
}
