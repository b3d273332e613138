package org.chengjie.plan;

import java.time.Instant;
import java.util.List;
import org.chengjie.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * A plan that was sent as a file.
 *
 * @param rows as they were sent; none once it has been taken
 * @param clauses the same of the sheet with the plan's text; none where there is no such sheet
 * @param planId the draft that it became; null before that
 */
public record StagedPlan(
        long id,
        String fileName,
        String code,
        String title,
        List<SheetRow> rows,
        List<SheetRow> clauses,
        Instant at,
        String byName,
        @Nullable Long planId,
        boolean taken) {

    public StagedPlan {
        rows = List.copyOf(rows);
        clauses = List.copyOf(clauses);
    }
}
