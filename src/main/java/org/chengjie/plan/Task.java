package org.chengjie.plan;

import java.util.List;

/**
 * 任务: what the plan numbers, with the departments that answer for it; it is undertaken by its items
 * (spec C1).
 */
public record Task(int no, String title, String departments, List<Item> items) {

    public Task {
        items = List.copyOf(items);
    }
}
