package org.chengjie.filing;

import java.time.Instant;
import java.util.List;
import org.chengjie.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * A form filled in offline that a school has sent (spec F7, X3).
 *
 * @param rows its cells; none any more once it is saved
 * @param savedAt null while it only waits to be looked at
 * @param savedRows how many rows the save changed
 */
public record Upload(
        long id,
        String fileName,
        Instant at,
        String byName,
        List<SheetRow> rows,
        @Nullable Instant savedAt,
        int savedRows) {

    public Upload {
        rows = List.copyOf(rows);
    }
}
