package org.chengjie.plan.web;

import java.util.List;
import java.util.Map;
import org.chengjie.plan.Catalogue;
import org.chengjie.plan.Filed;
import org.chengjie.plan.PlanField;
import org.chengjie.plan.PlanRow;
import org.chengjie.shared.Refusal;
import org.springframework.stereotype.Component;

/** Finds what a form of the plan is about; what is not in the plan is absent. */
@Component
class Matters {

    private static final List<PlanField> OF_NEW_ITEM =
            PlanField.OF_ITEM.stream().filter(field -> field != PlanField.PLACE).toList();
    private static final List<PlanField> OF_NEW_TASK =
            List.of(
                    PlanField.AREA_NO,
                    PlanField.AREA,
                    PlanField.TASK_NO,
                    PlanField.TASK,
                    PlanField.DEPARTMENTS,
                    PlanField.CLAUSES,
                    PlanField.TAKES_QUANTITY,
                    PlanField.UNIT,
                    PlanField.NATIONAL_TARGET,
                    PlanField.TARGET_NOTE,
                    PlanField.UNDERTAKER);

    private final Catalogue catalogue;

    Matters(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The plan itself. */
    Matter plan(long plan) {
        return new Matter(
                "计划名称",
                "/name",
                List.of(PlanField.NAME),
                Map.of(PlanField.NAME, catalogue.head(plan).title()),
                Filed.NOTHING,
                false);
    }

    Matter item(long plan, long item) {
        var rows = catalogue.rows(plan);
        var row = catalogue.row(plan, item);
        var stored = row.texts();
        var siblings = rows.stream().filter(one -> one.taskNo() == row.taskNo()).toList();
        stored.put(PlanField.PLACE, String.valueOf(1 + siblings.indexOf(row)));
        return new Matter(
                "条目 " + row.itemNo() + (row.retired() ? "（已停用）" : ""),
                "/items/" + item,
                PlanField.OF_ITEM,
                stored,
                catalogue.filed(List.of(item)),
                !row.retired());
    }

    Matter task(long plan, int task) {
        var rows = catalogue.rows(plan);
        var mine = rows.stream().filter(one -> one.taskNo() == task).toList();
        if (mine.isEmpty()) {
            throw Refusal.notFound();
        }
        var row = mine.getFirst();
        var stored = row.texts();
        var before =
                rows.stream()
                        .filter(one -> one.areaNo() == row.areaNo())
                        .map(PlanRow::taskNo)
                        .distinct()
                        .toList();
        stored.put(PlanField.PLACE, String.valueOf(1 + before.indexOf(task)));
        return new Matter(
                "任务 " + task,
                "/tasks/" + task,
                PlanField.OF_TASK,
                stored,
                catalogue.filed(mine.stream().map(PlanRow::id).toList()),
                false);
    }

    Matter area(long plan, int area) {
        var row =
                catalogue.rows(plan).stream()
                        .filter(one -> one.areaNo() == area)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return new Matter(
                "领域 " + area,
                "/areas/" + area,
                List.of(PlanField.AREA),
                row.texts(),
                Filed.NOTHING,
                false);
    }

    Matter newItem(long plan, int task) {
        var mine = catalogue.rows(plan).stream().filter(one -> one.taskNo() == task).toList();
        if (mine.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Matter(
                "任务 " + task + " 添加条目",
                "/tasks/" + task + "/items",
                OF_NEW_ITEM,
                Map.of(
                        PlanField.ITEM_NO,
                        task + "." + (mine.size() + 1),
                        PlanField.TAKES_QUANTITY,
                        "是",
                        PlanField.UNDERTAKER,
                        mine.getFirst().texts().getOrDefault(PlanField.UNDERTAKER, "")),
                Filed.NOTHING,
                false);
    }

    Matter newTask(long plan) {
        int last = catalogue.rows(plan).stream().mapToInt(PlanRow::taskNo).max().orElse(0);
        return new Matter(
                "添加任务",
                "/tasks",
                OF_NEW_TASK,
                Map.of(
                        PlanField.TASK_NO, String.valueOf(last + 1),
                        PlanField.TAKES_QUANTITY, "是",
                        PlanField.UNDERTAKER, "学校和省级"),
                Filed.NOTHING,
                false);
    }
}
