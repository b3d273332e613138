package org.chengjie.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How large a generated world is; the same scale makes the same schools with the same figures, but
 * for the days, which lie around today.
 *
 * @param rows how many rows a school has on average, those that have none counted too
 * @param filing which part of the schools has filed something
 * @param means what a row asks of each source on average
 */
public record Scale(List<Share> shares, double rows, double filing, Means means) {

    /** A province, by its code, and how many schools it has. */
    public record Share(String province, int schools) {}

    /** Averages of the four sources, in yuan. */
    public record Means(double selfRaised, double industry, double sponsor, double local) {

        /** The published totals of the country, over its 128,000 rows. */
        static final Means PUBLISHED = new Means(936_000, 220_000, 152_000, 770_000);
    }

    private static final int LARGEST_PROVINCE = 600;
    private static final int ROWS = 28;

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
        return new Scale(List.of(new Share(code, schools)), ROWS, 0.92, Means.PUBLISHED);
    }

    /** By the name that {@code bin/world} knows it by; null where it knows none. */
    static @Nullable Scale named(String name) {
        return name.toLowerCase(Locale.ROOT).equals("province") ? province() : null;
    }

    Stream<String> provinces() {
        return shares.stream().map(Share::province);
    }
}
