package org.chengjie.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chengjie.shared.Labels;

/**
 * What the ministry can say of a plan, an area, a task or an item: fields of a form, columns of a
 * file.
 */
public enum PlanField {
    /** What the plan is called, at the head of every page. */
    NAME,
    AREA_NO,
    AREA,
    TASK_NO,
    TASK,
    DEPARTMENTS,
    CLAUSES,
    ITEM_NO,
    TITLE,
    TAKES_QUANTITY,
    UNIT,
    NATIONAL_TARGET,
    TARGET_NOTE,
    UNDERTAKER,
    /** The place among its neighbours; in a file, the order of the rows. */
    PLACE;

    /** Those that a file has as columns. */
    public static final List<PlanField> COLUMNS =
            Stream.of(values()).filter(field -> field != PLACE && field != NAME).toList();

    /** Those of an item itself. */
    public static final List<PlanField> OF_ITEM =
            List.of(
                    ITEM_NO,
                    PLACE,
                    TITLE,
                    TAKES_QUANTITY,
                    UNIT,
                    NATIONAL_TARGET,
                    TARGET_NOTE,
                    UNDERTAKER);

    /** Those of a task itself. */
    public static final List<PlanField> OF_TASK =
            List.of(AREA_NO, PLACE, TASK, DEPARTMENTS, CLAUSES);

    /** What the field is called in a form that is sent: {@code takes-quantity}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return Labels.of(this);
    }
}
