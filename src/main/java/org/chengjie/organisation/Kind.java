package org.chengjie.organisation;

/** What sort of body a school-tier unit is; never read off its code (spec A2). */
public enum Kind {
    SECONDARY,
    COLLEGE,
    UNIVERSITY,
    /** Any other body that may undertake. */
    OTHER
}
