package org.chengjie.report.web;

import java.util.Locale;
import org.chengjie.report.Figures;
import org.chengjie.report.Phase;
import org.chengjie.report.Province;

/**
 * A province in the tile map and in the list beside it.
 *
 * @param shade 1 to 5
 * @param shown the figure of the chosen measure
 * @param tasks tasks, not items (spec F3)
 */
public record Tile(
        Province province, Phase phase, Figures figures, int tasks, int shade, String shown) {

    static Tile of(Province province, Phase phase, Figures figures, int tasks, Measure measure) {
        double figure =
                switch (measure) {
                    case FUNDS -> figures.funds().total().yuan() / 1e8;
                    case TASKS -> tasks;
                    case POINTS -> figures.points();
                    case APPROVED -> approved(figures);
                };
        return new Tile(
                province,
                phase,
                figures,
                tasks,
                measure.shade(figure),
                String.format(Locale.ROOT, "%,d", Math.round(figure)));
    }

    public String yi() {
        return Yi.of(figures.funds().total());
    }

    /** In percent of the country. */
    public String share(Figures country) {
        long all = country.funds().total().yuan();
        return all == 0
                ? "0.0%"
                : String.format(
                        Locale.ROOT, "%.1f%%", 100.0 * figures.funds().total().yuan() / all);
    }

    private static double approved(Figures figures) {
        return figures.submitted().rows() == 0
                ? 0
                : 100.0 * figures.approved().rows() / figures.submitted().rows();
    }
}
