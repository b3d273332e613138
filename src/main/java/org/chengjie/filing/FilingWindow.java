package org.chengjie.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chengjie.shared.ChinaTime;

/**
 * 本省申报要求: from the start of the first day to the 24:00 of the last, China time; returned rows may
 * be mended until the 24:00 of {@code revisionCloses} (spec W1, W2).
 *
 * @param sealed whether the province has submitted to the ministry, so that nothing moves any more
 *     (spec P3)
 */
public record FilingWindow(
        LocalDate opens,
        LocalDate closes,
        LocalDate revisionCloses,
        String note,
        long version,
        boolean sealed) {

    /** One that is not sealed. */
    public FilingWindow(
            LocalDate opens,
            LocalDate closes,
            LocalDate revisionCloses,
            String note,
            long version) {
        this(opens, closes, revisionCloses, note, version, false);
    }

    public boolean opened(Instant at) {
        return !at.isBefore(ChinaTime.startOf(opens));
    }

    public boolean closed(Instant at) {
        return !at.isBefore(ChinaTime.endOf(closes));
    }

    public boolean revisionClosed(Instant at) {
        return !at.isBefore(ChinaTime.endOf(revisionCloses));
    }

    /** How much of the window has passed, in whole per cent. */
    public int percentPassed(Instant at) {
        long whole =
                ChinaTime.endOf(closes).toEpochMilli() - ChinaTime.startOf(opens).toEpochMilli();
        long passed = at.toEpochMilli() - ChinaTime.startOf(opens).toEpochMilli();
        return Math.clamp(passed * 100 / whole, 0, 100);
    }

    /**
     * The note's lines without the numbers people put before them: the page numbers them itself. A
     * digit after the point makes it an item or an amount, {@code 3.1} or {@code 2.5 万元}, and it
     * stays.
     */
    public List<String> noteLines() {
        return note.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceFirst("^\\d{1,2}\\s*(?:[.．、](?!\\s*\\d)|[)）])\\s*", ""))
                .toList();
    }
}
