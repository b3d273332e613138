package org.chengjie.filing;

/** Where an undertaking stands (spec R1). */
public enum Stage {
    DRAFT,
    SUBMITTED,
    APPROVED,
    RETURNED,
    REJECTED
}
