package org.chengjie.filing;

import java.time.Instant;

/** 回执: the number of a submission and when it was made (spec F8). */
public record Receipt(String no, Instant at) {}
