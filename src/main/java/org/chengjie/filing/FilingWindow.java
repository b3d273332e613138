package org.chengjie.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 本省申报要求: from the start of the first day to the 24:00 of the last, China time; returned rows may
 * be mended until the 24:00 of {@code revisionCloses} (spec W1, W2). Read for a school, it knows
 * how long that one has been given (spec W3).
 *
 * @param sealed whether the province has submitted to the ministry, so that nothing moves any more
 *     (spec P3)
 * @param published whether the ministry has published its figures, so that only an adjustment moves
 *     them (spec P5)
 * @param extendedTo the last day this school was given; null where it was given none
 */
public record FilingWindow(
        LocalDate opens,
        LocalDate closes,
        LocalDate revisionCloses,
        String note,
        long version,
        boolean sealed,
        boolean published,
        @Nullable LocalDate extendedTo) {

    /** As it is for the whole province. */
    public FilingWindow(
            LocalDate opens,
            LocalDate closes,
            LocalDate revisionCloses,
            String note,
            long version,
            boolean sealed) {
        this(opens, closes, revisionCloses, note, version, sealed, false, null);
    }

    /** As it is for one school. */
    public FilingWindow(
            LocalDate opens,
            LocalDate closes,
            LocalDate revisionCloses,
            String note,
            long version,
            boolean sealed,
            @Nullable LocalDate extendedTo) {
        this(opens, closes, revisionCloses, note, version, sealed, false, extendedTo);
    }

    /** One that is not sealed. */
    public FilingWindow(
            LocalDate opens,
            LocalDate closes,
            LocalDate revisionCloses,
            String note,
            long version) {
        this(opens, closes, revisionCloses, note, version, false);
    }

    /** The last day to file: the later of the province's and the school's own. */
    public LocalDate lastDay() {
        return later(closes);
    }

    /** The last day to mend what was returned. */
    public LocalDate lastRevisionDay() {
        return later(revisionCloses);
    }

    /** The first moment at which it is too late. */
    public Instant end(Intent intent) {
        return ChinaTime.endOf(intent == Intent.MEND ? lastRevisionDay() : lastDay());
    }

    /** Whether the school may file longer than the others. */
    public boolean extended() {
        return !lastDay().equals(closes);
    }

    /** Whether the school may mend longer than the others. */
    public boolean revisionExtended() {
        return !lastRevisionDay().equals(revisionCloses);
    }

    public boolean opened(Instant at) {
        return !at.isBefore(ChinaTime.startOf(opens));
    }

    public boolean closed(Instant at) {
        return !at.isBefore(ChinaTime.endOf(lastDay()));
    }

    public boolean revisionClosed(Instant at) {
        return !at.isBefore(ChinaTime.endOf(lastRevisionDay()));
    }

    /** How much of the window has passed, in whole per cent. */
    public int percentPassed(Instant at) {
        long whole =
                ChinaTime.endOf(lastDay()).toEpochMilli() - ChinaTime.startOf(opens).toEpochMilli();
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

    private LocalDate later(LocalDate day) {
        return extendedTo != null && extendedTo.isAfter(day) ? extendedTo : day;
    }
}
