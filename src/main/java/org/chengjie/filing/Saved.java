package org.chengjie.filing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chengjie.shared.ChinaTime;

/**
 * What became of a save: everything well-formed is kept, the rest is named (spec F5).
 *
 * @param form the form as it stands now
 * @param faults cells that could not be taken; their former values stand
 * @param clashes rows that somebody else has changed meanwhile; not saved
 */
public record Saved(Form form, Instant at, List<Fault> faults, List<Clash> clashes) {

    public Saved {
        faults = List.copyOf(faults);
        clashes = List.copyOf(clashes);
    }

    /** The faults, and each clash as one: for a page that has no script to show both contents. */
    public List<Fault> allFaults() {
        return Stream.concat(
                        faults.stream(),
                        clashes.stream()
                                .map(clash ->
                                        new Fault(
                                                clash.itemNo(),
                                                null,
                                                "已被%s于 %s 改动，您的改动没有保存。请刷新后核对再填。"
                                                        .formatted(
                                                                clash.theirs().changedBy(),
                                                                ChinaTime.clock(
                                                                        clash.theirs()
                                                                                .changedAt())))))
                .toList();
    }

    /** What the school has filed, which after a save is something. */
    public Filing filing() {
        return Objects.requireNonNull(form.filing());
    }

    public boolean clean() {
        return faults.isEmpty() && clashes.isEmpty();
    }
}
