package org.chengjie.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a signed-in person tried and was refused: out of reach, not allowed, too late (spec X1). Of
 * strangers only sign-ins are told, or anybody could fill the trail.
 */
@Component
class RefusedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final Set<Integer> TOLD = Set.of(403, 404, 409);
    private static final int LONGEST = 200;
    private static final String DONE = RefusedAttempts.class.getName();

    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final List<MenuSection> menu;

    RefusedAttempts(
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            List<MenuSection> menu) {
        this.events = events;
        this.transaction = transaction;
        this.menu = menu;
    }

    /**
     * Tells it once a request. The answer does not depend on it: with the database away it is only
     * logged.
     */
    void tell(Problem problem, HttpServletRequest request) {
        var actor = Arrival.actor(request);
        if (actor == null
                || !TOLD.contains(problem.status())
                || Arrival.isStatic(request)
                || request.getAttribute(DONE) != null) {
            return;
        }
        request.setAttribute(DONE, true);
        var told =
                new Auditable(
                        actor,
                        "被拒绝",
                        subject(actor, request),
                        actor.path(),
                        problem.words(),
                        List.of());
        try {
            transaction.executeWithoutResult(status -> events.publishEvent(told));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Refused, and not in the trail: {} {}", told.subject(), away.getMessage());
        }
    }

    /**
     * By the name that the person's own menu has for the page, and by its address; without the
     * query, for what was typed is nobody's business here.
     */
    private String subject(Actor actor, HttpServletRequest request) {
        var uri = request.getRequestURI().replaceAll("\\p{Cntrl}", "");
        var verb = request.getMethod().equals("GET") ? "打开" : "办理";
        var place = uri.substring(0, Math.min(LONGEST, uri.length()));
        return menu.stream()
                .flatMap(section -> section.entries(actor).stream())
                .filter(entry -> uri.equals(entry.href()) || uri.startsWith(entry.href() + "/"))
                .max(Comparator.comparingInt(entry -> entry.href().length()))
                .map(entry -> verb + "“" + entry.label() + "” " + place)
                .orElse(verb + " " + place);
    }
}
