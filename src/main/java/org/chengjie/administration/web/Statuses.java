package org.chengjie.administration.web;

import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;

/** The status of a page that says why something was refused. */
final class Statuses {

    private Statuses() {}

    /** What reads as absent has no page to say it on. */
    static HttpStatus of(Refusal refused) {
        return switch (refused.kind()) {
            case NOT_FOUND -> throw refused;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
        };
    }
}
