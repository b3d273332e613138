package org.chengjie.world;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Chance for generated worlds, as SQL functions of this session: a hash of a text and a salt, so
 * that it falls alike every time and everywhere.
 */
final class Chance {

    private static final List<String> FUNCTIONS =
            List.of(
                    """
                    create function pg_temp.chance(key text, salt int) returns float8 language sql immutable parallel safe
                    return (hashtextextended(key, salt) & 4294967295)::float8 / 4294967296
                    """,
                    """
                    create function pg_temp.bell(key text, salt int) returns float8 language sql immutable parallel safe
                    return sqrt(-2 * ln(1 - pg_temp.chance(key, salt))) * cos(2 * pi() * pg_temp.chance(key, salt + 1000))
                    """,
                    // Log-normal around a mean, or nothing at all; written as people write it:
                    // tenths of 万元, or whole 万元.
                    """
                    create function pg_temp.amount(key text, salt int, zeros float8, mean float8) returns bigint
                    language sql immutable parallel safe
                    return case when pg_temp.chance(key, salt) < zeros then 0
                                else round(least(mean / (1 - zeros) * exp(1.1 * pg_temp.bell(key, salt + 1) - 0.605), 9e9)
                                           / case when mean < 300000 then 1000 else 10000 end)::bigint
                                     * case when mean < 300000 then 1000 else 10000 end end
                    """,
                    // What the part of a whole is of another whole, to 0.1 万元.
                    """
                    create function pg_temp.part(part numeric, whole numeric, wanted numeric) returns bigint
                    language sql immutable parallel safe
                    return 1000 * round(part::float8 / whole::float8 * (wanted::float8 / 1000))::bigint
                    """);

    private Chance() {}

    static void define(JdbcClient jdbc) {
        FUNCTIONS.forEach(function -> jdbc.sql(function).update());
    }

    static void drop(JdbcClient jdbc) {
        jdbc.sql("drop function pg_temp.part, pg_temp.amount, pg_temp.bell, pg_temp.chance")
                .update();
    }
}
