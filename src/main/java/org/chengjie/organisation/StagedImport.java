package org.chengjie.organisation;

import java.time.Instant;
import java.util.List;
import org.chengjie.workbook.SheetRow;

/**
 * A register that has been sent and not yet confirmed (spec P1, X5).
 *
 * @param closeAbsent whether schools that are not in it are to be closed
 */
public record StagedImport(
        long id,
        String fileName,
        boolean closeAbsent,
        Instant at,
        String byName,
        List<SheetRow> rows) {}
