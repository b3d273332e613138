package org.chengjie.plan;

import java.time.Instant;

/** What those who had filed on an item are told of an amendment, beside their row. */
public record Told(
        long itemId, Instant at, String field, String before, String after, String reason) {}
