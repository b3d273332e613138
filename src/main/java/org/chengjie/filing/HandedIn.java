package org.chengjie.filing;

import java.time.Instant;

/**
 * A row as it was handed in with one submission (spec F8, F12).
 *
 * @param code 校验码 of that submission, as a person reads it
 */
public record HandedIn(String receiptNo, Instant at, String code, Copy.Row row) {}
