package org.chengjie.report.web;

import java.util.List;
import org.chengjie.plan.Item;
import org.chengjie.report.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one place, or of one item in one place, drilled down to the next: its cities, say, and
 * its items (spec P4). Every table has its sum in the same record, so they cannot disagree.
 *
 * @param trail the way here
 * @param says what is known of the place in a line
 * @param item the item they are of; null for all
 * @param heads what the lines are: 申报单位, 市, 学校
 * @param items empty where they are of one item
 * @param workbook where the same is had as a file
 */
public record FiguresPage(
        String title,
        List<Crumb> trail,
        String says,
        @Nullable Item item,
        String heads,
        List<PlaceLine> places,
        List<ItemLine> items,
        Figures sum,
        String workbook) {

    public FiguresPage {
        trail = List.copyOf(trail);
        places = List.copyOf(places);
        items = List.copyOf(items);
    }

    /** Whether a quantity can be summed: of one item, which takes one. */
    public boolean counted() {
        return item != null && item.takesQuantity();
    }

    public boolean tallied() {
        return places.stream().anyMatch(line -> line.tally() != null);
    }

    public boolean phased() {
        return places.stream().anyMatch(line -> line.phase() != null);
    }
}
