package org.chengjie.review.web;

import java.util.List;
import java.util.Set;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Step;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;

/**
 * What an officer asked for: kept on the page where it was refused, so that nothing need be typed
 * twice.
 *
 * @param problem why it was refused; empty where it was not
 */
public record Attempt(
        Step step,
        List<Pick> picks,
        String reason,
        Set<Cell> cells,
        String problem,
        HttpStatus status) {

    static final Attempt NONE =
            new Attempt(Step.APPROVE, List.of(), "", Set.of(), "", HttpStatus.OK);

    public Attempt {
        picks = List.copyOf(picks);
        cells = Set.copyOf(cells);
    }

    public boolean picked(long undertakingId) {
        return picks.stream().anyMatch(pick -> pick.undertakingId() == undertakingId);
    }

    /** Whether it was refused for its reason: 放开整表 has a field of its own for that. */
    public boolean reasonAtFault() {
        boolean missing = step.owesReason() && reason.isBlank();
        return !problem.isEmpty()
                && step != Step.RELEASE
                && (missing || reason.length() > Decisions.LONGEST_REASON);
    }

    Attempt refused(Refusal refusal) {
        var answer =
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
                    case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                };
        return new Attempt(step, picks, reason, cells, refusal.words(), answer);
    }
}
