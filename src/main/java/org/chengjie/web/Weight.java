package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

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

    /** No person types it, and no text column takes it. */
    private static boolean unstorable(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The server counts while it reads, and stops at its limit. */
    private static void countFields(HttpServletRequest request) {
        try {
            var fields = request.getParameterMap();
            if (fields.values().stream().flatMap(Arrays::stream).anyMatch(Weight::unstorable)) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        } catch (IllegalStateException e) {
            throw new TooHeavy();
        }
    }
}
