package org.chengjie.report.web;

import org.chengjie.report.Figures;
import org.chengjie.report.Phase;
import org.chengjie.report.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A province, a city or a school in a table of figures.
 *
 * @param code empty where it has none
 * @param city of a school that is listed with those of other cities; else empty
 * @param href what its numbers are the sums of; empty where there is nothing below
 * @param schools the list of its schools; empty where it has none
 * @param phase null for other than provinces
 * @param tally null where the figures are of one item
 */
public record PlaceLine(
        String name,
        String code,
        String city,
        String href,
        String schools,
        @Nullable Phase phase,
        @Nullable Tally tally,
        Figures figures) {

    static PlaceLine of(String name, String code, String href, Figures figures) {
        return new PlaceLine(name, code, "", href, "", null, null, figures);
    }

    PlaceLine in(String anyCity) {
        return new PlaceLine(name, code, anyCity, href, schools, phase, tally, figures);
    }

    PlaceLine at(Phase how) {
        return new PlaceLine(name, code, city, href, schools, how, tally, figures);
    }

    PlaceLine counting(Tally counted, String listed) {
        return new PlaceLine(name, code, city, href, listed, phase, counted, figures);
    }

    /** Where so many of its schools are listed. */
    public String schools(Selection which) {
        return schools.isEmpty() ? "" : Listing.link(schools, which, 1);
    }
}
