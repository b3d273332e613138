package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;

/** What a request may weigh: refused before anything reads it into memory. */
final class Weight {

    private static final long FORM = 1L << 20;
    private static final long FILE = 11L << 20;

    /** Thrown for a request that is too heavy. */
    static final class TooHeavy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Weight() {}

    static void check(HttpServletRequest request) {
        var type =
                Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        var most = type.startsWith("multipart/") ? FILE : FORM;
        if (request.getContentLengthLong() > most) {
            throw new TooHeavy();
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            countFields(request);
        }
    }

    /** The server counts while it reads, and stops at its limit. */
    private static void countFields(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException e) {
            throw new TooHeavy();
        }
    }
}
