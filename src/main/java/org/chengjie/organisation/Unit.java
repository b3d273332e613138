package org.chengjie.organisation;

import org.chengjie.shared.Reach;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The ministry, a province, a city or a school: a node of the tree (spec 1).
 *
 * @param kind of a school; null for the others
 * @param city the name of the city a school lies in, empty where it is not known
 * @param path the place in the tree, {@code /1/5/77/}
 */
public record Unit(
        long id,
        @Nullable Long parentId,
        Tier tier,
        String code,
        String name,
        @Nullable Kind kind,
        String city,
        String path) {

    /** All that lies at or under this unit. */
    public Reach reach() {
        return new Reach(path);
    }
}
