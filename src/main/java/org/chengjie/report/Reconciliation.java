package org.chengjie.report;

import java.time.Duration;
import java.time.Instant;

/** One count of everything from the rows (spec P6). */
public record Reconciliation(Instant at, Duration took, long rows, long differences) {}
