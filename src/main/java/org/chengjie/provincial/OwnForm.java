package org.chengjie.provincial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Task;
import org.chengjie.plan.Undertaker;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * 省级承接与省财政投入 as it stands: the items that a province has to do with (spec C3), what it does about
 * them itself, and beside it what its schools do.
 *
 * @param rows by item; items never touched are absent
 * @param schools by item; items no school has submitted are absent
 * @param sealed whether the province has submitted, so that nothing may be changed
 * @param savedAt null while nothing has been saved
 */
public record OwnForm(
        Plan plan,
        Map<Long, OwnRow> rows,
        Map<Long, ItemFigures> schools,
        boolean sealed,
        @Nullable Instant savedAt) {

    public OwnForm {
        rows = Map.copyOf(rows);
        schools = Map.copyOf(schools);
    }

    public List<Item> items() {
        return plan.items().stream().filter(this::listed).toList();
    }

    public List<Item> items(Area area) {
        return area.tasks().stream().flatMap(task -> items(task).stream()).toList();
    }

    public List<Item> items(Task task) {
        return task.items().stream().filter(this::listed).toList();
    }

    public OwnRow row(Item item) {
        return rows.getOrDefault(item.id(), OwnRow.untouched(item.id()));
    }

    public ItemFigures schools(Item item) {
        return schools.getOrDefault(item.id(), ItemFigures.NONE);
    }

    /** The items that the province undertakes itself. */
    public List<Item> undertaken() {
        return items().stream().filter(item -> row(item).undertaken()).toList();
    }

    /** 省财政投入 in all. */
    public Amount provincial() {
        return items().stream()
                .map(item -> row(item).provincial())
                .reduce(Amount.ZERO, Amount::plus);
    }

    /** The schools' approved sums and 省财政投入, of all items. */
    public FiveFunds funds() {
        var approved =
                plan.items().stream()
                        .map(item -> schools(item).approved().funds())
                        .reduce(Funds.NONE, Funds::plus);
        return new FiveFunds(approved, provincial());
    }

    /** What a province may undertake, and what it has on an item that was closed to it since. */
    private boolean listed(Item item) {
        return item.undertakenBy() == Undertaker.SCHOOL
                || item.undertakenBy() == Undertaker.PROVINCE
                || row(item).filled();
    }
}
