package org.chengjie.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as its page shows it (spec X5).
 *
 * @param back the page it was asked for on
 * @param byName who asked for it
 * @param total how many steps it has; 0 while that is not known
 * @param words what became of it; empty while it runs
 * @param reportHeading what the lines of the report are: 没有办理的
 * @param report a line for each thing that was not done, and why
 * @param fileName the file that can be fetched; null where there is none, or no longer
 * @param fileOnce whether the file is gone once it has been fetched
 * @param fetched whether such a file is gone, for whoever may fetch it
 */
public record Job(
        long id,
        String title,
        String back,
        String byName,
        State state,
        boolean stopAsked,
        int done,
        int total,
        String words,
        String reportHeading,
        List<String> report,
        @Nullable String fileName,
        boolean fileOnce,
        boolean fetched,
        Instant askedAt,
        @Nullable Instant finishedAt) {

    public Job {
        report = List.copyOf(report);
    }
}
