package org.chengjie.publication;

import java.time.Instant;

/** What a school is told of an adjustment of its rows, until it has read it (spec P5). */
public record Told(long adjustmentId, String words, Instant at) {}
