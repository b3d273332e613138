import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** PostgreSQL alone: the shortest statements that read or write the rows that the product does, on the same server. */
class Alone implements AutoCloseable {

    private final Connection connection;
    private final Map<String, String> words = new LinkedHashMap<>();

    Alone(Server server) throws SQLException {
        connection = DriverManager.getConnection(server.url(), Server.USER, server.password());
    }

    /** From now on {@code $name} in a statement is this text. */
    void name(String name, String text) {
        words.put("$" + name, "'" + text.replace("'", "''") + "'");
    }

    /** Reads every column of every row. */
    int read(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(filled(sql));
                var rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            int count = 0;
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                count++;
            }
            return count;
        }
    }

    /** Writes in one transaction, and takes it back. */
    void write(String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (var sql : statements) {
                execute(sql);
            }
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(filled(sql));
        }
    }

    /** Streams rows out as the server itself does. */
    void copy(String query) throws Exception {
        connection.unwrap(PGConnection.class).getCopyAPI()
                .copyOut("copy (" + filled(query) + ") to stdout (format csv)", OutputStream.nullOutputStream());
    }

    int count(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    /** The first column of the first row; empty where that is null. */
    String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(filled(sql))) {
            if (!row.next()) {
                throw new IllegalStateException("Nothing of that kind: " + sql);
            }
            var text = row.getString(1);
            return text == null ? "" : text;
        }
    }

    private String filled(String sql) {
        var filled = sql;
        for (var word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
