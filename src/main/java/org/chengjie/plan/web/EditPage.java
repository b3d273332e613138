package org.chengjie.plan.web;

import java.util.List;
import org.chengjie.plan.Amended;
import org.chengjie.plan.PlanHead;
import org.jspecify.annotations.Nullable;

/**
 * One form of the catalogue: an area, a task or an item, as it is or as it was typed.
 *
 * @param action where it is sent to
 * @param says what has been filed on it, in words; empty where nothing was
 * @param version of the plan that the form was made from
 * @param unconfirmed what has to be confirmed first; null where nothing has
 * @param problem why the whole was refused; empty where it was not
 * @param removal where an item is taken out; empty where that is not to be done here
 * @param removing whether it was the taking out that was asked for
 */
public record EditPage(
        PlanHead plan,
        String heading,
        String action,
        List<FieldView> fields,
        String says,
        long version,
        String reason,
        String reasonFault,
        Amended.@Nullable Unconfirmed unconfirmed,
        String problem,
        String removal,
        boolean removing,
        boolean editable) {

    public int faults() {
        return (int) fields.stream().filter(field -> !field.fault().isEmpty()).count()
                + (reasonFault.isEmpty() ? 0 : 1);
    }
}
