package org.chengjie.filing.web;

import java.util.List;
import org.chengjie.plan.Area;

/** An area of the plan with those of its rows that the page lists. */
public record AreaView(Area area, List<RowView> rows) {

    public int taskCount() {
        return (int) rows.stream().map(row -> row.item().taskNo()).distinct().count();
    }
}
