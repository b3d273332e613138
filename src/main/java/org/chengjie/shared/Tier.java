package org.chengjie.shared;

/** The levels of the tree, from the one that publishes to the ones that undertake (spec 1). */
public enum Tier {
    MINISTRY,
    PROVINCE,
    CITY,
    SCHOOL
}
