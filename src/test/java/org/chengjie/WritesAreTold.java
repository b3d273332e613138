package org.chengjie;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Watches over every page test: a request that wrote anything, and was answered well, must have
 * left an entry in the trail (spec X1). PostgreSQL itself says what a transaction has written, so
 * whichever route a test takes, it is watched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class WritesAreTold extends OncePerRequestFilter {

    /** Tables of what is no deed, and why. */
    private static final Set<String> NO_DEEDS =
            Set.of(
                    "account.login", // a sign-in seen again
                    "account.captcha",
                    "account.second_step", // half a sign-in; its end is told, good or bad
                    "account.approach", // counts wrong tries; each try is told by itself
                    "audit.pending", // the trail's own
                    "audit.link",
                    "audit.head",
                    "filing.decision", // the head of one; what it decides is told school by school
                    "filing.filing", // when it was last saved, though nothing changed; else its
                    // rows are written, too
                    "provincial.own_form", // the same of the province's own
                    "filing.presence", // who has the form open: gone within a minute
                    "filing.upload", // read, and nothing saved from it yet
                    "organisation.import", // the same
                    "plan.import", // the same
                    "report.figure_change", // reckoned from the rows
                    "report.school_change",
                    "report.reconciliation",
                    "review.look", // what an officer has seen
                    "review.norm", // reckoned from the rows
                    "review.norm_age",
                    "review.marking",
                    "review.marked");

    private static final String ENTRY = "audit.entry";

    private final JdbcClient jdbc;

    WritesAreTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            chain.doFilter(request, response);
            return;
        }
        var before = writes();
        chain.doFilter(request, response);
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (response.getStatus() >= 400 || route == null) {
            return;
        }
        var written = new TreeSet<String>();
        writes().forEach((table, count) -> {
            if (count > before.getOrDefault(table, 0L)) {
                written.add(table);
            }
        });
        boolean told = written.remove(ENTRY);
        written.removeAll(NO_DEEDS);
        written.removeIf(table -> table.startsWith("job."));
        if (!told && !written.isEmpty()) {
            throw new AssertionError(
                    "%s %s wrote to %s and left no entry in the trail"
                            .formatted(request.getMethod(), route, written));
        }
    }

    /** What this transaction has written so far; nothing where it has failed already. */
    private Map<String, Long> writes() {
        var writes = new TreeMap<String, Long>();
        try {
            jdbc.sql(
                            """
                            select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as count
                              from pg_stat_xact_user_tables
                            """)
                    .query(row -> {
                        writes.put(row.getString("name"), row.getLong("count"));
                    });
        } catch (DataAccessException failed) {
            return Map.of();
        }
        return writes;
    }
}
