package org.chengjie.report.web;

import org.chengjie.report.Figures;
import org.chengjie.report.Phase;
import org.chengjie.report.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A province, a city or a school in a table of figures.
 *
 * @param code empty where it has none
 * @param href empty where there is nothing below
 * @param phase null for other than provinces
 * @param tally null where the figures are of one item
 */
public record PlaceLine(
        String name,
        String code,
        String href,
        @Nullable Phase phase,
        @Nullable Tally tally,
        Figures figures) {}
