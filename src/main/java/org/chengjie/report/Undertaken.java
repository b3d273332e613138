package org.chengjie.report;

import java.util.HashSet;
import java.util.Set;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;

/**
 * What a place comes to, and the items that anything is undertaken for there.
 *
 * @param items their ids
 */
public record Undertaken(Figures figures, Set<Long> items) {

    public static final Undertaken NONE = new Undertaken(Figures.NONE, Set.of());

    public Undertaken {
        items = Set.copyOf(items);
    }

    Undertaken plus(Undertaken other) {
        var both = new HashSet<>(items);
        both.addAll(other.items);
        return new Undertaken(figures.plus(other.figures), both);
    }

    /** How many tasks of the plan these are, not items (spec F3). */
    public int tasks(Plan plan) {
        return (int)
                plan.items().stream()
                        .filter(item -> items.contains(item.id()))
                        .map(Item::taskNo)
                        .distinct()
                        .count();
    }
}
