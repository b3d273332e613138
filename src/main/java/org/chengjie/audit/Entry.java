package org.chengjie.audit;

import java.time.Instant;
import java.util.List;
import org.chengjie.shared.Auditable.Change;

/**
 * An entry of the trail as its reader may see it (spec X1, X2).
 *
 * @param unitCode of the unit it lies at; empty for a stranger's sign-in
 * @param address where from; empty where the one who acted is above the reader
 */
public record Entry(
        long id,
        Instant at,
        String actor,
        String address,
        String action,
        String unitName,
        String unitCode,
        String subject,
        String reason,
        List<Change> changes) {

    public Result result() {
        return Result.of(action);
    }

    /** The subject, where it says more than the unit does. */
    public String besides() {
        return subject.equals(unitName) ? "" : subject;
    }

    /** Every change in a line of its own, for a workbook. */
    String changesTold() {
        return String.join("\n", changes.stream().map(Entry::told).toList());
    }

    private static String told(Change change) {
        return "%s：%s → %s"
                .formatted(change.field(), shown(change.before()), shown(change.after()));
    }

    /** Nothing is shown as something. */
    public static String shown(String value) {
        return value.isBlank() ? "（空）" : value;
    }
}
