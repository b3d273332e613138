package org.chengjie.review;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a city has said of a row (spec R6).
 *
 * @param words empty where it agrees and had nothing to add
 * @param at when its request arrived
 * @param outdated whether the school has submitted the row again since: 改动前的意见
 */
public record Opinion(
        long undertakingId,
        Stance stance,
        String words,
        Instant at,
        String byName,
        boolean outdated) {

    /** By what the page marks the opinion that was seen, so that no other is replaced unread. */
    public long mark() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
