package org.chengjie.report;

import java.time.Instant;
import org.chengjie.organisation.Kind;
import org.chengjie.review.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A school as the ministry sees it: what it has submitted, nothing of what it is still filling in
 * (spec P4).
 *
 * @param place the place that it counts in
 * @param submittedAt null while its form does not stand submitted
 * @param tasks tasks, not rows (spec F3)
 */
public record ReportedSchool(
        long id,
        String code,
        String name,
        Kind kind,
        String place,
        Standing standing,
        @Nullable Instant submittedAt,
        int tasks,
        Figures figures) {}
