package org.chengjie.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Commits together with the writes that wait for it ({@link AtCommit}), in one trip. */
final class Transactions extends JdbcTransactionManager {

    Transactions(DataSource source) {
        super(source);
    }

    /**
     * The driver knows by the answer that no transaction is open any more, and commits no other.
     */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var transaction = (JdbcTransactionObjectSupport) status.getTransaction();
        var connection = transaction.getConnectionHolder().getConnection();
        try {
            AtCommit.send(connection, "commit");
        } catch (SQLException failed) {
            takeBack(connection, failed);
            throw translateException("JDBC commit", failed);
        }
        super.doCommit(status);
    }

    private static void takeBack(Connection connection, SQLException failed) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            failed.addSuppressed(broken);
        }
    }
}
