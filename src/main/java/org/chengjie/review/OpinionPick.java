package org.chengjie.review;

import org.jspecify.annotations.Nullable;

/**
 * A row that a city means to speak of, as it saw it: neither a row that has changed since nor an
 * opinion that a colleague has given meanwhile is overridden (spec R5, R6).
 *
 * @param version of the row
 * @param seen the mark of the opinion that stood there; 0 where there was none
 */
public record OpinionPick(long undertakingId, long version, long seen) {

    public static OpinionPick of(long undertakingId, long version, @Nullable Opinion standing) {
        return new OpinionPick(undertakingId, version, standing == null ? 0 : standing.mark());
    }

    /** As a form carries it. */
    @Override
    public String toString() {
        return undertakingId + ":" + version + ":" + seen;
    }
}
