package org.chengjie.organisation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengjie.shared.Auditable.Change;

/**
 * What an import would do to the register as it is now; with a single fault, nothing (spec P1).
 *
 * @param same how many schools stay as they are
 * @param seen names the state of the register that this was made from
 */
public record ImportPreview(
        StagedImport staged,
        List<SchoolDraft> added,
        List<Alteration> changed,
        List<RegisterEntry> closed,
        int same,
        List<Fault> faults,
        String seen) {

    /** A school that is in the register and differs. */
    public record Alteration(RegisterEntry before, SchoolDraft after, List<Change> changes) {}

    /**
     * A cell that cannot be taken.
     *
     * @param address {@code B3}
     */
    public record Fault(String address, int row, String head, String words) {}

    public int rows() {
        return added.size() + changed.size() + same;
    }

    /** How many schools are added, changed or closed. */
    public int differing() {
        return added.size() + changed.size() + closed.size();
    }

    /** Whether there is anything to be done at all. */
    public boolean idle() {
        return differing() == 0;
    }

    Map<String, String> faultsByAddress() {
        return faults.stream().collect(Collectors.toMap(Fault::address, Fault::words));
    }

    /** How many rows are at fault. */
    public long faultyRows() {
        return faults.stream().map(Fault::row).distinct().count();
    }
}
