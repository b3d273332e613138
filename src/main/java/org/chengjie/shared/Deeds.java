package org.chengjie.shared;

import java.util.List;

/**
 * Many things that happened at once and are told in one go, such as each school of an imported
 * register; each has its own entry (spec X1).
 */
public record Deeds(List<Auditable> all) {

    public Deeds {
        all = List.copyOf(all);
    }
}
