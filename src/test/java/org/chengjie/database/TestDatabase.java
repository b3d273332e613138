package org.chengjie.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fresh, empty databases for tests: on one server of our own for the whole run, or on the one that
 * DATABASE_URL names, so that the same tests judge another version.
 */
public final class TestDatabase {

    private static final String PREFIX = "chengjie_test_";

    private static final DatabaseUrl SERVER = server(System.getenv("DATABASE_URL"));

    private static int count;

    private TestDatabase() {}

    /** The JDBC address, with user and password, of a database that nobody has used. */
    public static synchronized String freshDatabase() {
        String name = PREFIX + ProcessHandle.current().pid() + "_" + ++count;
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException("No fresh database on " + SERVER, e);
        }
        return address(name);
    }

    private static DatabaseUrl server(@Nullable String given) {
        DatabaseUrl server =
                given == null || given.isBlank() ? ownServer() : DatabaseUrl.parse(given);
        dropLeftovers(server);
        return server;
    }

    private static DatabaseUrl ownServer() {
        EmbeddedServer own = EmbeddedServer.open(Path.of("target", "test-postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(own::close));
        return own.url("postgres");
    }

    private static void dropLeftovers(DatabaseUrl server) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            List<String> leftovers = new ArrayList<>();
            var rows =
                    statement.executeQuery(
                            "select datname from pg_database where starts_with(datname, '"
                                    + PREFIX
                                    + "')");
            while (rows.next()) {
                leftovers.add(rows.getString(1));
            }
            for (String leftover : leftovers) {
                statement.execute("drop database " + leftover + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot clear " + server, e);
        }
    }

    private static String address(String name) {
        String url = SERVER.jdbcUrl();
        int options = url.indexOf('?');
        String before = options < 0 ? url : url.substring(0, options);
        StringBuilder address = new StringBuilder(before);
        address.setLength(before.lastIndexOf('/') + 1);
        address.append(name).append(options < 0 ? "?" : url.substring(options) + "&");
        return address.append(option("user", SERVER.user()))
                .append(option("password", SERVER.password()))
                .append("ApplicationName=test")
                .toString();
    }

    private static String option(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, UTF_8) + "&";
    }
}
