package org.chengjie.provincial;

import org.jspecify.annotations.Nullable;

/**
 * Something in the province's own form that a person must put right, and where (spec F5).
 *
 * @param cell null where the whole row is meant
 */
public record OwnFault(String itemNo, @Nullable OwnCell cell, String words) {}
