package org.chengjie.filing;

import java.time.Instant;
import java.time.LocalDate;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 延期: the last day that a province has given one school beyond its window (spec W3).
 *
 * @param endedAt when an officer took it back; null where nobody did
 * @param replaced whether a newer one of the same school has taken its place
 */
public record Extension(
        long id,
        long schoolId,
        String schoolCode,
        String schoolName,
        String city,
        LocalDate lastDay,
        String reason,
        Instant at,
        String byName,
        @Nullable Instant endedAt,
        String endedBy,
        boolean replaced) {

    /** Whether it gives the school any time still; it ends by itself. */
    public boolean holds(Instant now) {
        return endedAt == null && !replaced && now.isBefore(ChinaTime.endOf(lastDay));
    }
}
