package org.chengjie.plan;

import java.util.List;

/** A plan as it was published: its areas in order, with all their tasks and items (spec C1). */
public record Plan(long id, String code, String title, List<Area> areas) {

    public Plan {
        areas = List.copyOf(areas);
    }

    /** All items in the plan's order. */
    public List<Item> items() {
        return areas.stream()
                .flatMap(area -> area.tasks().stream())
                .flatMap(task -> task.items().stream())
                .toList();
    }
}
