package org.chengjie.filing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chengjie.plan.Item;
import org.jspecify.annotations.Nullable;

/**
 * One school's form for one plan: its rows and how far it has come.
 *
 * @param submittedAt null unless the form stands submitted
 * @param receiptNo the receipt of that submission (spec F8)
 * @param reviewStartedAt when the province first decided a row of it; from then on it cannot be
 *     withdrawn (spec F10)
 * @param rows by item; items never touched are absent
 */
public record Filing(
        long id,
        long schoolId,
        String schoolPath,
        Instant firstSavedAt,
        Instant savedAt,
        @Nullable Instant submittedAt,
        @Nullable String receiptNo,
        @Nullable Instant reviewStartedAt,
        Map<Long, Undertaking> rows) {

    public Filing {
        rows = Map.copyOf(rows);
    }

    Filing with(Map<Long, Undertaking> otherRows) {
        return new Filing(
                id,
                schoolId,
                schoolPath,
                firstSavedAt,
                savedAt,
                submittedAt,
                receiptNo,
                reviewStartedAt,
                otherRows);
    }

    /** The same, after these rows were written. */
    Filing saved(List<Undertaking> written, Instant at) {
        var all = new HashMap<>(rows);
        written.forEach(row -> all.put(row.itemId(), row));
        return new Filing(
                id,
                schoolId,
                schoolPath,
                firstSavedAt,
                at,
                submittedAt,
                receiptNo,
                reviewStartedAt,
                all);
    }

    public boolean submitted() {
        return submittedAt != null;
    }

    public boolean reviewStarted() {
        return reviewStartedAt != null;
    }

    public Undertaking row(Item item) {
        var row = rows.get(item.id());
        return row == null ? Undertaking.untouched(item.id()) : row;
    }

    public int count(Stage stage) {
        return (int)
                rows.values().stream()
                        .filter(row -> row.undertaken() && row.stage() == stage)
                        .count();
    }

    /**
     * The rows that a predicate picks, as a summary line; {@code items} tell which rows share a
     * task (spec F3).
     */
    public Totals totals(List<Item> items, Predicate<Undertaking> picked) {
        return Totals.of(items, this::row, picked);
    }

    /** Everything ticked, as the form sums it while it is being filled in. */
    public Totals ticked(List<Item> items) {
        return totals(items, row -> true);
    }

    /** 意向承接: what was submitted, whatever became of it since (spec F9). */
    public Totals intended(List<Item> items) {
        return totals(items, row -> row.stage() != Stage.DRAFT);
    }

    /** 已通过 (spec F9). */
    public Totals approved(List<Item> items) {
        return totals(items, row -> row.stage() == Stage.APPROVED);
    }
}
