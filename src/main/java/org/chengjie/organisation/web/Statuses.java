package org.chengjie.organisation.web;

import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;

/** The status of a page that shows why something was refused. */
final class Statuses {

    private Statuses() {}

    /** What is out of reach has no page to be shown on. */
    static HttpStatus of(Refusal refused) {
        return switch (refused.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> throw refused;
        };
    }
}
