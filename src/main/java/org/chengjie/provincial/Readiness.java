package org.chengjie.provincial;

import java.util.List;
import org.chengjie.plan.Plan;

/**
 * Whether a province can submit now, and what would go up (spec P3).
 *
 * @param rollUp the figures as they stand
 */
public record Readiness(Plan plan, List<Check> checks, RollUp rollUp) {

    public Readiness {
        checks = List.copyOf(checks);
    }

    public List<Check> unmet() {
        return checks.stream().filter(check -> check.finding() == Check.Finding.UNMET).toList();
    }

    public boolean ready() {
        return unmet().isEmpty();
    }
}
