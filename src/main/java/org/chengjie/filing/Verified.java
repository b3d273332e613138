package org.chengjie.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the platform says of a printed copy that it knows (spec F12).
 *
 * @param since when it was superseded or taken back; null while it is current
 */
public record Verified(Copy copy, Validity validity, @Nullable Instant since) {

    /** Whether a copy still is what the school stands by. */
    public enum Validity {
        CURRENT,
        /** The school has submitted again. */
        SUPERSEDED,
        /** The school, or the province for it, took the form back and has not submitted again. */
        TAKEN_BACK
    }
}
