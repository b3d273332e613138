package org.chengjie.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;

/** An adjustment in words: for the audit, and for the school that it is about. */
final class AdjustmentWords {

    private AdjustmentWords() {}

    static List<Change> changes(Adjustment adjustment) {
        return adjustment.lines().stream()
                .flatMap(line -> changes(line, line.before(), line.after()).stream())
                .toList();
    }

    static List<Change> changes(AdjustmentLine line, Figures before, Figures after) {
        var what = line.whose() + " " + line.item().no() + " ";
        var changes = new ArrayList<Change>();
        if (before.undertaken() != after.undertaken()) {
            changes.add(
                    new Change(
                            what + "承接",
                            before.undertaken() ? "是" : "否",
                            after.undertaken() ? "是" : "否"));
        }
        for (var cell : line.cells()) {
            if (!before.shown(cell).equals(after.shown(cell))) {
                changes.add(
                        new Change(what + Labels.of(cell), before.shown(cell), after.shown(cell)));
            }
        }
        return changes;
    }

    /** {@code 3.1 调整（承接数量 1 → 2）；9 不再承接} */
    static String inWords(List<AdjustmentLine> lines) {
        return lines.stream().map(AdjustmentWords::inWords).collect(Collectors.joining("；"));
    }

    private static String inWords(AdjustmentLine line) {
        var cells =
                line.changes().stream()
                        .map(change ->
                                line.before().undertaken()
                                        ? "%s %s → %s"
                                                .formatted(
                                                        change.field(),
                                                        change.before(),
                                                        change.after())
                                        : change.field() + " " + change.after())
                        .collect(Collectors.joining("，"));
        var said = line.item().no() + " " + line.kind();
        return line.after().undertaken() ? said + "（" + cells + "）" : said;
    }
}
