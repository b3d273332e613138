package org.chengjie.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.chengjie.shared.Wall;
import org.jspecify.annotations.Nullable;

/**
 * A connection that tells the database the reach of the thread that works on it before the first
 * statement, and again only when another reach takes its turn: most statements cost no more than
 * without. The one place that sets it (spec X2).
 */
final class WalledConnection implements InvocationHandler {

    private static final String TELL = "select set_config('chengjie.reach', ?, false)";

    /** A statement with this in it tells the reach of its thread itself, which spares a trip. */
    private static final String TELLS_ITSELF = "set_config('chengjie.reach', ";

    /**
     * A statement with this in it is a function's that steps over the wall itself: it needs none.
     */
    private static final String ANY_REACH = "/* any reach */";

    private static final Set<String> STATEMENTS =
            Set.of("prepareStatement", "createStatement", "prepareCall");

    /** After these the database may have gone back to an earlier reach. */
    private static final Set<String> ENDINGS = Set.of("rollback", "releaseSavepoint");

    private final Connection connection;
    private @Nullable PreparedStatement tell;
    private @Nullable String told;

    private WalledConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new WalledConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
            throws Throwable {
        if (STATEMENTS.contains(method.getName())) {
            AtCommit.send(connection, "");
            if (has(TELLS_ITSELF, given)) {
                told = Wall.reach();
            } else if (!has(ANY_REACH, given)) {
                tell(Wall.reach());
            }
        } else if (ENDINGS.contains(method.getName())) {
            told = null;
        }
        try {
            return method.invoke(connection, given);
        } catch (InvocationTargetException failed) {
            // A commit that fails is a rollback.
            told = null;
            throw failed.getCause();
        }
    }

    private static boolean has(String mark, @Nullable Object @Nullable [] given) {
        return given != null
                && given.length > 0
                && given[0] instanceof String sql
                && sql.contains(mark);
    }

    private void tell(String reach) throws SQLException {
        if (reach.equals(told)) {
            return;
        }
        told = null;
        if (tell == null) {
            tell = connection.prepareStatement(TELL);
        }
        tell.setString(1, reach);
        tell.execute();
        told = reach;
    }
}
