package org.chengjie.filing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.chengjie.plan.Item;
import org.chengjie.shared.Labels;

/**
 * A row that an upload would change.
 *
 * @param stored as it stands now
 * @param sent what the file says
 */
public record RowChange(Item item, Undertaking stored, Content sent) {

    /** A cell of it, as a person reads it; empty where there is nothing. */
    public record Line(String label, String before, String after) {}

    /** Newly undertaken, no longer, or with other values. */
    public String kind() {
        if (stored.undertaken() == sent.undertaken()) {
            return "修改";
        }
        return sent.undertaken() ? "新承接" : "取消承接";
    }

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var cell : sent.values().differences(stored.values())) {
            lines.add(
                    new Line(
                            Labels.of(cell),
                            stored.values().shown(cell),
                            sent.values().shown(cell)));
        }
        return lines;
    }

    public String totalBefore() {
        return Objects.toString(stored.values().total(), "");
    }

    public String totalAfter() {
        return Objects.toString(sent.values().total(), "");
    }

    /** What is still to be filled in before the form can be submitted (spec F5, F8). */
    public List<String> missing() {
        return sent.undertaken()
                ? sent.values().missing(item).stream().map(Labels::of).toList()
                : List.of();
    }

    /** The row as a save takes it, made from what stands now. */
    TypedRow typed() {
        var cells = new EnumMap<Cell, String>(Cell.class);
        if (sent.undertaken()) {
            for (var cell : Cell.values()) {
                cells.put(cell, sent.values().plain(cell));
            }
        }
        return new TypedRow(item.no(), stored.version(), sent.undertaken(), cells);
    }

    Undertaking after() {
        return new Undertaking(
                stored.id(),
                stored.itemId(),
                sent.undertaken(),
                stored.stage(),
                sent.values(),
                stored.version(),
                stored.changedAt(),
                stored.changedBy());
    }
}
