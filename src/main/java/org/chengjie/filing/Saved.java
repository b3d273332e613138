package org.chengjie.filing;

import java.time.Instant;
import java.util.List;

/**
 * What became of a save: everything well-formed is kept, the rest is named (spec F5).
 *
 * @param filing the form as it stands now
 * @param faults cells that could not be taken; their former values stand
 * @param clashes rows that somebody else has changed meanwhile; not saved
 */
public record Saved(Filing filing, Instant at, List<Fault> faults, List<Clash> clashes) {

    public Saved {
        faults = List.copyOf(faults);
        clashes = List.copyOf(clashes);
    }

    public boolean clean() {
        return faults.isEmpty() && clashes.isEmpty();
    }
}
