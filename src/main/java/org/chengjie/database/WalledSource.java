package org.chengjie.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens the pool's connections: each works as the lesser role, behind the wall. */
final class WalledSource extends DriverManagerDataSource {

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
        if (asRole) {
            try (var statement = connection.createStatement()) {
                statement.execute(WorkingRole.TAKE_ON);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return WalledConnection.around(connection);
    }
}
