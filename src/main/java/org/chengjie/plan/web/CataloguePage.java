package org.chengjie.plan.web;

import java.util.List;
import org.chengjie.plan.PlanHead;
import org.chengjie.plan.PlanRow;
import org.chengjie.plan.Undertaker;

/**
 * One plan's areas, tasks and items.
 *
 * @param words what the lines are narrowed to; empty for all
 * @param done the version that was just made; 0 where none was, {@link #UNCHANGED} where somebody
 *     saved what stood already
 */
public record CataloguePage(
        PlanHead plan, List<PlanRow> all, String words, long done, boolean mayChange) {

    static final long UNCHANGED = -1;

    public boolean unchanged() {
        return done == UNCHANGED;
    }

    public boolean editable() {
        return mayChange && !plan.closed();
    }

    public List<PlanRow> rows() {
        return all.stream().filter(this::found).toList();
    }

    public List<PlanRow> areas() {
        return rows().stream()
                .filter(row ->
                        rows().stream()
                                .filter(other -> other.areaNo() == row.areaNo())
                                .findFirst()
                                .orElseThrow()
                                .equals(row))
                .toList();
    }

    public List<PlanRow> rows(int areaNo) {
        return rows().stream().filter(row -> row.areaNo() == areaNo).toList();
    }

    public long tasks(int areaNo) {
        return rows(areaNo).stream().map(PlanRow::taskNo).distinct().count();
    }

    public boolean first(PlanRow row) {
        return rows().stream()
                .filter(other -> other.taskNo() == row.taskNo())
                .findFirst()
                .orElseThrow()
                .equals(row);
    }

    /** Whether the task stands in a line of its own, above its items. */
    public boolean headed(PlanRow row) {
        return first(row) && !(single(row) && row.task().equals(row.title()));
    }

    public boolean single(PlanRow row) {
        return all.stream().filter(other -> other.taskNo() == row.taskNo()).count() == 1;
    }

    public long count(Undertaker undertaker) {
        return all.stream().filter(row -> row.undertaker() == undertaker && !row.retired()).count();
    }

    private boolean found(PlanRow row) {
        return words.isEmpty()
                || row.itemNo().equals(words)
                || String.valueOf(row.taskNo()).equals(words)
                || row.title().contains(words)
                || row.task().contains(words)
                || row.departments().contains(words);
    }
}
