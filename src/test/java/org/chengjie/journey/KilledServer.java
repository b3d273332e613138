package org.chengjie.journey;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.chengjie.Chengjie;
import org.springframework.util.FileSystemUtils;

/**
 * The product in a process of its own, on a database of its own, which can be killed like a machine
 * that loses its power.
 */
final class KilledServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Path DATA = Path.of("target", "killed-server");

    private final int port = freePort();
    private Process process;

    KilledServer() {
        FileSystemUtils.deleteRecursively(DATA.toFile());
        process = start();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** {@code kill -9} */
    void dies() {
        process.destroyForcibly();
        await(process);
    }

    void comesBack() {
        process = start();
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private Process start() {
        try {
            var started =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Chengjie.class.getName(),
                                    "--server.port=" + port,
                                    "--chengjie.captcha=off",
                                    "--chengjie.demo=on",
                                    "--chengjie.data=" + DATA)
                            .redirectErrorStream(true)
                            .redirectOutput(DATA.resolveSibling("killed-server.log").toFile())
                            .start();
            awaitAnswer(started);
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer(Process started) {
        var end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("The product does not start");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean answers() {
        try {
            var asked = (HttpURLConnection) URI.create(address() + "/").toURL().openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void await(Process ending) {
        try {
            ending.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
