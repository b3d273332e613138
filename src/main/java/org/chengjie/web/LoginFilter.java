package org.chengjie.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chengjie.account.LoginCookie;
import org.chengjie.account.Logins;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who it is: the cookie's token, looked up once; static files are spared it. */
class LoginFilter extends OncePerRequestFilter {

    private final Logins logins;

    LoginFilter(Logins logins) {
        this.logins = logins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Arrival.isStatic(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LoginCookie.read(request)
                .flatMap(
                        token -> logins.holder(token, request.getRemoteAddr(), Arrival.at(request)))
                .ifPresent(holder -> {
                    var actor = holder.actor();
                    Arrival.signedIn(holder, request);
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new SignedIn(actor));
                    SecurityContextHolder.setContext(context);
                });
        chain.doFilter(request, response);
    }
}
