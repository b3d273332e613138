package org.chengjie.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Values;
import org.chengjie.provincial.OwnRow;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, of a school or of the province itself, before an adjustment or after it (spec
 * P5).
 *
 * @param numbers a quantity, or yuan; a blank cell is absent
 * @param bodies 承接单位 of the province
 */
public record Figures(boolean undertaken, Map<AdjustedCell, Long> numbers, String bodies) {

    static final Figures NONE = new Figures(false, Map.of(), "");

    public Figures {
        numbers = Map.copyOf(numbers);
    }

    /** Only what was approved is published. */
    static Figures of(Undertaking row) {
        if (row.stage() != Stage.APPROVED) {
            return NONE;
        }
        var numbers = new HashMap<AdjustedCell, Long>();
        put(numbers, AdjustedCell.QUANTITY, row.values().quantity());
        put(numbers, AdjustedCell.SELF_RAISED, yuan(row.values().selfRaised()));
        put(numbers, AdjustedCell.INDUSTRY, yuan(row.values().industry()));
        put(numbers, AdjustedCell.SPONSOR, yuan(row.values().sponsor()));
        put(numbers, AdjustedCell.LOCAL, yuan(row.values().local()));
        return new Figures(true, numbers, "");
    }

    static Figures of(OwnRow row) {
        var numbers = new HashMap<AdjustedCell, Long>();
        put(numbers, AdjustedCell.QUANTITY, row.quantity());
        put(numbers, AdjustedCell.PROVINCIAL, yuan(row.funds()));
        return new Figures(row.undertaken(), numbers, row.bodies());
    }

    /**
     * @param prefix {@code before_} or {@code after_}
     */
    static Figures read(ResultSet row, String prefix) throws SQLException {
        var numbers = new HashMap<AdjustedCell, Long>();
        for (var cell : AdjustedCell.values()) {
            if (cell != AdjustedCell.BODIES) {
                put(numbers, cell, row.getObject(prefix + cell.key(), Long.class));
            }
        }
        return new Figures(
                row.getBoolean(prefix + "undertaken"), numbers, row.getString(prefix + "bodies"));
    }

    Values values() {
        return Values.of(
                numbers.get(AdjustedCell.QUANTITY),
                numbers.get(AdjustedCell.SELF_RAISED),
                numbers.get(AdjustedCell.INDUSTRY),
                numbers.get(AdjustedCell.SPONSOR),
                numbers.get(AdjustedCell.LOCAL));
    }

    public @Nullable Long number(AdjustedCell cell) {
        return numbers.get(cell);
    }

    @Nullable Amount amount(AdjustedCell cell) {
        var yuan = numbers.get(cell);
        return yuan == null ? null : new Amount(yuan);
    }

    /** As a person types it; empty where it is blank. */
    public String plain(AdjustedCell cell) {
        return switch (cell) {
            case BODIES -> bodies;
            case QUANTITY -> Objects.toString(numbers.get(cell), "");
            case SELF_RAISED, INDUSTRY, SPONSOR, LOCAL, PROVINCIAL -> {
                var amount = amount(cell);
                yield amount == null ? "" : amount.plain();
            }
        };
    }

    /** As a person reads it; empty where it is blank. */
    public String shown(AdjustedCell cell) {
        return switch (cell) {
            case BODIES -> bodies;
            case QUANTITY -> {
                var quantity = numbers.get(cell);
                yield quantity == null ? "" : String.format(Locale.ROOT, "%,d", quantity);
            }
            case SELF_RAISED, INDUSTRY, SPONSOR, LOCAL, PROVINCIAL ->
                    Objects.toString(amount(cell), "");
        };
    }

    private static @Nullable Long yuan(@Nullable Amount amount) {
        return amount == null ? null : amount.yuan();
    }

    private static void put(
            Map<AdjustedCell, Long> numbers, AdjustedCell cell, @Nullable Long number) {
        if (number != null) {
            numbers.put(cell, number);
        }
    }
}
