package org.chengjie.plan;

/** Who may undertake an item (spec C3). */
public enum Undertaker {
    /** Schools, and the province itself. */
    SCHOOL,
    PROVINCE,
    MINISTRY,
    /** Nobody on this platform. */
    CLOSED
}
