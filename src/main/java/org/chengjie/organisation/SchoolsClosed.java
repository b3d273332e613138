package org.chengjie.organisation;

import java.util.List;
import org.chengjie.shared.Actor;

/**
 * Schools have been closed: their sign-ins end, and they count in no total (spec P1). Whoever hears
 * it may refuse it.
 */
public record SchoolsClosed(Actor by, List<Long> schoolIds) {

    public SchoolsClosed {
        schoolIds = List.copyOf(schoolIds);
    }
}
