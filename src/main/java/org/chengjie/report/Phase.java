package org.chengjie.report;

/** How far a province as a whole has come (spec P4). */
public enum Phase {
    /** It has published no window. */
    NOT_OPEN,
    /** Its window is published and has not begun. */
    ANNOUNCED,
    FILING,
    /** Its window has ended, and it has not handed in yet. */
    CLOSED,
    HANDED_IN,
    ACCEPTED,
    /** Its figures are public, and change by an adjustment only. */
    PUBLISHED,
    GIVEN_BACK
}
