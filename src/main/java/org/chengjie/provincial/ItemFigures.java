package org.chengjie.provincial;

/** 意向承接 and 已通过 of a province's schools on one item (spec F9). */
public record ItemFigures(SchoolFigures intended, SchoolFigures approved) {

    public static final ItemFigures NONE = new ItemFigures(SchoolFigures.NONE, SchoolFigures.NONE);
}
