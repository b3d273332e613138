package org.chengjie.provincial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last thing a province handed in, as far as its pages tell of it everywhere.
 *
 * @param accepted whether the ministry has accepted it
 * @param published whether its figures are published
 * @param returnedAt null while it stands
 * @param reason why the ministry returned it; empty while it stands
 */
public record Latest(
        String receiptNo,
        Instant at,
        boolean accepted,
        boolean published,
        @Nullable Instant returnedAt,
        String reason) {

    public boolean returned() {
        return returnedAt != null;
    }
}
