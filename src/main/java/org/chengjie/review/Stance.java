package org.chengjie.review;

/** What a city says of a row of one of its 中职, before the province decides (spec R6). */
public enum Stance {
    AGREE,
    DISAGREE
}
