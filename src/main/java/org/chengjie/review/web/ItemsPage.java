package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Undertaker;
import org.chengjie.review.ItemLine;
import org.chengjie.shared.Actor;

/**
 * 按任务审核: every item that schools may undertake, with 意向, 已通过, 配额 and 全国目标 side by side (spec R4,
 * P4).
 *
 * @param typed what was typed for quotas that could not be kept, by item number
 * @param faults what is wrong with them, by item number
 * @param problem why the quotas were not kept; empty where they were
 * @param saved whether quotas have just been kept
 */
public record ItemsPage(
        Actor officer,
        Plan plan,
        Map<Long, ItemLine> lines,
        Map<String, String> typed,
        Map<String, String> faults,
        String problem,
        boolean saved) {

    static List<Item> offered(Plan plan) {
        return plan.items().stream()
                .filter(item -> item.undertakenBy() == Undertaker.SCHOOL)
                .toList();
    }

    public boolean maySet() {
        return officer.role().mayChange();
    }

    public List<Area> areas() {
        return plan.areas().stream().filter(area -> !rows(area).isEmpty()).toList();
    }

    /** The items of an area that schools may undertake, or have undertaken. */
    public List<Item> rows(Area area) {
        return area.tasks().stream()
                .flatMap(task -> task.items().stream())
                .filter(item ->
                        item.undertakenBy() == Undertaker.SCHOOL || lines.containsKey(item.id()))
                .toList();
    }

    public ItemLine line(Item item) {
        return lines.getOrDefault(item.id(), ItemLine.none(item.id()));
    }

    /** What stands in an item's field for the quota. */
    public String quota(Item item) {
        var quota = line(item).quota();
        return typed.getOrDefault(item.no(), quota == null ? "" : quota.toString());
    }

    /** What the quota was when the page was made. */
    public String seen(Item item) {
        var quota = line(item).quota();
        return quota == null ? "" : quota.toString();
    }

    public int rows() {
        return lines.values().stream().mapToInt(ItemLine::rows).sum();
    }

    public int waiting() {
        return lines.values().stream().mapToInt(ItemLine::waiting).sum();
    }

    public long taken() {
        return lines.values().stream().filter(line -> line.rows() > 0).count();
    }

    public Funds funds() {
        return lines.values().stream().map(ItemLine::funds).reduce(Funds.NONE, Funds::plus);
    }

    public long warned() {
        return plan.items().stream().filter(item -> !line(item).warnings(item).isEmpty()).count();
    }
}
