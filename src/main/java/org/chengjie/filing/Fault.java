package org.chengjie.filing;

import org.jspecify.annotations.Nullable;

/**
 * Something in the form that a person must put right, and where (spec F5, F8).
 *
 * @param cell null where the whole row is meant
 * @param words what it should be and what it is now
 */
public record Fault(String itemNo, @Nullable Cell cell, String words) {}
