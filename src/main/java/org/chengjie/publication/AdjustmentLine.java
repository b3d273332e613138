package org.chengjie.publication;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.plan.Item;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A row that an adjustment is about, as it was and as it is to be (spec P5).
 *
 * @param schoolId null for the province's own row
 * @param version of the row when it was picked; 0 where there was none
 */
public record AdjustmentLine(
        long id,
        @Nullable Long schoolId,
        String schoolName,
        Item item,
        long version,
        Figures before,
        Figures after) {

    public boolean own() {
        return schoolId == null;
    }

    public String whose() {
        return own() ? "省级" : schoolName;
    }

    /** 调整、增加承接、不再承接. */
    public String kind() {
        if (before.undertaken() == after.undertaken()) {
            return "调整";
        }
        return after.undertaken() ? "增加承接" : "不再承接";
    }

    public List<AdjustedCell> cells() {
        return AdjustedCell.of(own(), item.takesQuantity());
    }

    /** Those that differ, as a person reads them. */
    public List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (var cell : cells()) {
            if (!before.shown(cell).equals(after.shown(cell))) {
                changes.add(new Change(Labels.of(cell), before.shown(cell), after.shown(cell)));
            }
        }
        return changes;
    }

    public boolean changed() {
        return before.undertaken() != after.undertaken() || !changes().isEmpty();
    }

    /** What an undertaken row still asks for. */
    public List<AdjustedCell> missing() {
        return cells().stream()
                .filter(cell -> after.undertaken())
                .filter(cell -> after.plain(cell).isEmpty())
                .toList();
    }
}
