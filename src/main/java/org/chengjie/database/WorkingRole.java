package org.chengjie.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role that the application works as: it owns no table, and no policy stands back for it. The
 * one that the address names migrates, and owns them.
 */
final class WorkingRole {

    static final String NAME = "chengjie_app";

    static final String TAKE_ON = "set role " + NAME;

    private static final Logger LOG = LoggerFactory.getLogger(WorkingRole.class);

    private WorkingRole() {}

    /** Makes it where it is missing; whether the application can work as it. */
    static boolean ready(DatabaseUrl owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            attempt(statement, "create role " + NAME + " nologin");
            if (!attempt(statement, TAKE_ON)) {
                attempt(statement, "grant " + NAME + " to current_user");
                if (!attempt(statement, TAKE_ON)) {
                    LOG.warn(
                            "数据库用户不能建立或使用角色 {}：平台以表的所有者身份工作，辖区策略仍然生效，但操作日志可被该用户修改。"
                                    + "请由数据库管理员执行 create role {} nologin; grant {} to 该用户，再重新启动。",
                            NAME,
                            NAME,
                            NAME);
                    return false;
                }
            }
            warnOfPower(statement);
            return true;
        }
    }

    private static void warnOfPower(Statement statement) throws SQLException {
        var powers =
                statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user");
        if (powers.next() && powers.getBoolean(1)) {
            LOG.warn("数据库角色 {} 是超级用户或可绕过行级策略，辖区策略不起作用。请收回这些权限。", NAME);
        }
    }

    /** Two nodes may start at once, and the role may be there: a failure is an answer. */
    private static boolean attempt(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            LOG.debug("{}: {}", sql, refused.getMessage());
            return false;
        }
    }
}
