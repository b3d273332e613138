package org.chengjie.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of this installation are, ready for this build.
 *
 * @param server the server that has to be stopped with it, if any
 * @param asRole whether the application can work as the lesser role there
 */
record Whereabouts(DatabaseUrl url, @Nullable EmbeddedServer server, boolean asRole)
        implements AutoCloseable {

    private static final int OLDEST = 15;

    /** The server with this address; where it is blank, one of our own under this folder. */
    static Whereabouts of(String url, Path folder) {
        return url.isBlank() ? under(folder) : given(url);
    }

    static Whereabouts given(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        refuseUnreachableOrOld(parsed);
        return ready(parsed, null);
    }

    private static Whereabouts under(Path folder) {
        EmbeddedServer server = EmbeddedServer.open(folder);
        try {
            return ready(server.url(EmbeddedServer.DATABASE), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The role first: a migration gives it its rights. */
    private static Whereabouts ready(DatabaseUrl url, @Nullable EmbeddedServer server) {
        try {
            boolean asRole = WorkingRole.ready(url);
            Migrations.apply(url);
            return new Whereabouts(url, server, asRole);
        } catch (SQLException e) {
            throw new NoDatabase(
                    "数据库没能准备好（" + url + "）：" + e.getMessage(), "请检查数据库的权限和日志，再重新启动。", e);
        }
    }

    private static void refuseUnreachableOrOld(DatabaseUrl url) {
        try (Connection connection = url.connect()) {
            refuseOld(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw new NoDatabase(
                    "连不上 DATABASE_URL 指定的数据库（" + url + "）：" + e.getMessage(),
                    "请检查数据库是否在运行，主机、端口、库名、用户和口令是否正确。",
                    e);
        }
    }

    static void refuseOld(int version) {
        if (version < OLDEST) {
            throw new NoDatabase(
                    "DATABASE_URL 指定的是 PostgreSQL " + version + "，太旧了。",
                    "请改用 PostgreSQL " + OLDEST + " 或更新的版本。");
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
