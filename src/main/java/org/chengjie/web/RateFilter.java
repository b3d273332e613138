package org.chengjie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds how often {@link Costly} things are asked for, by account and by address. */
class RateFilter extends OncePerRequestFilter {

    private final Meter meter = new Meter();
    private final boolean bounded;

    RateFilter(boolean bounded) {
        this.bounded = bounded;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !bounded || Arrival.isStatic(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var now = Arrival.at(request);
        Costly.of(request)
                .ifPresent(costly -> {
                    var actor = Arrival.actor(request);
                    if (actor != null) {
                        count(costly + " @" + actor.accountId(), costly.perAccount, now);
                    }
                    count(costly + " " + request.getRemoteAddr(), costly.perAddress, now);
                });
        chain.doFilter(request, response);
    }

    private void count(String who, int perMinute, Instant now) {
        var wait = meter.count(who, perMinute, now);
        if (!wait.isZero()) {
            throw new TooMany(wait);
        }
    }
}
