package org.chengjie.filing.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often an address has asked to verify a copy that there is not: a typing slip costs nothing,
 * trying numbers out leads nowhere (spec F12). What is found is not counted.
 */
@Component
class Misses {

    static final int MOST = 20;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** Of more addresses than this the oldest are forgotten, so that nobody fills the memory. */
    private static final int ADDRESSES = 10_000;

    private final Map<String, Deque<Instant>> byAddress = new LinkedHashMap<>();

    synchronized boolean tooMany(String address, Instant now) {
        return recent(address, now).size() >= MOST;
    }

    synchronized void note(String address, Instant now) {
        var recent = recent(address, now);
        recent.addLast(now);
        byAddress.remove(address);
        byAddress.put(address, recent);
        if (byAddress.size() > ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    private Deque<Instant> recent(String address, Instant now) {
        var times = byAddress.getOrDefault(address, new ArrayDeque<>());
        times.removeIf(time -> time.isBefore(now.minus(WITHIN)));
        return times;
    }
}
