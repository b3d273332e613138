package org.chengjie.report;

import java.time.LocalDate;

/** How busy a day of the filing was: forms saved, forms submitted, rows approved (spec P4). */
public record Activity(LocalDate day, long saves, long submissions, long approvals) {}
