package org.chengjie.report.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/**
 * The order of a province's cities: that of their codes; then those that the register does not know
 * as cities, as a dictionary has them, and 省直 last.
 */
record CityOrder(Map<String, String> codes) implements Comparator<String> {

    private static final String NO_CITY = "省直";

    CityOrder {
        codes = Map.copyOf(codes);
    }

    @Override
    public int compare(String one, String other) {
        return Comparator.comparing((String name) -> name.equals(NO_CITY))
                .thenComparing(name -> !codes.containsKey(name))
                .thenComparing(name -> codes.getOrDefault(name, ""))
                .thenComparing(Collator.getInstance(Locale.CHINA))
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }
}
