package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Files that are made or read while somebody waits for the answer take turns, so that thirty at
 * once leave connections to the database for those who save (checks V15.2.2). A turn begins when
 * the request has been read whole: whoever sends slowly holds none.
 */
class Turns implements HandlerInterceptor {

    static final int AT_ONCE = 4;

    private static final String TAKEN = Turns.class.getName() + ".taken";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final Duration patience;

    Turns(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (takesTurns(request)) {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooMany(AGAIN);
            }
            request.setAttribute(TAKEN, true);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception thrown) {
        if (request.getAttribute(TAKEN) != null) {
            request.removeAttribute(TAKEN);
            free.release();
        }
    }

    /** A finished job's file is ready, and may be large: a slow reader must not hold a turn. */
    private static boolean takesTurns(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/file") && Costly.isFile(request);
    }
}
