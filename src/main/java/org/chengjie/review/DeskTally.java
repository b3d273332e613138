package org.chengjie.review;

import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The schools of one city, kind and standing: the grain that every number of the desk is summed
 * from, so that its parts equal the whole (spec R7, P6).
 *
 * @param city where they lie; 省直 where none is known
 * @param fresh how many of them have submitted since the officer last looked
 * @param submitted what those of them that stand submitted have put in, whatever was decided on it
 * @param approved what of it has been approved
 * @param firstWaiting the first of them with rows waiting; null where there is none
 */
public record DeskTally(
        String city,
        Kind kind,
        Standing standing,
        int schools,
        int fresh,
        Funds submitted,
        Amount approved,
        @Nullable Long firstWaiting) {}
