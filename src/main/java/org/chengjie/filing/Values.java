package org.chengjie.filing;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chengjie.plan.Item;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The five cells of a row as far as they are filled in; null is a blank, which is not the same as 0
 * (spec F2, F8).
 *
 * @param quantity 承接数量, at least 1
 */
public record Values(
        @Nullable Long quantity,
        @Nullable Amount selfRaised,
        @Nullable Amount industry,
        @Nullable Amount sponsor,
        @Nullable Amount local) {

    public static final Values BLANK = new Values(null, null, null, null, null);

    /** The amount of a source. */
    public @Nullable Amount amount(Cell source) {
        return switch (source) {
            case SELF_RAISED -> selfRaised;
            case INDUSTRY -> industry;
            case SPONSOR -> sponsor;
            case LOCAL -> local;
            case QUANTITY -> throw new IllegalArgumentException("A quantity is no amount");
        };
    }

    /** What a cell holds as a person types it; empty where it is blank. */
    public String plain(Cell cell) {
        if (cell == Cell.QUANTITY) {
            return quantity == null ? "" : quantity.toString();
        }
        var amount = amount(cell);
        return amount == null ? "" : amount.plain();
    }

    /** What a cell holds as a person reads it; empty where it is blank. */
    public String shown(Cell cell) {
        if (cell == Cell.QUANTITY) {
            return quantity == null ? "" : String.format(Locale.ROOT, "%,d", quantity);
        }
        return Objects.toString(amount(cell), "");
    }

    /** 汇总: the sum of the sources filled in so far (spec F3); null while all four are blank. */
    public @Nullable Amount total() {
        return Cell.SOURCES.stream()
                .map(this::amount)
                .filter(Objects::nonNull)
                .map(Amount.class::cast)
                .reduce(Amount::plus)
                .orElse(null);
    }

    /** The cells that the item still asks for, in their order (spec F8). */
    public List<Cell> missing(Item item) {
        return List.of(Cell.values()).stream()
                .filter(cell -> cell != Cell.QUANTITY || item.takesQuantity())
                .filter(cell -> plain(cell).isEmpty())
                .toList();
    }

    /** The cells in which the two differ. */
    public List<Cell> differences(Values other) {
        return List.of(Cell.values()).stream()
                .filter(cell -> !plain(cell).equals(other.plain(cell)))
                .toList();
    }

    /** These values with those cells replaced that {@code read} names. */
    Values with(Map<Cell, @Nullable Long> read) {
        var all = new EnumMap<Cell, @Nullable Long>(Cell.class);
        all.put(Cell.QUANTITY, quantity);
        for (var source : Cell.SOURCES) {
            var amount = amount(source);
            all.put(source, amount == null ? null : amount.yuan());
        }
        all.putAll(read);
        return of(
                all.get(Cell.QUANTITY),
                all.get(Cell.SELF_RAISED),
                all.get(Cell.INDUSTRY),
                all.get(Cell.SPONSOR),
                all.get(Cell.LOCAL));
    }

    public static Values of(
            @Nullable Long quantity,
            @Nullable Long selfRaised,
            @Nullable Long industry,
            @Nullable Long sponsor,
            @Nullable Long local) {
        return new Values(
                quantity, amount(selfRaised), amount(industry), amount(sponsor), amount(local));
    }

    private static @Nullable Amount amount(@Nullable Long yuan) {
        return yuan == null ? null : new Amount(yuan);
    }
}
