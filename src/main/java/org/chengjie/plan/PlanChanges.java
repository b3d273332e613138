package org.chengjie.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 修订: the ministry changes a plan's name, areas, tasks and items. Each change is a version of its
 * own; once the plan has been opened it owes a reason, and what has been filed on is refused or
 * confirmed, never altered silently (spec C1-C3).
 */
@Service
public class PlanChanges {

    private final Catalogue catalogue;
    private final PlanTables tables;
    private final PlanHolding holding;
    private final Amendments amendments;
    private final ApplicationEventPublisher events;

    PlanChanges(
            Catalogue catalogue,
            PlanTables tables,
            PlanHolding holding,
            Amendments amendments,
            ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.holding = holding;
        this.amendments = amendments;
        this.events = events;
    }

    /** What the plan is called; what was printed and published keeps the name it had. */
    @Transactional
    public Amended rename(Actor by, long planId, Edit edit) {
        var plan = holding.hold(by, planId);
        var fields = List.of(PlanField.NAME);
        var before = new EnumMap<>(Map.of(PlanField.NAME, plan.title()));
        var after = typed(edit, before, fields);
        var faults = RowCheck.faults(after, catalogue.clauses(planId));
        var subject = new Subject("plan", "计划", List.of(), Filed.NOTHING);
        return amend(
                by,
                plan,
                edit,
                subject,
                before,
                after,
                faults,
                () -> {
                    tables.rename(planId, after.getOrDefault(PlanField.NAME, ""));
                    return planId;
                });
    }

    /** An item's own fields. */
    @Transactional
    public Amended changeItem(Actor by, long planId, long itemId, Edit edit) {
        var plan = holding.hold(by, planId);
        var rows = catalogue.rows(planId);
        var row = row(rows, itemId);
        var siblings = rows.stream().filter(one -> one.taskNo() == row.taskNo()).toList();
        var before = own(row, siblings, PlanField.OF_ITEM);
        var after = typed(edit, before, PlanField.OF_ITEM);
        var judged = new EnumMap<>(after);
        judged.put(PlanField.TASK_NO, String.valueOf(row.taskNo()));
        var faults = RowCheck.faults(judged, catalogue.clauses(planId));
        unique(rows, itemId, after.getOrDefault(PlanField.ITEM_NO, ""), faults);
        within(after, siblings.size(), faults);
        var filed = catalogue.filed(List.of(itemId));
        var subject = new Subject("item:" + itemId, "条目 " + row.itemNo(), List.of(itemId), filed);
        return amend(
                by,
                plan,
                edit,
                subject,
                before,
                after,
                faults,
                () -> {
                    var all = row.texts();
                    all.putAll(after);
                    var changed = PlanRow.of(itemId, all);
                    tables.changeItem(kept(changed, row));
                    // A task with one deliverable is worded as that one.
                    if (siblings.size() == 1 && row.title().equals(row.task())) {
                        tables.changeTask(planId, changed.titled(changed.title()));
                    }
                    place(rows, List.of(row), siblings, after);
                    return itemId;
                });
    }

    /** A task's own fields; its number stays. */
    @Transactional
    public Amended changeTask(Actor by, long planId, int taskNo, Edit edit) {
        var plan = holding.hold(by, planId);
        var rows = catalogue.rows(planId);
        var mine = rows.stream().filter(one -> one.taskNo() == taskNo).toList();
        if (mine.isEmpty()) {
            throw Refusal.notFound();
        }
        var row = mine.getFirst();
        var neighbours = firsts(rows.stream().filter(one -> one.areaNo() == row.areaNo()).toList());
        var before = own(row, neighbours, PlanField.OF_TASK);
        var after = typed(edit, before, PlanField.OF_TASK);
        var faults = RowCheck.faults(after, catalogue.clauses(planId));
        var area = after.getOrDefault(PlanField.AREA_NO, "");
        if (!faults.containsKey(PlanField.AREA_NO)
                && rows.stream().noneMatch(one -> String.valueOf(one.areaNo()).equals(area))) {
            faults.put(PlanField.AREA_NO, "没有这个领域。");
        }
        within(after, neighbours.size(), faults);
        var items = mine.stream().map(PlanRow::id).toList();
        var subject = new Subject("task:" + taskNo, "任务 " + taskNo, items, catalogue.filed(items));
        return amend(
                by,
                plan,
                edit,
                subject,
                before,
                after,
                faults,
                () -> {
                    var all = row.texts();
                    all.putAll(after);
                    tables.changeTask(planId, PlanRow.of(row.id(), all));
                    place(rows, mine, neighbours, after);
                    return taskNo;
                });
    }

