package org.chengjie.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens the pool's connections: each works as the lesser role, behind the wall. */
final class WalledSource extends DriverManagerDataSource {

    /**
     * A question that is answered in some milliseconds is not worth starting other processes or a
     * compiler for, least of all while hundreds save.
     */
    private static final String PLAINLY = "set max_parallel_workers_per_gather = 0; set jit = off";

    private final boolean asRole;

    WalledSource(DatabaseUrl url, boolean asRole) {
        super(url.jdbcUrl());
        this.asRole = asRole;
        var account = url.account();
        account.setProperty("ApplicationName", "chengjie");
        setConnectionProperties(account);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(asRole ? PLAINLY + "; " + WorkingRole.TAKE_ON : PLAINLY);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return WalledConnection.around(connection);
    }
}
