package org.chengjie.provincial;

import java.util.List;

/**
 * What became of a save of the own form: everything well-formed is kept, the rest is named (spec
 * F5).
 *
 * @param form the form as it stands now
 */
public record OwnSaved(OwnForm form, List<OwnFault> faults, List<OwnClash> clashes) {

    public OwnSaved {
        faults = List.copyOf(faults);
        clashes = List.copyOf(clashes);
    }

    public boolean clean() {
        return faults.isEmpty() && clashes.isEmpty();
    }
}
