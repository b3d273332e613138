package org.chengjie.review;

import java.util.List;
import java.util.Set;
import org.chengjie.filing.Cell;
import org.chengjie.filing.History;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Undertaking;
import org.chengjie.plan.Item;
import org.chengjie.shared.Labels;

/**
 * A cell before the return and after the resubmission, asked for or not (spec R2).
 *
 * @param asked whether the reviewer had named it
 */
public record Difference(String cell, String before, String after, boolean asked, boolean changed) {

    /** Of every cell of a row that was returned and has been submitted again; else none. */
    public static List<Difference> of(Item item, Undertaking row, History history) {
        var returned = history.last(row.id(), Set.of(Step.RETURN)).orElse(null);
        if (returned == null || row.stage() == Stage.RETURNED || row.stage() == Stage.DRAFT) {
            return List.of();
        }
        var changed = row.values().differences(returned.values());
        return List.of(Cell.values()).stream()
                .filter(cell -> cell != Cell.QUANTITY || item.takesQuantity())
                .map(cell ->
                        new Difference(
                                Labels.of(cell),
                                returned.values().shown(cell),
                                row.values().shown(cell),
                                returned.cells().contains(cell),
                                changed.contains(cell)))
                .toList();
    }
}
