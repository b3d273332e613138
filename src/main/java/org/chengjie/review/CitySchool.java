package org.chengjie.review;

import java.time.Instant;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A 中职 in its city's list (spec R6).
 *
 * @param submittedAt null unless its form stands submitted
 * @param rows rows undertaken, submitted or not
 * @param owed rows waiting for the province of which the city has not spoken, as they now are
 * @param agreed rows to which the city agrees
 * @param disagreed rows to which it does not
 */
public record CitySchool(
        long id,
        String code,
        String name,
        String path,
        Standing standing,
        @Nullable Instant submittedAt,
        int rows,
        int waiting,
        int owed,
        int agreed,
        int disagreed,
        Amount total) {

    public boolean submitted() {
        return submittedAt != null;
    }
}
