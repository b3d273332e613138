package org.chengjie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever still has an initial password can do nothing but change it (spec A3); then, where the
 * ministry asks for a second factor, nothing but set that up (spec A7).
 */
class FirstThingsFilter extends OncePerRequestFilter {

    private static final String FORM = "/account/first-password";
    private static final String FACTOR = "/account/second-factor";
    private static final Set<String> AT_FIRST = Set.of(FORM, "/sign-out");
    private static final Set<String> UNENROLLED =
            Set.of(FACTOR, FACTOR + "/confirmation", "/account/password", "/sign-out");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var actor = Arrival.actor(request);
        return actor == null
                || !(actor.initialPassword() || Arrival.mustEnrol(request))
                || (actor.initialPassword() ? AT_FIRST : UNENROLLED)
                        .contains(request.getRequestURI())
                || Arrival.isStatic(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = Arrival.actor(request);
        Away.to(actor != null && actor.initialPassword() ? FORM : FACTOR, request, response);
    }
}
