package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a request may weigh: refused before anything reads it into memory. */
final class Weight {

    private static final long FORM = 1L << 20;
    private static final long FILE = 11L << 20;

    /** More than any page's form as people fill it. */
    private static final long USUAL = 64L << 10;

    /**
     * Larger forms are read so many at a time: the memory for one is taken with its first byte, and
     * its last may be long in coming.
     */
    static final int LARGE_AT_ONCE = 16;

    private static final Semaphore LARGE = new Semaphore(LARGE_AT_ONCE);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** Thrown for a request that is too heavy. */
    static final class TooHeavy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final String READ = Weight.class.getName() + ".read";

    private Weight() {}

    /** Whether the fields of a form are there; asking for them would read what was refused. */
    static boolean wasRead(HttpServletRequest request) {
        return request.getAttribute(READ) != null;
    }

    static void check(HttpServletRequest request) {
        var type =
                Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        var most = type.startsWith("multipart/") ? FILE : FORM;
        if (request.getContentLengthLong() > most) {
            throw new TooHeavy();
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            read(request);
        }
    }

    private static void read(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length >= 0 && length <= USUAL) {
            countFields(request);
        } else if (LARGE.tryAcquire()) {
            try {
                countFields(request);
            } finally {
                LARGE.release();
            }
        } else {
            throw new TooMany(AGAIN);
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
            request.setAttribute(READ, true);
        } catch (IllegalStateException e) {
            throw new TooHeavy();
        }
    }
}
