package org.chengjie.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A school's filing on a plan that is history, in one line.
 *
 * @param submittedAt null where it never stood submitted
 * @param rows undertaken, and of those approved
 */
public record PastSchool(
        long schoolId,
        String schoolPath,
        String code,
        String name,
        String city,
        @Nullable Instant submittedAt,
        String receiptNo,
        int rows,
        int approved,
        Funds funds) {}
