package org.chengjie.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.shared.Wall;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes of a transaction whose answer nobody waits for. They go to the database together with the
 * commit, in one trip ({@link Transactions}); where another statement comes first, before that one,
 * so that everything happens in the order in which it was asked for. Where one fails nothing of the
 * transaction is kept.
 */
@Component
public class AtCommit {

    /**
     * One statement, without a semicolon, with its values in the order of its question marks.
     *
     * @param reach behind which wall it was asked for
     */
    private record Write(String sql, List<Object> values, String reach) {}

    /** What waits, of the transaction that this thread is in. */
    private static final class Waiting implements TransactionSynchronization {

        private List<Write> writes = new ArrayList<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Waiting.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Waiting.class, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Waiting.class);
        }
    }

    /** Adds a write to the transaction that the caller is in. */
    public void write(String sql, Object... values) {
        var waiting = waiting();
        if (waiting == null) {
            waiting = new Waiting();
            TransactionSynchronizationManager.registerSynchronization(waiting);
            TransactionSynchronizationManager.bindResource(Waiting.class, waiting);
        }
        waiting.writes.add(new Write(sql.strip(), List.of(values), Wall.reach()));
    }

    /**
     * Sends what waits. The driver sends statements that are parted by semicolons as one message,
     * and prepares each under a name of its own. A connection that is in no transaction is not the
     * one that they wait for, but one that is used beside it.
     *
     * @param last a statement to go behind them; empty for none
     */
    static void send(Connection connection, String last) throws SQLException {
        var waiting = waiting();
        if (waiting == null || waiting.writes.isEmpty() || connection.getAutoCommit()) {
            return;
        }
        var writes = waiting.writes;
        waiting.writes = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < writes.size(); to++) {
            if (!writes.get(to).reach().equals(writes.get(from).reach())) {
                send(connection, writes.subList(from, to), "");
                from = to;
            }
        }
        send(connection, writes.subList(from, writes.size()), last);
    }

    private static void send(Connection connection, List<Write> alike, String last)
            throws SQLException {
        var sql = alike.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        try (var _ = Wall.again(alike.getFirst().reach());
                var statement =
                        connection.prepareStatement(last.isEmpty() ? sql : sql + ";\n" + last)) {
            int place = 0;
            for (var write : alike) {
                for (var value : write.values()) {
                    statement.setObject(++place, value);
                }
            }
            statement.execute();
        }
    }

    private static @Nullable Waiting waiting() {
        return (Waiting) TransactionSynchronizationManager.getResource(Waiting.class);
    }
}
