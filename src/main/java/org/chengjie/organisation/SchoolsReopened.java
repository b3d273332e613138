package org.chengjie.organisation;

import java.util.List;
import org.chengjie.shared.Actor;

/** Schools that had been closed count again (spec P1). Whoever hears it may refuse it. */
public record SchoolsReopened(Actor by, List<Long> schoolIds) {

    public SchoolsReopened {
        schoolIds = List.copyOf(schoolIds);
    }
}
