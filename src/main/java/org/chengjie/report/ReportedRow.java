package org.chengjie.report;

import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
import org.jspecify.annotations.Nullable;

/** A row that a school has submitted, as the ministry sees it (spec P4). */
public record ReportedRow(
        long itemId,
        String code,
        String school,
        Stage stage,
        @Nullable Long quantity,
        Funds funds) {}