    @Transactional
    public Amended changeArea(Actor by, long planId, int areaNo, Edit edit) {
        var plan = holding.hold(by, planId);
        var row =
                catalogue.rows(planId).stream()
                        .filter(one -> one.areaNo() == areaNo)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var before = own(row, List.of(row), List.of(PlanField.AREA));
        var after = typed(edit, before, List.of(PlanField.AREA));
        var faults = RowCheck.faults(after, catalogue.clauses(planId));
        var subject = new Subject("area:" + areaNo, "领域 " + areaNo, List.of(), Filed.NOTHING);
        return amend(
                by,
                plan,
                edit,
                subject,
                before,
                after,
                faults,
                () -> {
                    tables.renameArea(planId, areaNo, after.getOrDefault(PlanField.AREA, ""));
                    return areaNo;
                });
    }

    /** One more item of a task, after its others. */
    @Transactional
    public Amended addItem(Actor by, long planId, int taskNo, Edit edit) {
        var plan = holding.hold(by, planId);
        var rows = catalogue.rows(planId);
        var task =
                rows.stream()
                        .filter(one -> one.taskNo() == taskNo)
                        .reduce((first, last) -> last)
                        .orElseThrow(Refusal::notFound);
        var texts = new EnumMap<>(RowCheck.tidy(edit.typed()));
        texts.put(PlanField.TASK_NO, String.valueOf(taskNo));
        var faults = RowCheck.faults(texts, catalogue.clauses(planId));
        unique(rows, 0, texts.getOrDefault(PlanField.ITEM_NO, ""), faults);
        var all = task.texts();
        all.putAll(texts);
        return add(by, plan, edit, faults, rows, task, all);
    }

    /** One more task with its first item, after the others of its area, or in a new area. */
    @Transactional
    public Amended addTask(Actor by, long planId, Edit edit) {
        var plan = holding.hold(by, planId);
        var rows = catalogue.rows(planId);
        var texts = new EnumMap<>(RowCheck.tidy(edit.typed()));
        var taskNo = texts.getOrDefault(PlanField.TASK_NO, "");
        texts.put(PlanField.ITEM_NO, taskNo);
        texts.put(PlanField.TITLE, texts.getOrDefault(PlanField.TASK, ""));
        var areaNo = texts.getOrDefault(PlanField.AREA_NO, "");
        var known =
                rows.stream()
                        .filter(one -> String.valueOf(one.areaNo()).equals(areaNo))
                        .reduce((first, last) -> last);
        known.ifPresent(one -> texts.put(PlanField.AREA, one.area()));
        var faults = RowCheck.faults(texts, catalogue.clauses(planId));
        faults.remove(PlanField.ITEM_NO);
        faults.remove(PlanField.TITLE);
        if (rows.stream().anyMatch(one -> String.valueOf(one.taskNo()).equals(taskNo))) {
            faults.put(PlanField.TASK_NO, "任务 " + taskNo + " 已经有了，请换一个序号。");
        }
        return add(by, plan, edit, faults, rows, known.orElse(null), texts);
    }

