package org.chengjie.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.chengjie.filing.Merger.Both;
import org.chengjie.filing.Merger.Row;
import org.chengjie.filing.RowsHandedOver.Handed;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges one school of a province into another: the register closes the one, and what it undertakes
 * goes over to the other (spec P1). Nothing is counted twice, and no row is lost.
 */
@Service
public class Mergers {

    private final Plans plans;
    private final Register register;
    private final SchoolChanges changes;
    private final Units units;
    private final FilingHeads heads;
    private final Handover handover;
    private final ApplicationEventPublisher events;

    Mergers(
            Plans plans,
            Register register,
            SchoolChanges changes,
            Units units,
            FilingHeads heads,
            Handover handover,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.register = register;
        this.changes = changes;
        this.units = units;
        this.heads = heads;
        this.handover = handover;
        this.events = events;
    }

    /** What it would do, as things stand. */
    public Merger preview(Actor by, long fromId, long intoId) {
        var from = open(by, fromId);
        var into = open(by, intoId);
        if (fromId == intoId) {
            throw Refusal.invalid("不能并入自己。请选择另一所学校。");
        }
        long plan = plans.current().id();
        return merger(
                from,
                into,
                heads.find(plan, fromId, by.reach()).orElse(null),
                heads.find(plan, intoId, by.reach()).orElse(null));
    }

    /** Does what the preview showed, or nothing. */
    @Transactional
    public Merger merge(Actor by, long fromId, long intoId, String seen, String reason) {
        var seenNow = preview(by, fromId, intoId);
        require(seenNow, seen);
        changes.merge(by, seenNow.from(), seenNow.into(), reason);
        units.hold(intoId, seenNow.into().path());
        long plan = plans.current().id();
        var ending = heads.hold(plan, fromId, by.reach()).orElse(null);
        var lasting = heads.hold(plan, intoId, by.reach()).orElse(null);
        var merger = merger(seenNow.from(), seenNow.into(), ending, lasting);
        require(merger, seen);
        if (ending != null && !merger.handed().isEmpty()) {
            hand(merger, ending, lasting);
            tell(by, merger);
        }
        return merger;
    }

    private void hand(Merger merger, Filing ending, @Nullable Filing lasting) {
        var pairs = new ArrayList<Handed>();
        if (lasting == null) {
            handover.whole(ending.id(), merger.into().id(), merger.into().path());
            merger.handed().forEach(row -> pairs.add(same(row)));
        } else {
            var idle = new ArrayList<Handed>();
            var fresh = new ArrayList<Long>();
            for (var row : merger.handed()) {
                var there = lasting.rows().get(row.item().id());
                var pair = there == null ? same(row) : new Handed(row.row().id(), there.id());
                pairs.add(pair);
                if (there == null) {
                    fresh.add(row.row().id());
                } else {
                    idle.add(pair);
                }
            }
            handover.rows(fresh, lasting);
            handover.onto(idle, lasting);
            if (ending.submitted() && !lasting.submitted()) {
                handover.standing(ending, lasting);
            } else if (ending.reviewStartedAt() != null) {
                heads.reviewStarted(lasting.id(), ending.reviewStartedAt());
            }
        }
        events.publishEvent(new RowsHandedOver(pairs, merger.into().path()));
    }

    private static Handed same(Row row) {
        return new Handed(row.row().id(), row.row().id());
    }

    private RegisterEntry open(Actor by, long id) {
        var school = register.find(id, by.reach());
        if (school.closed()) {
            throw Refusal.closed("“" + school.name() + "”已撤销，不能合并。请选择在册的学校。");
        }
        return school;
    }

    private static void require(Merger merger, String seen) {
        if (!merger.seen().equals(seen)) {
            throw Refusal.conflict("预览之后两校的登记或填报又有改动，还没有合并。请重新核对下面的预览，再确认。");
        }
        if (!merger.obstacle().isEmpty()) {
            throw Refusal.closed(merger.obstacle());
        }
    }

    private Merger merger(
            RegisterEntry from,
            RegisterEntry into,
            @Nullable Filing ending,
            @Nullable Filing lasting) {
        var items = plans.current().items();
        var handed = new ArrayList<Row>();
        var kept = new ArrayList<Both>();
        for (var item : items) {
            if (ending == null || !ending.row(item).undertaken()) {
                continue;
            }
            var row = ending.row(item);
            if (lasting != null && lasting.row(item).undertaken()) {
                kept.add(new Both(item, row, lasting.row(item)));
            } else {
                handed.add(new Row(item, row));
            }
        }
        var before = lasting == null ? new Totals(0, 0, Funds.NONE) : lasting.ticked(items);
        return new Merger(
                from,
                into,
                handed,
                kept,
                before,
                together(ending, lasting, handed),
                Merger.obstacle(from, into, ending, lasting),
                Merger.seen(from, into, ending, lasting));
    }

    /** The totals of the school that goes on, with the rows that come over. */
    private Totals together(@Nullable Filing ending, @Nullable Filing lasting, List<Row> handed) {
        var some = lasting == null ? ending : lasting;
        if (some == null) {
            return new Totals(0, 0, Funds.NONE);
        }
        var rows = new HashMap<Long, Undertaking>();
        if (lasting != null) {
            rows.putAll(lasting.rows());
        }
        handed.forEach(row -> rows.put(row.item().id(), row.row()));
        return some.with(rows).ticked(plans.current().items());
    }

    private void tell(Actor by, Merger merger) {
        events.publishEvent(
                new Auditable(
                        by,
                        "移交承接任务",
                        merger.into().name(),
                        merger.into().path(),
                        merger.from().name() + "并入",
                        merger.handed().stream()
                                .map(row ->
                                        new Change(
                                                row.item().no(),
                                                merger.from().name(),
                                                merger.into().name()))
                                .toList()));
    }
}
