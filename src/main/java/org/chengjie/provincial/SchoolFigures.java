package org.chengjie.provincial;

import org.chengjie.filing.Funds;

/**
 * What the schools of a province have on one item: how many undertake it, with which quantity and
 * funds in all.
 *
 * @param quantity 0 where the item takes none
 */
public record SchoolFigures(int schools, long quantity, Funds funds) {

    public static final SchoolFigures NONE = new SchoolFigures(0, 0, Funds.NONE);
}
