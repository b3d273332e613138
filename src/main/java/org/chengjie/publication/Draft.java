package org.chengjie.publication;

import java.time.LocalDate;
import java.util.List;
import org.chengjie.plan.Plan;
import org.chengjie.provincial.Check;
import org.jspecify.annotations.Nullable;

/**
 * What would be published now, and whether it can be (spec P5).
 *
 * @param latest the last edition of the plan; null before the first
 */
public record Draft(
        Plan plan, @Nullable Edition latest, List<Candidate> candidates, List<Check> checks) {

    public Draft {
        candidates = List.copyOf(candidates);
        checks = List.copyOf(checks);
    }

    public List<Check> unmet() {
        return checks.stream().filter(check -> check.finding() == Check.Finding.UNMET).toList();
    }

    /** The next edition as it would read. */
    public Edition edition() {
        return edition(new Announcement("", "", LocalDate.EPOCH));
    }

    Edition edition(Announcement announcement) {
        return new Edition(
                0,
                plan,
                latest == null ? 1 : latest.no() + 1,
                announcement,
                latest == null ? "" : "补充公布：" + added(),
                candidates.stream()
                        .map(one ->
                                new EditionProvince(
                                        one.id(),
                                        one.code(),
                                        one.name(),
                                        one.rollUp(),
                                        omission(one)))
                        .toList());
    }

    /** Whoever looks beforehand may not have written it yet. */
    private static String omission(Candidate one) {
        if (one.included()) {
            return "";
        }
        return one.omission().isEmpty() ? "没有核对通过" : one.omission();
    }

    List<Candidate> newcomers() {
        return candidates.stream().filter(one -> one.included() && !one.published()).toList();
    }

    private String added() {
        return String.join("、", newcomers().stream().map(Candidate::name).toList());
    }
}
