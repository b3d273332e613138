package org.chengjie.provincial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chengjie.plan.Item;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What a province changed about an item between two submissions, cell by cell (spec P3, P4).
 *
 * @param changes an item that is new or gone has one change, without a before or an after
 */
public record Difference(Item item, List<Change> changes) {

    public Difference {
        changes = List.copyOf(changes);
    }

    /** In the order of the plan, which both have; what is gone stands after the item before it. */
    public static List<Difference> between(RollUp before, RollUp after) {
        var old = byItem(before);
        var now = byItem(after);
        var items = new LinkedHashSet<Item>();
        after.lines().forEach(line -> items.add(line.item()));
        before.lines().forEach(line -> items.add(line.item()));
        return items.stream()
                .map(item -> new Difference(item, changes(old.get(item.id()), now.get(item.id()))))
                .filter(difference -> !difference.changes().isEmpty())
                .toList();
    }

    private static Map<Long, SubmissionLine> byItem(RollUp rollUp) {
        var lines = new HashMap<Long, SubmissionLine>();
        rollUp.lines().forEach(line -> lines.put(line.item().id(), line));
        return lines;
    }

    private static List<Change> changes(
            @Nullable SubmissionLine before, @Nullable SubmissionLine after) {
        if (before == null || after == null) {
            return List.of(
                    new Change(
                            "承接",
                            before == null ? "" : inWords(before),
                            after == null ? "" : inWords(after)));
        }
        var changes = new ArrayList<Change>();
        add(changes, "承接学校", count(before.schools()), count(after.schools()));
        add(changes, "省级承接单位", before.ownBodies(), after.ownBodies());
        add(changes, "承接数量", count(before.quantity()), count(after.quantity()));
        for (var source : Source.values()) {
            add(
                    changes,
                    Labels.of(source),
                    before.funds().of(source).toString(),
                    after.funds().of(source).toString());
        }
        return changes;
    }

    private static String inWords(SubmissionLine line) {
        return "%s个单位，%s 万元".formatted(line.units() + " ", line.funds().total());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void add(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before, after));
        }
    }
}
