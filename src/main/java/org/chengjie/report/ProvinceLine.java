package org.chengjie.report;

import java.time.LocalDate;
import org.chengjie.filing.Funds;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A province as the ministry sees it (spec P4): its window, how many of its schools have come how
 * far, and what they have submitted.
 *
 * @param opens null while the province has published no window
 * @param rows rows submitted, whatever was decided on them
 * @param funds what those rows sum to
 * @param approved what of it has been approved
 */
public record ProvinceLine(
        String code,
        String name,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        int schools,
        int started,
        int submitted,
        int decided,
        long rows,
        Funds funds,
        Amount approved) {}
