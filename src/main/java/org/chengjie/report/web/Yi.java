package org.chengjie.report.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.provincial.Source;
import org.chengjie.shared.Amount;

/**
 * The five sources and their total in 亿元 with two decimals, rounded so that they still add up: the
 * total is rounded, and what is left over goes to the parts with the largest remainders.
 */
public record Yi(String total, Map<Source, String> parts) {

    private static final long UNIT = 1_000_000;

    public Yi {
        parts = Map.copyOf(parts);
    }

    static Yi of(FiveFunds funds) {
        long total = rounded(funds.total());
        var parts = new EnumMap<Source, Long>(Source.class);
        for (var source : Source.values()) {
            parts.put(source, funds.of(source).yuan() / UNIT);
        }
        long over = total - parts.values().stream().mapToLong(Long::longValue).sum();
        Arrays.stream(Source.values())
                .sorted(Comparator.comparingLong(source -> -(funds.of(source).yuan() % UNIT)))
                .limit(over)
                .forEach(source -> parts.merge(source, 1L, Long::sum));
        var shown = new EnumMap<Source, String>(Source.class);
        parts.forEach((source, part) -> shown.put(source, shown(part)));
        return new Yi(shown(total), shown);
    }

    public String part(Source source) {
        return Objects.requireNonNull(parts.get(source));
    }

    /** An amount alone. */
    static String of(Amount amount) {
        return shown(rounded(amount));
    }

    private static long rounded(Amount amount) {
        return (amount.yuan() + UNIT / 2) / UNIT;
    }

    private static String shown(long hundredths) {
        return String.format(Locale.ROOT, "%,d.%02d", hundredths / 100, hundredths % 100);
    }
}
