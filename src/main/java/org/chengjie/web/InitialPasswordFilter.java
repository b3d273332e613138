package org.chengjie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever still has an initial password can do nothing but change it (spec A3). */
class InitialPasswordFilter extends OncePerRequestFilter {

    private static final String FORM = "/account/first-password";
    private static final Set<String> OPEN = Set.of(FORM, "/sign-out");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var actor = Arrival.actor(request);
        return actor == null
                || !actor.initialPassword()
                || OPEN.contains(request.getRequestURI())
                || Arrival.isStatic(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Away.to(FORM, request, response);
    }
}
