package org.chengjie.web;

import java.time.Duration;

/** Thrown where somebody asks for more than the platform gives at a time; to be tried again. */
final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long seconds;

    TooMany(Duration wait) {
        super("too many", null, false, false);
        seconds = wait.plusMillis(999).toSeconds();
    }

    /** When to try again. */
    long seconds() {
        return seconds;
    }
}
