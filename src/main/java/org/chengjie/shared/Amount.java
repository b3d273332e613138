package org.chengjie.shared;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A sum of money in whole yuan, shown in 万元 with at most four decimals; exact, never negative (spec
 * F2, F3).
 *
 * @param yuan whole yuan, at least 0
 */
public record Amount(long yuan) implements Comparable<Amount> {

    public static final Amount ZERO = new Amount(0);

    /** The most a single cell may hold: 9,999,999.9999 万元. */
    public static final Amount MOST_IN_A_CELL = new Amount(99_999_999_999L);

    public Amount {
        if (yuan < 0) {
            throw new IllegalArgumentException("An amount is never negative: " + yuan);
        }
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(yuan, other.yuan));
    }

    /** The number of 万元, exactly. */
    public BigDecimal wan() {
        return BigDecimal.valueOf(yuan, 4).stripTrailingZeros();
    }

    /** As a person types it: {@code 1046.5}. */
    public String plain() {
        return wan().toPlainString();
    }

    /** As a person reads it: {@code 1,046.5}. */
    @Override
    public String toString() {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(wan());
    }

    @Override
    public int compareTo(Amount other) {
        return Long.compare(yuan, other.yuan);
    }
}
