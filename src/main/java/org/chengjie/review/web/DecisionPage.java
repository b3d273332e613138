package org.chengjie.review.web;

import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Step;
import org.chengjie.review.Batch;
import org.chengjie.review.Phrases;
import org.chengjie.shared.Labels;

/**
 * A decision on rows of many schools before it is carried out, or where it could not be: what it is
 * about, what it needs, and what was typed (spec R4, X3).
 *
 * @param outcome what became of it; {@link Outcome#NONE} before
 * @param back the page to go back to
 */
public record DecisionPage(
        Attempt attempt, Batch batch, Outcome outcome, List<Phrases.Phrase> phrases, String back) {

    /** So many schools are listed; the sums tell of all. */
    private static final int LISTED = 20;

    public String title() {
        var step = Labels.of(attempt.step());
        if (asked()) {
            return step + "：请核对";
        }
        return outcome.moved() > 0 ? step + "：有几行没有改动" : step + "：没有改动";
    }

    /** Whether it waits for a confirmation, rather than tells what was not done. */
    public boolean asked() {
        return outcome.missed().isEmpty() && !batch.rows().isEmpty();
    }

    public List<Batch.School> listed() {
        return batch.schools().stream().limit(LISTED).toList();
    }

    public int unlisted() {
        return Math.max(0, batch.schools().size() - LISTED);
    }

    /** The rows as they were seen: these, and no others, are decided. */
    public String rows() {
        return batch.rows().stream()
                .map(row -> row.undertakingId() + ":" + row.version())
                .collect(Collectors.joining(" "));
    }

    public boolean asksForReason() {
        return attempt.step() != Step.APPROVE;
    }

    public boolean namesCells() {
        return attempt.step() == Step.RETURN;
    }
}
