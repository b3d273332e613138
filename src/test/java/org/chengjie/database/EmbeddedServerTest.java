package org.chengjie.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server for all, as each first start takes seconds; every test leaves it running. */
class EmbeddedServerTest {

    @TempDir static Path data;

    private static EmbeddedServer server;

    @BeforeAll
    static void startAfterAnInterruptedFirstStart() throws Exception {
        leaveHalfMade("server/unpacking123/bin");
        leaveHalfMade("server/data.new123/base");
        server = EmbeddedServer.open(data);
        execute("create table kept (line text)");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void redoesAnInterruptedFirstStart() {
        assertThat(data.resolve("server/unpacking123")).doesNotExist();
        assertThat(data.resolve("server/data.new123")).doesNotExist();
        assertThat(data.resolve("server/data/PG_VERSION")).exists();
    }

    @Test
    void keepsItsPasswordToItsOwner() throws IOException {
        assertThat(Files.getPosixFilePermissions(data.resolve("server/password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesAWrongPassword() {
        DatabaseUrl url = server.url("postgres");
        assertThatThrownBy(() -> new DatabaseUrl(url.jdbcUrl(), "app", "wrong").connect().close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void writesToTheDiskBeforeItSaysSo() throws SQLException {
        assertThat(ask("select current_setting('fsync') || current_setting('synchronous_commit')"))
                .isEqualTo("onon");
    }

    @Test
    void listensOnThisMachineOnly() throws SQLException {
        assertThat(ask("select current_setting('listen_addresses')")).isEqualTo("127.0.0.1");
        assertThat(ask("select current_setting('unix_socket_directories')")).isEmpty();
    }

    @Test
    void refusesASecondApplicationOnTheSameData() {
        assertThatThrownBy(() -> EmbeddedServer.open(data))
                .isInstanceOf(NoDatabase.class)
                .hasMessageStartingWith("这个数据目录正被另一个承接程序使用：");
    }

    @Test
    void adoptsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        execute("insert into kept values ('before the application was killed')");
        long pid = server.pid();
        server.close();
        KilledApplication.openAndKill(data);

        server = EmbeddedServer.open(data);

        assertThat(server.pid()).isNotEqualTo(pid).isEqualTo(KilledApplication.pidIn(data));
        assertThat(kept("before the application was killed")).isTrue();
    }

    @Test
    void keepsCommittedRowsWhenApplicationAndServerAreKilled() throws Exception {
        execute("insert into kept values ('before both were killed')");
        server.close();
        KilledApplication.openAndKill(data);
        kill(KilledApplication.pidIn(data));

        server = EmbeddedServer.open(data);

        assertThat(kept("before both were killed")).isTrue();
    }

    @Test
    void startsTheServerAgainThatWasKilledUnderARunningApplication() throws Exception {
        execute("insert into kept values ('before the server was killed')");
        kill(server.pid());

        assertThat(eventuallyKept("before the server was killed")).isTrue();
    }

    @Test
    void startsAlthoughTheNumberOfADeadServerBelongsToAnotherProcess() throws Exception {
        execute("insert into kept values ('before the machine started anew')");
        server.close();
        Files.writeString(
                data.resolve("server/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n0\n1\n\n127.0.0.1\n");

        server = EmbeddedServer.open(data);

        assertThat(kept("before the machine started anew")).isTrue();
    }

    private static void leaveHalfMade(String name) throws IOException {
        Path inner = Files.createDirectories(data.resolve(name));
        Files.writeString(inner.resolve("half"), "hal");
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static boolean kept(String line) throws SQLException {
        return ask("select count(*) from kept where line = '" + line + "'").equals("1");
    }

    private static boolean eventuallyKept(String line) throws Exception {
        for (int attempt = 0; attempt < 300; attempt++) {
            try {
                return kept(line);
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        return false;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.url(EmbeddedServer.DATABASE).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = server.url(EmbeddedServer.DATABASE).connect();
                Statement statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getString(1);
        }
    }
}
