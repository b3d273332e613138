package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chengjie.shared.Rush;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Serves so many requests at once as keep the processors busy, and the others in the order in which
 * they came. Hundreds at once would each be served later, and all of them more dearly: they would
 * wait for each other at every step, and threads changing places are work, too. Schools have a
 * counter of their own, so that whoever fills in a form never stands behind an office's lists, and
 * so have offices, so that neither keeps anybody from signing in.
 */
@Component
class Counters implements Rush {

    /** As long as a request waits for a connection: whoever asks is told while they still look. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** An office lets schools pass for so long, and no longer: it has work to do as well. */
    private static final Duration COURTESY = Duration.ofMillis(500);

    private static final Duration LOOKS_EVERY = Duration.ofMillis(5);

    private static final String PLACE = Counters.class.getName() + ".place";

    /** Thrown where somebody has waited in vain. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Full() {
            super("full", null, false, false);
        }
    }

    /** A place at a counter, or at none; given back once. */
    static final class Place implements AutoCloseable {

        private @Nullable Semaphore taken;

        private Place(@Nullable Semaphore taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            if (taken != null) {
                taken.release();
                taken = null;
            }
        }
    }

    private final Semaphore schools;
    private final Semaphore offices;
    private final Semaphore others;
    private final Duration patience;

    /** A third of the connections to the database stays for jobs and files. */
    @Autowired
    Counters(@Value("${chengjie.pool-size}") int connections) {
        this(connections, PATIENCE);
    }

    Counters(int connections, Duration patience) {
        schools = places(connections / 3);
        offices = places(connections / 6);
        others = places(connections / 6);
        this.patience = patience;
    }

    private static Semaphore places(int many) {
        return new Semaphore(Math.max(1, many), true);
    }

    /**
     * Waits for a place; the request has been read whole by then, so that whoever sends slowly
     * takes none.
     */
    Place place(HttpServletRequest request) {
        var counter = of(request);
        if (counter != null && !taken(counter)) {
            throw new Full();
        }
        var place = new Place(counter);
        request.setAttribute(PLACE, place);
        return place;
    }

    /** The answer is ready: whoever reads it slowly need not keep others waiting. */
    static void leave(HttpServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Place place) {
            place.close();
        }
    }

    @Override
    public boolean on() {
        return schools.hasQueuedThreads();
    }

    private boolean taken(Semaphore counter) {
        try {
            if (counter.equals(offices)) {
                letSchoolsPass();
            }
            return counter.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void letSchoolsPass() throws InterruptedException {
        long since = System.nanoTime();
        while (on() && System.nanoTime() - since < COURTESY.toNanos()) {
            Thread.sleep(LOOKS_EVERY);
        }
    }

    /** Files are read and made in {@link Turns}; what is served from memory needs no place. */
    private @Nullable Semaphore of(HttpServletRequest request) {
        if (Arrival.isStatic(request) || Costly.isFile(request)) {
            return null;
        }
        var path = request.getRequestURI();
        if (path.startsWith("/school/")) {
            return schools;
        }
        return path.startsWith("/province/")
                        || path.startsWith("/city/")
                        || path.startsWith("/ministry/")
                ? offices
                : others;
    }
}
