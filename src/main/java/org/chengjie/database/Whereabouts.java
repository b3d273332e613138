package org.chengjie.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of this installation are, and the server that has to be stopped with it, if any.
 */
record Whereabouts(DatabaseUrl url, @Nullable EmbeddedServer server) implements AutoCloseable {

    private static final int OLDEST = 15;

    /** The server with this address; where it is blank, one of our own under this folder. */
    static Whereabouts of(String url, Path folder) {
        return url.isBlank() ? under(folder) : given(url);
    }

    static Whereabouts given(String url) {
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        refuseUnreachableOrOld(parsed);
        return new Whereabouts(parsed, null);
    }

    private static Whereabouts under(Path folder) {
        EmbeddedServer server = EmbeddedServer.open(folder);
        return new Whereabouts(server.url(EmbeddedServer.DATABASE), server);
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
