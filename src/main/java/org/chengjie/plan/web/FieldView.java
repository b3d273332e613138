package org.chengjie.plan.web;

import java.util.List;
import org.chengjie.plan.PlanField;

/**
 * A field of a form of the catalogue.
 *
 * @param options what it is chosen from; empty where it is typed
 * @param fault what is wrong with it; empty where nothing is
 * @param hint what it is for; empty where that is plain
 */
public record FieldView(
        PlanField field, String value, List<Option> options, String fault, String hint) {

    /** One to choose. */
    public record Option(String value, String label) {}

    public String id() {
        return "f-" + field.key();
    }

    /** Long texts have room. */
    public boolean roomy() {
        return field == PlanField.NAME
                || field == PlanField.TITLE
                || field == PlanField.TASK
                || field == PlanField.DEPARTMENTS;
    }

    public boolean numeric() {
        return switch (field) {
            case AREA_NO, TASK_NO, NATIONAL_TARGET, PLACE -> true;
            case NAME,
                    AREA,
                    TASK,
                    DEPARTMENTS,
                    CLAUSES,
                    ITEM_NO,
                    TITLE,
                    TAKES_QUANTITY,
                    UNIT,
                    TARGET_NOTE,
                    UNDERTAKER ->
                    false;
        };
    }

    public boolean owed() {
        return switch (field) {
            case CLAUSES, UNIT, NATIONAL_TARGET, TARGET_NOTE -> false;
            case NAME,
                    AREA_NO,
                    AREA,
                    TASK_NO,
                    TASK,
                    DEPARTMENTS,
                    ITEM_NO,
                    TITLE,
                    TAKES_QUANTITY,
                    UNDERTAKER,
                    PLACE ->
                    true;
        };
    }
}
