package org.chengjie.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Verdict;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.review.ItemLine;
import org.chengjie.review.OpinionGiven;
import org.chengjie.review.Phrases;
import org.chengjie.review.RowFilter;
import org.chengjie.review.RowLine;
import org.chengjie.review.RowOrder;
import org.chengjie.review.RowTotals;
import org.chengjie.review.Slice;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one item over all schools, or of all items, as they are filtered (spec R4).
 *
 * @param item the item in view; null for all
 * @param line what the whole province asks of that item, whatever the filter; null for all
 * @param verdict whether the rows can move at all, and if not, why and what to do (spec P3)
 * @param since when the officer last looked; null for somebody who has not yet
 * @param typed what was typed for the bounds of 汇总, where it was no amount
 */
public record RowsPage(
        Actor officer,
        RowFilter filter,
        RowOrder order,
        Slice<RowLine> rows,
        RowTotals totals,
        Plan plan,
        @Nullable Item item,
        @Nullable ItemLine line,
        Verdict verdict,
        List<String> cities,
        @Nullable Instant since,
        List<Phrases.Phrase> phrases,
        LastDecision last,
        Map<String, String> typed) {

    private static final String HERE = "/province/rows";

    /** The address of a view. */
    static String here(RowFilter filter, RowOrder order) {
        return Links.to(HERE, filter.query(), sort(order));
    }

    /** Nothing has been asked for: what is refused has a page of its own. */
    public Attempt attempt() {
        return Attempt.NONE;
    }

    public boolean reviewed() {
        return officer.role().mayChange();
    }

    public boolean mayDecide() {
        return reviewed() && verdict.allowed();
    }

    /** The items a school may undertake, in the plan's order. */
    public List<Item> items() {
        return ItemsPage.offered(plan);
    }

    public Area area(Item wanted) {
        return plan.areas().stream()
                .filter(area ->
                        area.tasks().stream().anyMatch(task -> task.no() == wanted.taskNo()))
                .findFirst()
                .orElseThrow();
    }

    /** The item before, or after, the one in view. */
    public @Nullable Item beside(int step) {
        var items = items();
        int at = item == null ? -1 : items.indexOf(item) + step;
        return item != null && at >= 0 && at < items.size() ? items.get(at) : null;
    }

    public String link(RowFilter other) {
        return Links.to(HERE, other.query(), sort());
    }

    public String to(@Nullable Stage stage) {
        return link(filter.withStage(stage));
    }

    /** The rows that look as if typed in 元, first among those with a mark. */
    public String suspects() {
        return Links.to(HERE, filter.withMarked(true).query(), "sort=" + RowOrder.TOTAL.name());
    }

    public String previous() {
        return Links.to(HERE, filter.query(), sort(), rows.before());
    }

    public String next() {
        return Links.to(HERE, filter.query(), sort(), rows.after());
    }

    /** Whether anything narrows the list down besides the item. */
    public boolean narrowed() {
        return !filter.withItem("").equals(RowFilter.ALL);
    }

    public boolean withOpinions() {
        return totals.opinions() > 0 || filter.opinion() != null;
    }

    public OpinionGiven[] opinions() {
        return OpinionGiven.values();
    }

    public String typed(String field, @Nullable Object read) {
        return typed.getOrDefault(field, read == null ? "" : read.toString());
    }

    private String sort() {
        return sort(order);
    }

    private static String sort(RowOrder order) {
        return order == RowOrder.SCHOOL ? "" : "sort=" + order.name();
    }
}