    private Amended add(
            Actor by,
            PlanHead plan,
            Edit edit,
            Map<PlanField, String> faults,
            List<PlanRow> rows,
            @Nullable PlanRow behind,
            Map<PlanField, String> texts) {
        var owed = PlanHolding.owed(plan, edit.reason());
        if (!faults.isEmpty() || !owed.isEmpty()) {
            return new Amended.Faulty(faults, owed);
        }
        var row = PlanRow.of(0, texts);
        tables.addArea(plan.id(), row.areaNo(), row.area());
        tables.addTask(plan.id(), row);
        long id = tables.addItem(plan.id(), row);
        var order = new ArrayList<>(rows.stream().map(PlanRow::id).toList());
        order.add(behind == null ? order.size() : order.indexOf(behind.id()) + 1, id);
        tables.order(order);
        return new Amended.Done(
                note(
                        by,
                        plan,
                        edit.reason(),
                        List.of(
                                new Amendments.Noted(
                                        "item:" + id,
                                        "条目 " + row.itemNo(),
                                        "新增",
                                        "",
                                        row.title(),
                                        List.of(),
                                        Filed.NOTHING))),
                id);
    }

    /**
     * 停用: takes an item out of an opened plan, which keeps what was filed on it; out of a draft it
     * goes altogether.
     */
    @Transactional
    public Amended retire(Actor by, long planId, long itemId, Edit edit) {
        var plan = holding.hold(by, planId);
        var row = catalogue.row(planId, itemId);
        holding.refuseStale(plan, edit, "item:" + itemId, "条目 " + row.itemNo());
        var owed = PlanHolding.owed(plan, edit.reason());
        if (!owed.isEmpty()) {
            return new Amended.Faulty(Map.of(), owed);
        }
        var filed = catalogue.filed(List.of(itemId));
        var consequences = Consequence.ofRetiring(filed);
        if (!consequences.isEmpty() && !filed.seen().equals(edit.seen())) {
            return new Amended.Unconfirmed(consequences, filed);
        }
        if (plan.draft()) {
            tables.deleteItem(planId, row);
        } else if (row.retired()) {
            throw Refusal.conflict("条目 " + row.itemNo() + " 已经停用。");
        } else {
            tables.changeItem(row.taken());
        }
        var noted =
                new Amendments.Noted(
                        "item:" + itemId,
                        "条目 " + row.itemNo(),
                        plan.draft() ? "删除" : "停用",
                        row.title(),
                        "",
                        consequences.isEmpty() ? List.of() : List.of(itemId),
                        filed);
        return new Amended.Done(note(by, plan, edit.reason(), List.of(noted)), itemId);
    }

    private record Subject(String key, String title, List<Long> items, Filed filed) {}

    private interface Writing {
        long write();
    }

    private Amended amend(
            Actor by,
            PlanHead plan,
            Edit edit,
            Subject subject,
            Map<PlanField, String> before,
            Map<PlanField, String> after,
            Map<PlanField, String> faults,
            Writing writing) {
        holding.refuseStale(plan, edit, subject.key(), subject.title());
        var changed =
                after.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        if (changed.isEmpty()) {
            return new Amended.Unchanged();
        }
        var consequences = Consequence.of(before, after, subject.filed());
        consequences.stream()
                .filter(Consequence::refused)
                .forEach(one -> faults.put(one.field(), one.words()));
        var owed = PlanHolding.owed(plan, edit.reason());
        if (!faults.isEmpty() || !owed.isEmpty()) {
            return new Amended.Faulty(faults, owed);
        }
        if (!consequences.isEmpty() && !subject.filed().seen().equals(edit.seen())) {
            return new Amended.Unconfirmed(consequences, subject.filed());
        }
        long id = writing.write();
        var told = consequences.stream().map(Consequence::field).collect(Collectors.toSet());
        var noted =
                changed.stream()
                        .map(field ->
                                new Amendments.Noted(
                                        subject.key(),
                                        subject.title(),
                                        field.label(),
                                        before.getOrDefault(field, ""),
                                        after.getOrDefault(field, ""),
                                        told.contains(field) ? subject.items() : List.of(),
                                        subject.filed()))
                        .toList();
        return new Amended.Done(note(by, plan, edit.reason(), noted), id);
    }

