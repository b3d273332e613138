package org.chengjie.notice;

import java.time.Instant;

/** A reminder as its province sees it: to how many it went, and how many have confirmed it. */
public record Reminder(
        long id, Audience audience, String words, Instant at, String byName, int sent, int read) {}
