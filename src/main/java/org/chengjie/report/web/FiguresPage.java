package org.chengjie.report.web;

import java.util.List;
import java.util.stream.Stream;
import org.chengjie.plan.Item;
import org.chengjie.report.Figures;
import org.chengjie.report.Tally;
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
 * @param listing null for other than lists of schools
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
        String workbook,
        @Nullable Listing listing) {

    public FiguresPage {
        trail = List.copyOf(trail);
        places = List.copyOf(places);
        items = List.copyOf(items);
    }

    /** The lines that are on the page: all of them, but of a long list. */
    public List<PlaceLine> shown() {
        return listing == null ? places : listing.shown(places);
    }

    /** Whether a quantity can be summed: of one item, which takes one. */
    public boolean counted() {
        return item != null && item.takesQuantity();
    }

    public boolean tallied() {
        return places.stream().anyMatch(line -> line.tally() != null);
    }

    /** The schools of all lines. */
    public Tally tally() {
        return places.stream()
                .map(PlaceLine::tally)
                .flatMap(Stream::ofNullable)
                .reduce(Tally.NONE, Tally::plus);
    }

    public boolean phased() {
        return places.stream().anyMatch(line -> line.phase() != null);
    }

    /** Whether the lines are schools. */
    public boolean ofSchools() {
        return heads.equals("学校");
    }
}
