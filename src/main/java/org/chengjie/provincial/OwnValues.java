package org.chengjie.provincial;

import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/** The cells of an own row, as they are to be stored. */
record OwnValues(@Nullable Long quantity, String bodies, @Nullable Amount funds) {

    static OwnValues of(OwnRow row) {
        return new OwnValues(row.quantity(), row.bodies(), row.funds());
    }
}
