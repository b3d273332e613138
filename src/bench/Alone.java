import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** PostgreSQL alone: the shortest statements that read or write the rows that the product does, on the same server. */
class Alone implements AutoCloseable {

    private final Connection connection;
    private String reach = "";

    /** The province that is looked at is the generated one; the password is where psql looks for it, too. */
    Alone(String address) throws SQLException {
        connection = DriverManager.getConnection(address, "app", System.getenv("PGPASSWORD"));
        reach = text("select path from organisation.unit where tier = 'PROVINCE' and code = '130000'");
    }

    /** Reads every column of every row; {@code $reach} in it is the province's path, {@code $end} the first that is not in it. */
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
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(filled(sql));
            }
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Streams rows out as the server itself does; says how many bytes. */
    long copy(String query) throws Exception {
        try (var out = new StringWriter()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + filled(query) + ") to stdout (format csv)", out);
            return out.getBuffer().length();
        }
    }

    int count(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    /** The first column of the first row. */
    String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(filled(sql))) {
            row.next();
            return row.getString(1);
        }
    }

    private String filled(String sql) {
        return reach.isEmpty()
                ? sql
                : sql.replace("$reach", "'" + reach + "'").replace("$end", "'" + reach.substring(0, reach.length() - 1) + "0'");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
