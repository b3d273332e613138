package org.chengjie.filing;

import static org.chengjie.filing.Stage.APPROVED;
import static org.chengjie.filing.Stage.DRAFT;
import static org.chengjie.filing.Stage.REJECTED;
import static org.chengjie.filing.Stage.RETURNED;
import static org.chengjie.filing.Stage.SUBMITTED;

import java.util.Set;
import org.chengjie.shared.Tier;

/**
 * Every move of an undertaking: who makes it, from where, to where, and whether a reason is owed
 * (spec R1, R2).
 */
public enum Step {
    SUBMIT(Tier.SCHOOL, Set.of(DRAFT, RETURNED), SUBMITTED, false),
    WITHDRAW(Tier.SCHOOL, Set.of(SUBMITTED), DRAFT, false),
    APPROVE(Tier.PROVINCE, Set.of(SUBMITTED), APPROVED, false),
    RETURN(Tier.PROVINCE, Set.of(SUBMITTED), RETURNED, true),
    REJECT(Tier.PROVINCE, Set.of(SUBMITTED), REJECTED, true),
    REOPEN(Tier.PROVINCE, Set.of(APPROVED, REJECTED), SUBMITTED, true),
    RELEASE(Tier.PROVINCE, Set.of(SUBMITTED, APPROVED, RETURNED, REJECTED), DRAFT, true),
    /** 撤销 of one's own last decision, until the school has acted on it (spec R4). */
    UNDO(Tier.PROVINCE, Set.of(APPROVED, RETURNED, REJECTED), SUBMITTED, false),
    /** 调整备案 that the ministry has consented to: other figures of a published row (spec P5). */
    ADJUST(Tier.MINISTRY, Set.of(APPROVED), APPROVED, true),
    /** The same: a row that is undertaken from then on. */
    TAKE_ON(Tier.MINISTRY, Set.of(DRAFT, RETURNED, REJECTED), APPROVED, true),
    /** The same: 不再承接. */
    DROP(Tier.MINISTRY, Set.of(APPROVED), DRAFT, true);

    private final Tier by;

    @SuppressWarnings(
            "ImmutableEnumChecker") // Set.of makes an immutable set; the type cannot say so
    private final Set<Stage> from;

    private final Stage to;
    private final boolean owesReason;

    Step(Tier by, Set<Stage> from, Stage to, boolean owesReason) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.owesReason = owesReason;
    }

    public Tier by() {
        return by;
    }

    public Set<Stage> from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    public boolean owesReason() {
        return owesReason;
    }

    /** Whether {@link #UNDO} leads back to where this one started. */
    public boolean undoable() {
        return this == APPROVE || this == RETURN || this == REJECT;
    }

    public boolean leadsFrom(Stage stage) {
        return from.contains(stage);
    }
}
