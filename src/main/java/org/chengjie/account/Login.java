package org.chengjie.account;

import java.time.Instant;

/**
 * One of an account's sign-ins, as its holder sees them (spec A5).
 *
 * @param browser in words, empty where it told nothing
 * @param current whether it is the one that asks
 */
public record Login(
        long id,
        Instant startedAt,
        Instant seenAt,
        String address,
        String browser,
        boolean current) {}
