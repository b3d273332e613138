package org.chengjie.review;

/** How far a school has come with the current plan (spec R7). */
public enum Standing {
    NOT_SIGNED_IN,
    FILLING_IN,
    SUBMITTED,
    UNDER_REVIEW,
    DECIDED
}
