package org.chengjie.review;

/** What the city said of a row before the province decides it, if anything (spec R6). */
public enum OpinionGiven {
    AGREES,
    DISAGREES,
    NONE
}
