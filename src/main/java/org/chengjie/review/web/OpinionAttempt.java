package org.chengjie.review.web;

import java.util.List;
import org.chengjie.review.OpinionPick;
import org.chengjie.review.Stance;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;

/**
 * An opinion as it was asked for: kept on the page where it was refused.
 *
 * @param problem why it was refused; empty where it was not
 */
public record OpinionAttempt(
        Stance stance, List<OpinionPick> picks, String words, String problem, HttpStatus status) {

    static final OpinionAttempt NONE =
            new OpinionAttempt(Stance.AGREE, List.of(), "", "", HttpStatus.OK);

    public OpinionAttempt {
        picks = List.copyOf(picks);
    }

    public boolean picked(long undertakingId) {
        return picks.stream().anyMatch(pick -> pick.undertakingId() == undertakingId);
    }

    OpinionAttempt refused(Refusal refusal) {
        var answer =
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
                    case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                };
        return new OpinionAttempt(stance, picks, words, refusal.words(), answer);
    }
}
