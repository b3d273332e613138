package org.chengjie.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something has been done of late, by whom: so many times a minute, all at once if need
 * be, and then again as the minute goes by.
 */
final class Meter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Of more than this the longest idle are forgotten, so that nobody fills the memory. */
    private static final int KNOWN = 50_000;

    /** Until when each has used up what it may: a moment that every time pushes further away. */
    private final Map<String, Instant> spent =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > KNOWN;
                }
            };

    /** Counts this time, unless it is one too many; answers how long to wait then, else zero. */
    synchronized Duration count(String who, int perMinute, Instant now) {
        var until = spent.getOrDefault(who, now);
        var next = (until.isBefore(now) ? now : until).plus(MINUTE.dividedBy(perMinute));
        var wait = Duration.between(now.plus(MINUTE), next);
        if (wait.isPositive()) {
            return wait;
        }
        spent.put(who, next);
        return Duration.ZERO;
    }
}
