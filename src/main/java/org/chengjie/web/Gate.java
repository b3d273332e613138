package org.chengjie.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chengjie.account.Logins;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Who may come to which route: each tier to its own, everybody to the entrance, and to all the rest
 * nobody (spec X2).
 */
@Configuration(proxyBeanMethods = false)
class Gate {

    private final Problems problems;

    Gate(Problems problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain routes(
            HttpSecurity http, Logins logins, @Value("${chengjie.rates:on}") String rates)
            throws Exception {
        return http.authorizeHttpRequests(routes ->
                        routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, Assets.FOLDER + "**")
                                .permitAll()
                                .requestMatchers(
                                        "/",
                                        "/sign-in",
                                        "/sign-in/code",
                                        "/captcha",
                                        "/contacts",
                                        "/verify")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/published", "/published/**")
                                .permitAll()
                                .requestMatchers("/account/**", "/sign-out")
                                .authenticated()
                                .requestMatchers("/jobs/**")
                                .authenticated()
                                .requestMatchers("/city/**")
                                .access(only(Tier.CITY))
                                .requestMatchers("/school/**")
                                .access(only(Tier.SCHOOL))
                                .requestMatchers("/province/**")
                                .access(only(Tier.PROVINCE))
                                .requestMatchers("/ministry/**")
                                .access(only(Tier.MINISTRY))
                                .anyRequest()
                                .denyAll())
                .addFilterBefore(new LoginFilter(logins), CsrfFilter.class)
                .addFilterBefore(new OriginFilter(problems), CsrfFilter.class)
                .addFilterAfter(new RateFilter(!rates.equals("off")), LoginFilter.class)
                .addFilterBefore(new FirstThingsFilter(), AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookies()))
                // Ours are the sessions; Spring's would take every request for a new sign-in, and
                // its token away.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context ->
                        context.securityContextRepository(
                                new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(this::notSignedIn)
                                .accessDeniedHandler(this::denied))
                // Every answer's headers are set by Arrival, also on what never comes this far.
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> only(Tier tier) {
        return (authentication, route) -> {
            var who = authentication.get();
            return new AuthorizationDecision(
                    who != null
                            && who.getPrincipal() instanceof Actor actor
                            && actor.tier() == tier);
        };
    }

    private void notSignedIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (Asked.htmx(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/");
        } else if (Asked.json(request)) {
            problems.answer(Problem.of(401), request, response);
        } else {
            Away.to("/", request, response);
        }
    }

    /** What is not for this tier reads as absent; a form without its token is told to reload. */
    private void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        problems.answer(
                Problem.of(refused instanceof CsrfException ? 403 : 404), request, response);
    }
}
