package org.chengjie.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server's main process, as its own file says.
 *
 * @param port where it listens, or 0 while it does not yet
 */
record Postmaster(long pid, int port) {

    private static final int LINE_OF_PORT = 3;

    /**
     * The living server of these data, if any. {@code pg_ctl status} would take any process with
     * that number for the server, and after the machine or its container was started anew that is
     * some other process; then PostgreSQL would refuse to start, so the stale file is removed.
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            if (!serves(pid, cluster)) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            int port = lines.size() > LINE_OF_PORT ? Integer.parseInt(lines.get(LINE_OF_PORT)) : 0;
            return Optional.of(new Postmaster(pid, port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException("Cannot read " + file, e);
        }
    }

    /** A killed process that nobody has waited for yet has no command line any more. */
    private static boolean serves(long pid, Path cluster) throws IOException {
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(commandLine.split("\0", -1)).contains(cluster.toString());
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
