package org.chengjie.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings a database to the state of this build, as the owner of the tables, with nothing hidden.
 * Each module's schema is made by its migrations; only Flyway's own history is in public. Where
 * nothing has changed since the last time, Flyway is not even asked: that takes it half a second.
 */
final class Migrations {

    private static final String PLACE = "classpath:db/migration";

    /** What was found the last time, kept as the comment of Flyway's table. */
    private static final String KEPT =
            "select obj_description(to_regclass('public.flyway_schema_history'), 'pg_class')";

    /**
     * All that Flyway or afterMigrate.sql would look at: what was applied, whose rights there are,
     * and which tables are behind the wall. A restored copy may have lost some of it.
     */
    private static final String STATE =
            """
            select md5(concat_ws('|',
                current_user, current_setting('server_version_num'),
                (select string_agg(concat_ws(' ', installed_rank, version, checksum, success), ',' order by installed_rank)
                   from public.flyway_schema_history),
                (select string_agg(concat_ws(' ', rolname, rolsuper, rolbypassrls), ',')
                   from pg_roles where rolname = 'chengjie_app'),
                (select string_agg(concat_ws(' ', n.nspname, n.nspowner::regrole, n.nspacl), ',' order by n.nspname)
                   from pg_namespace n where n.nspname !~ '^pg_'),
                (select string_agg(concat_ws(' ', n.nspname, c.relname, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions),
                                   ',' order by n.nspname, c.relname)
                   from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'S'))))
            """;

    private Migrations() {}

    static void apply(DatabaseUrl owner) throws SQLException {
        try (Connection connection = owner.connect()) {
            String build = build();
            String kept = text(connection, KEPT);
            if (kept != null && kept.equals(state(build, connection))) {
                return;
            }
            migrate(owner);
            keep(state(build, connection), connection);
        }
    }

    private static void migrate(DatabaseUrl owner) {
        var source = new DriverManagerDataSource(owner.jdbcUrl());
        source.setConnectionProperties(owner.account());
        Flyway.configure()
                .dataSource(source)
                .locations(PLACE)
                .defaultSchema("public")
                .cleanDisabled(true)
                // A migration is nobody's in particular.
                .initSql("set chengjie.reach = '/'")
                .load()
                .migrate();
    }

    private static String state(String build, Connection connection) throws SQLException {
        return build + " " + text(connection, STATE);
    }

    /** A comment takes no parameter; what is kept is of hexadecimal digits. */
    private static void keep(String state, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("comment on table public.flyway_schema_history is '" + state + "'");
        }
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }

    /** What this build's migrations say, and what they are called. */
    private static String build() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var scripts = new PathMatchingResourcePatternResolver().getResources(PLACE + "/*.sql");
            Arrays.sort(scripts, Comparator.comparing(Migrations::name));
            for (var script : scripts) {
                digest.update(name(script).getBytes(UTF_8));
                digest.update(script.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private static String name(Resource script) {
        return Objects.requireNonNull(script.getFilename());
    }
}