    private long note(Actor by, PlanHead plan, String reason, List<Amendments.Noted> noted) {
        long version = amendments.add(plan.id(), by, reason.strip(), noted);
        events.publishEvent(
                new Auditable(
                        by,
                        "修订计划",
                        plan.title() + " 第 " + version + " 版",
                        by.path(),
                        reason.strip(),
                        noted.stream()
                                .map(one ->
                                        new Change(
                                                one.title() + " " + one.field(),
                                                one.before(),
                                                one.after()))
                                .toList()));
        return version;
    }

    /** Moves some rows to another place among the neighbours of the first of them. */
    private void place(
            List<PlanRow> rows,
            List<PlanRow> moved,
            List<PlanRow> neighbours,
            Map<PlanField, String> after) {
        int to = Integer.parseInt(after.getOrDefault(PlanField.PLACE, "1"));
        int from = 1 + neighbours.indexOf(moved.getFirst());
        if (to == from) {
            return;
        }
        var order = new ArrayList<>(rows.stream().map(PlanRow::id).toList());
        var ids = moved.stream().map(PlanRow::id).toList();
        order.removeAll(ids);
        var target = neighbours.get(to - 1);
        // Behind the whole of the neighbour, which may have several rows, or in front of it.
        int at = order.indexOf(target.id());
        if (to > from) {
            at +=
                    moved.size() == 1 && target.taskNo() == moved.getFirst().taskNo()
                            ? 1
                            : span(rows, target);
        }
        order.addAll(at, ids);
        tables.order(order);
    }

    private static int span(List<PlanRow> rows, PlanRow first) {
        return (int) rows.stream().filter(row -> row.taskNo() == first.taskNo()).count();
    }

    private static List<PlanRow> firsts(List<PlanRow> rows) {
        return rows.stream()
                .filter(row ->
                        rows.stream()
                                .filter(other -> other.taskNo() == row.taskNo())
                                .findFirst()
                                .orElseThrow()
                                .equals(row))
                .toList();
    }

    private static Map<PlanField, String> own(
            PlanRow row, List<PlanRow> neighbours, List<PlanField> fields) {
        var texts = row.texts();
        texts.put(PlanField.PLACE, String.valueOf(1 + neighbours.indexOf(row)));
        texts.keySet().retainAll(fields);
        return texts;
    }

    /** A field that was not sent stays as it is. */
    private static EnumMap<PlanField, String> typed(
            Edit edit, Map<PlanField, String> before, List<PlanField> fields) {
        var after = new EnumMap<>(before);
        RowCheck.tidy(edit.typed())
                .forEach((field, text) -> {
                    if (fields.contains(field)) {
                        after.put(field, text);
                    }
                });
        return after;
    }

    private static void unique(
            List<PlanRow> rows, long itemId, String no, Map<PlanField, String> faults) {
        if (rows.stream().anyMatch(one -> one.id() != itemId && one.itemNo().equals(no))) {
            faults.putIfAbsent(PlanField.ITEM_NO, "编号 " + no + " 已经有了，请换一个。");
        }
    }

    private static void within(
            Map<PlanField, String> after, int most, Map<PlanField, String> faults) {
        var place = after.getOrDefault(PlanField.PLACE, "1");
        if (!faults.containsKey(PlanField.PLACE) && Long.parseLong(place) > most) {
            faults.put(PlanField.PLACE, "应为 1 到 " + most + " 的整数。");
        }
    }

    private static PlanRow row(List<PlanRow> rows, long itemId) {
        return rows.stream()
                .filter(one -> one.id() == itemId)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** One that was taken out stays out, unless it is opened to somebody again. */
    private static PlanRow kept(PlanRow changed, PlanRow before) {
        return before.retired() && changed.undertaker() == Undertaker.CLOSED
                ? changed.taken()
                : changed;
    }
}
