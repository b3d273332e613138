package org.chengjie.report;

/** What is kept of a place, each by the name of its column (spec P6). */
public enum KeptFigure {
    ROWS,
    QUANTITY,
    SELF_RAISED,
    INDUSTRY,
    SPONSOR,
    LOCAL,
    WAITING,
    RETURNED,
    REJECTED,
    APPROVED,
    APPROVED_QUANTITY,
    APPROVED_SELF_RAISED,
    APPROVED_INDUSTRY,
    APPROVED_SPONSOR,
    APPROVED_LOCAL,
    SCHOOLS,
    RESUBMITTED,
    CHANGED_AT
}
