package org.chengjie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.chengjie.account.Logins;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Wall;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The very first thing that happens to a request: the moment is noted by which it is judged (spec
 * W2), and the headers are set that every answer carries, whatever becomes of it. The last thing,
 * too: what nobody caught becomes a page in Chinese (spec X3).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Arrival extends OncePerRequestFilter {

    private static final String AT = Arrival.class.getName() + ".at";
    private static final String ACTOR = Arrival.class.getName() + ".actor";
    private static final String MUST_ENROL = Arrival.class.getName() + ".mustEnrol";

    private final Clock clock;
    private final Problems problems;
    private final Counters counters;

    Arrival(Clock clock, Problems problems, Counters counters) {
        this.clock = clock;
        this.problems = problems;
        this.counters = counters;
    }

    static Instant at(HttpServletRequest request) {
        return (Instant) Objects.requireNonNull(request.getAttribute(AT));
    }

    static @Nullable Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(ACTOR);
    }

    /** From here on the database shows what the actor may see, and no more. */
    static void signedIn(Logins.Holder holder, HttpServletRequest request) {
        request.setAttribute(ACTOR, holder.actor());
        request.setAttribute(MUST_ENROL, holder.mustEnrol());
        Wall.turn(holder.actor().reach());
    }

    /** Whether a second factor is asked for that the account has not (spec A7). */
    static boolean mustEnrol(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(MUST_ENROL));
    }

    static boolean isStatic(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Assets.FOLDER);
    }

    /** What the server refuses by itself comes here only on its way to the error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        request.setAttribute(AT, clock.instant());
        AnswerHeaders.set(response, request.isSecure());
        try (var _ = walled(request)) {
            Weight.check(request);
            try (var _ = counters.place(request)) {
                chain.doFilter(request, response);
            }
        } catch (ServletException | RuntimeException e) {
            problems.answer(e, request, response);
        }
    }

    /** An error page is written after the sign-in was looked up. */
    private static Wall walled(HttpServletRequest request) {
        var actor = actor(request);
        return actor == null ? Wall.aroundNobody() : Wall.around(actor.reach());
    }
}
