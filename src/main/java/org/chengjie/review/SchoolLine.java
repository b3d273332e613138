package org.chengjie.review;

import java.time.Instant;
import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A school in its province's list: where it stands, its rows and its funds (spec R7).
 *
 * @param submittedAt null unless its form stands submitted
 * @param rows all rows undertaken, submitted or not
 * @param funds what those rows sum to
 */
public record SchoolLine(
        long id,
        String code,
        String name,
        Kind kind,
        String city,
        Standing standing,
        @Nullable Instant submittedAt,
        int tasks,
        int rows,
        int waiting,
        int approved,
        int returned,
        int rejected,
        Funds funds,
        Funds approvedFunds) {}
