package org.chengjie.publication;

/** How far an adjustment has come (spec P5). */
public enum AdjustmentState {
    DRAFT,
    SUBMITTED,
    CONSENTED,
    REFUSED
}
