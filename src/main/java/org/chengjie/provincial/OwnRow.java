package org.chengjie.provincial;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chengjie.plan.Item;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What a province does about an item itself: whether it undertakes it, and what it adds to its
 * funds (spec P2, P3).
 *
 * @param quantity 承接数量; null while it is blank
 * @param bodies 承接单位 in words; empty while it is blank
 * @param funds 省财政投入; null while it is blank, which is not the same as 0
 * @param version what a change must have been made from; 0 for a row never saved
 */
public record OwnRow(
        long itemId,
        boolean undertaken,
        @Nullable Long quantity,
        String bodies,
        @Nullable Amount funds,
        long version,
        Instant changedAt,
        String changedBy) {

    static OwnRow untouched(long itemId) {
        return new OwnRow(itemId, false, null, "", null, 0, Instant.EPOCH, "");
    }

    /** Whether there is anything in it. */
    public boolean filled() {
        return undertaken || funds != null;
    }

    public Amount provincial() {
        return funds == null ? Amount.ZERO : funds;
    }

    /** What a cell holds as a person types it; empty where it is blank. */
    public String plain(OwnCell cell) {
        return OwnValues.of(this).plain(cell);
    }

    /** What a cell holds as a person reads it; empty where it is blank. */
    public String shown(OwnCell cell) {
        return switch (cell) {
            case QUANTITY -> quantity == null ? "" : String.format(Locale.ROOT, "%,d", quantity);
            case PROVINCIAL -> Objects.toString(funds, "");
            case BODIES -> bodies;
        };
    }

    /** The cells that an undertaken item still asks for, in the order of the page. */
    public List<OwnCell> missing(Item item) {
        return !undertaken
                ? List.of()
                : List.of(OwnCell.QUANTITY, OwnCell.BODIES, OwnCell.PROVINCIAL).stream()
                        .filter(cell -> cell != OwnCell.QUANTITY || item.takesQuantity())
                        .filter(cell -> plain(cell).isEmpty())
                        .toList();
    }

    /** The same content, whoever wrote it when. */
    boolean says(boolean isUndertaken, OwnValues values) {
        return undertaken == isUndertaken && values.equals(OwnValues.of(this));
    }
}
