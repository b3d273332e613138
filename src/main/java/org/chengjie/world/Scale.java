package org.chengjie.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * How large a generated world is; the same scale makes the same schools with the same figures, but
 * for the days, which lie around today.
 *
 * @param rows how many rows a school has on average, those that have none counted too
 * @param filing which part of the schools has filed something
 * @param means what a row asks of each source on average
 * @param slip what the amounts of somebody who typed 元 for 万元 are multiplied by
 * @param totals what the whole sums to, to the yuan; null where it is left to chance
 */
public record Scale(
        List<Share> shares,
        double rows,
        double filing,
        Means means,
        int slip,
        @Nullable Totals totals) {

    /** A province, by its code, and how many schools it has. */
    public record Share(String province, int schools) {}

    /** Averages of the four sources, in yuan. */
    public record Means(double selfRaised, double industry, double sponsor, double local) {

        /** The published totals of the country, over its 128,000 rows. */
        static final Means PUBLISHED = new Means(936_000, 220_000, 152_000, 770_000);
    }

    /** Sums of the five sources, in yuan. */
    public record Totals(
            long selfRaised, long industry, long sponsor, long local, long provincial) {

        /** As published: together 3,074.53 亿元. */
        public static final Totals PUBLISHED =
                new Totals(
                        119_849_000_000L,
                        28_163_000_000L,
                        19_397_000_000L,
                        98_504_000_000L,
                        41_540_000_000L);

        long[] ofSchools() {
            return new long[] {selfRaised, industry, sponsor, local};
        }
    }

    private static final int LARGEST_PROVINCE = 600;
    private static final int COUNTRY = 12_700;
    private static final int ROWS = 28;
    private static final double FILING = 0.92;

    /** Besides its real colleges, every province weighs so much: the small have 中职, too. */
    private static final int EVERY_PROVINCE = 40;

    /** One province as large as the largest are. */
    public static Scale province() {
        return province(LARGEST_PROVINCE);
    }

    /** The same with fewer schools, or more. */
    public static Scale province(int schools) {
        return province(DemoWorld.SECOND_PROVINCE, schools);
    }

    /** One province, by its code. */
    public static Scale province(String code, int schools) {
        return new Scale(
                List.of(new Share(code, schools)), ROWS, FILING, Means.PUBLISHED, 10_000, null);
    }

    /**
     * The 32 provinces with their real colleges, and so many other schools that there are 12,700
     * times the size; whatever the size, the totals are the published ones.
     */
    public static Scale country(double size) {
        var colleges =
                Shipped.rows("world/colleges.csv").stream()
                        .collect(
                                Collectors.groupingBy(
                                        college -> college.get("filing_unit"),
                                        Collectors.counting()));
        var provinces = Shipped.rows("organisation/provinces.csv");
        long weight = provinces.stream().mapToLong(province -> weight(province, colleges)).sum();
        long schools = Math.round(COUNTRY * size);
        var shares = new ArrayList<Share>();
        long given = 0;
        long weighed = 0;
        for (var province : provinces) {
            weighed += weight(province, colleges);
            long upTo = schools * weighed / weight;
            shares.add(new Share(province.get("code"), (int) (upTo - given)));
            given = upTo;
        }
        return new Scale(shares, ROWS, FILING, Means.PUBLISHED, 3, Totals.PUBLISHED);
    }

    private static long weight(CSVRecord province, Map<String, Long> colleges) {
        return EVERY_PROVINCE + colleges.getOrDefault(province.get("name"), 0L);
    }

    /** By the name that {@code bin/world} knows it by; null where it knows none. */
    static @Nullable Scale named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "province" -> province();
            case "tenth" -> country(0.1);
            case "national" -> country(1);
            case "10x" -> country(10);
            default -> null;
        };
    }

    Stream<String> provinces() {
        return shares.stream().map(Share::province);
    }
}
