package org.chengjie.provincial.web;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Task;
import org.chengjie.provincial.OwnClash;
import org.chengjie.provincial.OwnFault;
import org.chengjie.provincial.OwnForm;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * 省级承接: the own form as it is stored, and over it, after a request that could not be taken whole,
 * what was typed and what is wrong with it (spec P2, P3, F5).
 *
 * @param typed what was typed; null on a fresh page
 * @param problem why the whole request was refused; empty where it was not
 */
public record OwnPage(
        OwnForm form,
        Actor officer,
        @Nullable TypedOwnForm typed,
        List<OwnFault> faults,
        List<OwnClash> clashes,
        String problem) {

    static OwnPage fresh(OwnForm form, Actor officer) {
        return new OwnPage(form, officer, null, List.of(), List.of(), "");
    }

    /**
     * Whether the fields can be filled in; what was typed stays in them even when it came too late.
     */
    public boolean editable() {
        return officer.role().mayChange() && (!form.sealed() || typed != null);
    }

    public @Nullable String savedAt() {
        var at = form.savedAt();
        return at == null ? null : ChinaTime.clock(at, officer.arrived());
    }

    public List<OwnRowView> rows(Area area) {
        return area.tasks().stream().flatMap(task -> rows(task).stream()).toList();
    }

    public int undertaken(Area area) {
        return (int) form.items(area).stream().filter(item -> form.row(item).undertaken()).count();
    }

    /** The place on the page that a fault leads to. */
    public String anchor(OwnFault fault) {
        var cell = fault.cell();
        var item = item(fault.itemNo());
        if (item == null) {
            return "own";
        }
        return cell == null ? "r" + item.no() : cell.key() + "-" + item.no();
    }

    public String label(OwnFault fault) {
        var cell = fault.cell();
        return cell == null ? fault.itemNo() : fault.itemNo() + " " + Labels.of(cell);
    }

    private @Nullable Item item(String no) {
        return form.items().stream().filter(one -> one.no().equals(no)).findFirst().orElse(null);
    }

    private List<OwnRowView> rows(Task task) {
        var items = form.items(task);
        var rows = new ArrayList<OwnRowView>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            rows.add(
                    new OwnRowView(
                            item,
                            form.row(item),
                            form.schools(item).approved(),
                            typed == null ? null : typed.row(item.no()),
                            faults.stream()
                                    .filter(fault -> fault.itemNo().equals(item.no()))
                                    .toList(),
                            clashes.stream()
                                    .filter(clash -> clash.itemNo().equals(item.no()))
                                    .findFirst()
                                    .orElse(null),
                            i == 0,
                            i == items.size() - 1));
        }
        return rows;
    }
}
