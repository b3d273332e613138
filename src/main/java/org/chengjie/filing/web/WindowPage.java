package org.chengjie.filing.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Undertaker;
import org.chengjie.shared.Actor;

/**
 * The page on which a province sets its 申报要求.
 *
 * @param typed the fields as they were typed, or as they are stored
 * @param faults field → what is wrong with it
 * @param problem why the whole request was refused; empty where it was not
 * @param saved whether a change has just been kept
 */
public record WindowPage(
        Actor officer,
        Plan plan,
        Set<Long> withheld,
        Typed typed,
        Map<String, String> faults,
        String problem,
        boolean saved) {

    /** The fields as text. */
    public record Typed(
            String opens, String closes, String revisionCloses, String note, long version) {

        /** A field that was not sent is an empty one. */
        public Typed {
            opens = Objects.requireNonNullElse(opens, "");
            closes = Objects.requireNonNullElse(closes, "");
            revisionCloses = Objects.requireNonNullElse(revisionCloses, "");
            note = Objects.requireNonNullElse(note, "");
        }
    }

    /** A field of the form, with what is in it and what is wrong with it. */
    public record Field(String name, String label, String value, String hint, String fault) {}

    public boolean mayChange() {
        return officer.role().mayChange();
    }

    public List<Field> days() {
        return List.of(
                field("opens", "开始日期", typed.opens(), "当天 00:00 起可以填报"),
                field("closes", "结束日期", typed.closes(), "当天 24:00 截止"),
                field("revisionCloses", "退回修改截止", typed.revisionCloses(), "退回的任务当天 24:00 前可修改提交"));
    }

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    public List<Area> areas() {
        return plan.areas().stream().filter(area -> !items(area).isEmpty()).toList();
    }

    public List<Item> items(Area area) {
        return area.tasks().stream()
                .flatMap(task -> task.items().stream())
                .filter(item -> item.undertakenBy() == Undertaker.SCHOOL)
                .toList();
    }

    public boolean offered(Item item) {
        return !withheld.contains(item.id());
    }

    private Field field(String name, String label, String value, String hint) {
        return new Field(name, label, value, hint, fault(name));
    }
}
