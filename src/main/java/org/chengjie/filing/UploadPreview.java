package org.chengjie.filing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an upload would do to the form as it stands; with a single fault, nothing.
 *
 * @param intent whether the form is filed or returned rows are mended
 * @param verdict whether it may be saved now (spec W4); the preview is shown all the same
 * @param conflicts rows that the file changes and somebody else has changed since it was made
 * @param newer rows that somebody else has changed since, and the file has not: they stay
 * @param absent items that the file has no row of: they stay
 * @param after with the changes, and the conflicts as they stand now
 * @param seen names the state of the rows that this was made from
 */
public record UploadPreview(
        Upload upload,
        Intent intent,
        Verdict verdict,
        List<RowChange> changes,
        List<RowChange> conflicts,
        List<CellFault> faults,
        List<String> newer,
        List<String> absent,
        Totals before,
        Totals after,
        String seen) {

    public UploadPreview {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
        faults = List.copyOf(faults);
        newer = List.copyOf(newer);
        absent = List.copyOf(absent);
    }

    /**
     * A cell that cannot be taken.
     *
     * @param address {@code B3}
     */
    public record CellFault(String address, int row, String head, String words) {}

    /** Whether the file says nothing that is not so already. */
    public boolean idle() {
        return changes.isEmpty() && conflicts.isEmpty() && faults.isEmpty();
    }

    public boolean savable() {
        return verdict.allowed() && faults.isEmpty() && !idle();
    }

    public long count(String kind) {
        return changes.stream().filter(change -> change.kind().equals(kind)).count();
    }

    /** The faults by their cells; those of one cell together. */
    Map<String, String> faultsByAddress() {
        return faults.stream()
                .collect(
                        Collectors.toMap(
                                CellFault::address, CellFault::words, (one, two) -> one + two));
    }

    static String seen(Intent intent, Stream<RowChange> rows) {
        return rows.map(row -> row.item().no() + ":" + row.stored().version())
                .collect(Collectors.joining(",", intent.name() + " ", ""));
    }
}
