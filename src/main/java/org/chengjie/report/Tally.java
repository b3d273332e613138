package org.chengjie.report;

import java.util.EnumMap;
import java.util.Map;
import org.chengjie.review.Standing;

/** How many schools of a place stand where (spec P4, R7). */
public record Tally(Map<Standing, Long> standings) {

    public static final Tally NONE = new Tally(Map.of());

    public Tally {
        standings = Map.copyOf(standings);
    }

    public long of(Standing standing) {
        return standings.getOrDefault(standing, 0L);
    }

    public long schools() {
        return standings.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those whose form stands submitted, whatever was decided on it. */
    public long submitted() {
        return of(Standing.SUBMITTED) + of(Standing.UNDER_REVIEW) + of(Standing.DECIDED);
    }

    public Tally plus(Tally other) {
        var sum = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) {
            sum.put(standing, of(standing) + other.of(standing));
        }
        return new Tally(sum);
    }
}
