package org.chengjie.filing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Task;
import org.chengjie.plan.Told;
import org.chengjie.plan.Undertaker;
import org.jspecify.annotations.Nullable;

/**
 * A school's form as it stands: the items it may undertake (spec C3), the province's window, and
 * what is filled in.
 *
 * @param window null while the province has published none
 * @param filing null while the school has saved nothing
 */
public record Form(
        Plan plan, Set<Long> withheld, @Nullable FilingWindow window, @Nullable Filing filing) {

    public Form {
        withheld = Set.copyOf(withheld);
    }

    public Verdict verdict(Intent intent, Instant at) {
        return Verdict.on(intent, window, filing, at);
    }

    /**
     * When an intent can no longer be followed, in milliseconds since 1970; 0 where no day is set.
     */
    public long endMillis(Intent intent) {
        return window == null ? 0 : window.end(intent).toEpochMilli();
    }

    /**
     * The items the school may undertake, and those it did undertake before they were closed to it.
     */
    public List<Item> items() {
        return plan.items().stream().filter(this::listed).toList();
    }

    public List<Item> items(Area area) {
        return area.tasks().stream().flatMap(task -> items(task).stream()).toList();
    }

    public List<Item> items(Task task) {
        return task.items().stream().filter(this::listed).toList();
    }

    public Undertaking row(Item item) {
        return filing == null ? Undertaking.untouched(item.id()) : filing.row(item);
    }

    /** What the ministry has amended of an item since this school had filed on it. */
    public List<Told> told(Item item) {
        return filing == null || !row(item).undertaken()
                ? List.of()
                : plan.told(item).stream()
                        .filter(one -> one.at().isAfter(filing.firstSavedAt()))
                        .toList();
    }

    public Totals ticked() {
        return filing == null ? new Totals(0, 0, Funds.NONE) : filing.ticked(items());
    }

    /** The cells still to be filled in before the form can be submitted (spec F8). */
    public List<Fault> gaps() {
        return items().stream()
                .filter(item -> row(item).undertaken() && row(item).stage() == Stage.DRAFT)
                .flatMap(item ->
                        row(item).values().missing(item).stream()
                                .map(cell -> Fault.blank(item.no(), cell)))
                .toList();
    }

    /** How many of the plan's tasks the listed items belong to. */
    public int taskCount() {
        return (int) items().stream().map(Item::taskNo).distinct().count();
    }

    Form with(Filing other) {
        return new Form(plan, withheld, window, other);
    }

    private boolean listed(Item item) {
        return offered(item) || row(item).undertaken();
    }

    boolean offered(Item item) {
        return item.undertakenBy() == Undertaker.SCHOOL && !withheld.contains(item.id());
    }
}
