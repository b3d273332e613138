package org.chengjie.filing;

import org.jspecify.annotations.Nullable;

/**
 * What a school's change of its form hangs on, held until the transaction ends.
 *
 * @param revision of the current plan; 0 where there is none
 * @param stands whether the school is open and where it was when the request arrived
 * @param nextVersion the version that rows get which are written now
 * @param filing the form with its rows; null where there is none yet
 */
record Hold(
        long revision, boolean stands, Terms terms, long nextVersion, @Nullable Filing filing) {}
