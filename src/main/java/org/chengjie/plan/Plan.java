package org.chengjie.plan;

import java.util.List;

/**
 * A plan as it was published: its areas in order, with all their tasks and items (spec C1).
 *
 * @param told what was amended of items that had been filed on, the newest first
 */
public record Plan(long id, String code, String title, List<Area> areas, List<Told> told) {

    public Plan {
        areas = List.copyOf(areas);
        told = List.copyOf(told);
    }

    public Plan(long id, String code, String title, List<Area> areas) {
        this(id, code, title, areas, List.of());
    }

    /** What those who had filed on an item are told of it. */
    public List<Told> told(Item item) {
        return told.stream().filter(one -> one.itemId() == item.id()).toList();
    }

    /** All items in the plan's order. */
    public List<Item> items() {
        return areas.stream()
                .flatMap(area -> area.tasks().stream())
                .flatMap(task -> task.items().stream())
                .toList();
    }
}
