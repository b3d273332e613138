package org.chengjie.plan;

import java.time.Instant;
import java.util.List;

/**
 * 修订: one version of a plan, against the one before it.
 *
 * @param version the plan's from then on
 */
public record Amendment(long version, Instant at, String byName, String reason, List<Line> lines) {

    public Amendment {
        lines = List.copyOf(lines);
    }

    /**
     * One field.
     *
     * @param subject what it belongs to, for a machine: {@code item:12}
     * @param title the same for a person
     * @param schools how many schools had filed on it and are told; 0 where it touches nothing
     *     filed
     * @param provinces those schools' provinces, and provinces that undertake it themselves
     */
    public record Line(
            String subject,
            String title,
            String field,
            String before,
            String after,
            int schools,
            int provinces) {}
}
