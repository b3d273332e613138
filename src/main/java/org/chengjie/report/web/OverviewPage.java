package org.chengjie.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chengjie.provincial.Source;
import org.chengjie.report.Figures;
import org.chengjie.report.Phase;
import org.chengjie.report.Reconciliation;
import org.chengjie.report.Tally;
import org.jspecify.annotations.Nullable;

/**
 * 全国概览 (spec P4). The country's sum is made from the items and from the provinces, each kept by
 * itself; where the two disagree, the page says so.
 *
 * @param last null while all has never been counted anew
 */
public record OverviewPage(
        Measure measure,
        List<Tile> tiles,
        List<ItemLine> items,
        Tally tally,
        ActivityChart activity,
        @Nullable Reconciliation last) {

    private static final int FIRST = 10;

    public OverviewPage {
        tiles = List.copyOf(tiles);
        items = List.copyOf(items);
    }

    public Figures sum() {
        return items.stream().map(ItemLine::figures).reduce(Figures.NONE, Figures::plus);
    }

    public Yi yi() {
        return Yi.of(sum().funds());
    }

    /** Whether items and provinces sum to the same. */
    public boolean adds() {
        return sum().equals(tiles.stream().map(Tile::figures).reduce(Figures.NONE, Figures::plus));
    }

    public long count(Phase phase) {
        return tiles.stream().filter(tile -> tile.phase() == phase).count();
    }

    /** The provinces with the largest sums. */
    public List<Tile> first() {
        return tiles.stream()
                .filter(tile -> tile.figures().funds().total().yuan() > 0)
                .sorted(
                        Comparator.comparingLong(
                                        (Tile tile) -> tile.figures().funds().total().yuan())
                                .reversed())
                .limit(FIRST)
                .toList();
    }

    /** Provinces above 100 亿元. */
    public long above() {
        return tiles.stream()
                .filter(tile -> tile.figures().funds().total().yuan() > 10_000_000_000L)
                .count();
    }

    public List<ItemLine> targeted() {
        return items.stream().filter(ItemLine::targeted).toList();
    }

    public List<ItemLine> others() {
        return items.stream()
                .filter(line -> !line.targeted() && !line.figures().nothing())
                .toList();
    }

    /** The five sources in their colours. */
    public List<SourceLine> sources() {
        var funds = sum().funds();
        var yi = yi();
        long all = Math.max(1, funds.total().yuan());
        long most =
                Math.max(
                        1,
                        Arrays.stream(Source.values())
                                .mapToLong(source -> funds.of(source).yuan())
                                .max()
                                .orElse(0));
        var lines = new ArrayList<SourceLine>();
        for (var source : Source.values()) {
            long yuan = funds.of(source).yuan();
            lines.add(
                    new SourceLine(
                            source,
                            "c" + (lines.size() + 1),
                            yi.part(source),
                            String.format(Locale.ROOT, "%.1f%%", 100.0 * yuan / all),
                            String.valueOf(Math.round(240.0 * yuan / most))));
        }
        return lines;
    }

    /**
     * A source of funds with its bar.
     *
     * @param colour the class that colours it
     * @param share in percent of all
     * @param bar its length, of 240, the largest being full
     */
    public record SourceLine(Source source, String colour, String yi, String share, String bar) {}
}
