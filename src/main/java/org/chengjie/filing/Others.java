package org.chengjie.filing;

import java.util.Map;
import org.chengjie.plan.Item;

/**
 * What the other schools of a province have taken on, item by item, as far as the province lets its
 * schools see that.
 *
 * @param shown whether it does
 */
public record Others(boolean shown, Map<Long, Taken> taken) {

    /** Nothing is to be seen. */
    public static final Others HIDDEN = new Others(false, Map.of());

    /** How many schools have taken an item on, and how much of it. */
    public record Taken(int schools, long quantity) {}

    public Others {
        taken = Map.copyOf(taken);
    }

    /** In words: {@code 12 校承接，共 15 个}. */
    public String words(Item item) {
        var found = taken.get(item.id());
        if (found == null) {
            return "尚无承接";
        }
        return item.takesQuantity()
                ? "%,d 校承接，共 %,d %s".formatted(found.schools(), found.quantity(), item.unit())
                : "%,d 校承接".formatted(found.schools());
    }
}
