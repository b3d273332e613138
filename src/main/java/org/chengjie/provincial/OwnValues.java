package org.chengjie.provincial;

import java.util.Objects;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/** The cells of an own row, as they are to be stored. */
record OwnValues(@Nullable Long quantity, String bodies, @Nullable Amount funds) {

    static OwnValues of(OwnRow row) {
        return new OwnValues(row.quantity(), row.bodies(), row.funds());
    }

    /** What a cell holds as a person types it; empty where it is blank. */
    String plain(OwnCell cell) {
        return switch (cell) {
            case QUANTITY -> Objects.toString(quantity, "");
            case PROVINCIAL -> funds == null ? "" : funds.plain();
            case BODIES -> bodies;
        };
    }
}
