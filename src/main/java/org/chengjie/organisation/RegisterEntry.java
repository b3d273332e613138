package org.chengjie.organisation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A school as the register has it (spec P1).
 *
 * @param city the name of the city it lies in; empty where it is not known
 * @param formerNames what it was called before, the latest first
 * @param version grows with every change, so that a stale one is seen
 * @param closedAt null while it is open
 * @param mergedInto the name of the school it went into; null unless it did
 */
public record RegisterEntry(
        long id,
        String code,
        String name,
        Kind kind,
        String city,
        Affiliation affiliation,
        String path,
        List<String> formerNames,
        long version,
        @Nullable Instant closedAt,
        String closedReason,
        @Nullable String mergedInto) {

    public RegisterEntry {
        formerNames = List.copyOf(formerNames);
    }

    public boolean closed() {
        return closedAt != null;
    }
}
