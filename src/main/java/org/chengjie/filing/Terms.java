package org.chengjie.filing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a school files: its province's window as it is for this school, and the items that
 * the province withholds (spec W1, W3, C3).
 *
 * @param window null while the province has published none
 */
record Terms(@Nullable FilingWindow window, Set<Long> withheld) {

    Terms {
        withheld = Set.copyOf(withheld);
    }
}
