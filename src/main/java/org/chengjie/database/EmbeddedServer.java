package org.chengjie.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, with its data under one folder; what was committed survives a
 * kill of the application, of the server, of both, and of a first start half-way.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "chengjie";
    static final String USE_A_SERVER = "请设置 DATABASE_URL，改用已有的 PostgreSQL 服务器。";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** A start that fails does so at once, so this many take some twenty seconds. */
    private static final int MOST_STARTS = 60;

    private final DataLock lock;
    private final Cluster cluster;
    private int port;
    private boolean closed;

    /** Takes the folder, adopts the server that still runs there, or starts one. */
    static EmbeddedServer open(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            folder = folder.toRealPath();
            DataLock lock = DataLock.take(folder);
            try {
                return new EmbeddedServer(folder, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new NoDatabase("自带的数据库没能在 " + folder + " 启动：" + e.getMessage(), USE_A_SERVER, e);
        }
    }

    private EmbeddedServer(Path data, DataLock lock) throws IOException, SQLException {
        this.lock = lock;
        cluster = Cluster.in(Files.createDirectories(data.resolve("server")));
        adoptOrStart();
        createDatabase();
    }

    DatabaseUrl url(String database) {
        return new DatabaseUrl(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                Cluster.USER,
                cluster.password());
    }

    /** The process to kill in a test of what survives it. */
    long pid() throws IOException {
        return cluster.postmaster().orElseThrow().pid();
    }

    /** Repeats itself, because a killed server takes a moment to go and a started one to answer. */
    private void adoptOrStart() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Exception trouble = new IOException("no answer");
        int starts = 0;
        while (System.nanoTime() < end && starts < MOST_STARTS) {
            try {
                Optional<Postmaster> living = cluster.postmaster();
                if (living.isEmpty()) {
                    starts++;
                    cluster.start(port == 0 ? freePort() : port);
                    continue;
                } else if (answers(living.get().port())) {
                    watch(living.get().pid());
                    return;
                }
            } catch (IOException | SQLException e) {
                trouble = e;
            }
            pause();
        }
        throw new IOException(trouble.getMessage() + " (" + cluster.log() + ")", trouble);
    }

    private boolean answers(int itsPort) throws SQLException {
        if (itsPort == 0) {
            return false;
        }
        port = itsPort;
        try (Connection connection = url("postgres").connect()) {
            return connection.isValid(5);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * A server that is killed under a running application comes back on the port the pool knows.
     */
    private void watch(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(process -> {
                    var _ = process.onExit().thenRunAsync(this::startAgain);
                });
    }

    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        try {
            adoptOrStart();
        } catch (IOException e) {
            LOG.error("自带的数据库停了，没能重新启动", e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = url("postgres").connect();
                Statement statement = connection.createStatement()) {
            String known = "select from pg_database where datname = '" + DATABASE + "'";
            if (!statement.executeQuery(known).next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            cluster.stop();
        } catch (IOException e) {
            LOG.warn("自带的数据库没能停下", e);
        }
    }
}
