package org.chengjie.provincial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 汇总上报: what a province has handed to the ministry, with the figures as they were then (spec P3).
 *
 * @param receiptNo {@code 14-P-20201120-0001}
 * @param returned null while it stands
 * @param accepted null unless the ministry has accepted it
 */
public record ProvincialSubmission(
        long id,
        long provinceId,
        String provincePath,
        String provinceName,
        String receiptNo,
        Instant at,
        String byName,
        @Nullable Returned returned,
        @Nullable Accepted accepted,
        RollUp rollUp) {

    /** 退回 by the ministry, with its reason. */
    public record Returned(Instant at, String byName, String reason) {}

    /** 核对通过 by the ministry. */
    public record Accepted(Instant at, String byName) {}

    public SubmissionState state() {
        if (returned != null) {
            return SubmissionState.RETURNED;
        }
        return accepted == null ? SubmissionState.SUBMITTED : SubmissionState.ACCEPTED;
    }

    public boolean standing() {
        return returned == null;
    }
}
