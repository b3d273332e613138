package org.chengjie.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * An item with its task and its area, as a line of the catalogue and of a plan's file.
 *
 * @param id 0 for one that is not stored yet
 * @param retired taken out of the plan after it was opened
 */
public record PlanRow(
        long id,
        int areaNo,
        String area,
        int taskNo,
        String task,
        String departments,
        String clauses,
        String itemNo,
        String title,
        boolean takesQuantity,
        String unit,
        @Nullable Long nationalTarget,
        String targetNote,
        Undertaker undertaker,
        boolean retired) {

    /** As a person reads it, field by field, for a form, a file, and what an amendment tells. */
    public Map<PlanField, String> texts() {
        var texts = new EnumMap<PlanField, String>(PlanField.class);
        texts.put(PlanField.AREA_NO, String.valueOf(areaNo));
        texts.put(PlanField.AREA, area);
        texts.put(PlanField.TASK_NO, String.valueOf(taskNo));
        texts.put(PlanField.TASK, task);
        texts.put(PlanField.DEPARTMENTS, departments);
        texts.put(PlanField.CLAUSES, clauses);
        texts.put(PlanField.ITEM_NO, itemNo);
        texts.put(PlanField.TITLE, title);
        texts.put(PlanField.TAKES_QUANTITY, takesQuantity ? RowCheck.YES : RowCheck.NO);
        texts.put(PlanField.UNIT, unit);
        texts.put(PlanField.NATIONAL_TARGET, Objects.toString(nationalTarget, ""));
        texts.put(PlanField.TARGET_NOTE, targetNote);
        texts.put(PlanField.UNDERTAKER, Labels.of(undertaker));
        return texts;
    }

    /** Of texts in which {@link RowCheck} finds no fault. */
    static PlanRow of(long id, Map<PlanField, String> texts) {
        var target = texts.getOrDefault(PlanField.NATIONAL_TARGET, "");
        return new PlanRow(
                id,
                Integer.parseInt(texts.getOrDefault(PlanField.AREA_NO, "0")),
                texts.getOrDefault(PlanField.AREA, ""),
                Integer.parseInt(texts.getOrDefault(PlanField.TASK_NO, "0")),
                texts.getOrDefault(PlanField.TASK, ""),
                texts.getOrDefault(PlanField.DEPARTMENTS, ""),
                texts.getOrDefault(PlanField.CLAUSES, ""),
                texts.getOrDefault(PlanField.ITEM_NO, ""),
                texts.getOrDefault(PlanField.TITLE, ""),
                RowCheck.YES.equals(texts.get(PlanField.TAKES_QUANTITY)),
                texts.getOrDefault(PlanField.UNIT, ""),
                target.isEmpty() ? null : Long.valueOf(target),
                texts.getOrDefault(PlanField.TARGET_NOTE, ""),
                RowCheck.undertaker(texts.getOrDefault(PlanField.UNDERTAKER, "")).orElseThrow(),
                false);
    }

    /** The same, its task called otherwise. */
    PlanRow titled(String otherTask) {
        return new PlanRow(
                id,
                areaNo,
                area,
                taskNo,
                otherTask,
                departments,
                clauses,
                itemNo,
                title,
                takesQuantity,
                unit,
                nationalTarget,
                targetNote,
                undertaker,
                retired);
    }

    /** The same, taken out of the plan. */
    PlanRow taken() {
        return new PlanRow(
                id,
                areaNo,
                area,
                taskNo,
                task,
                departments,
                clauses,
                itemNo,
                title,
                takesQuantity,
                unit,
                nationalTarget,
                targetNote,
                Undertaker.CLOSED,
                true);
    }

    /** What a person calls the item: {@code 3.2 培育遴选100个左右名班主任工作室}. */
    public String name() {
        return itemNo + " " + title;
    }
}
