package org.chengjie.database;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The embedded server on disk, and the commands that act on it.
 *
 * @param folder holds the programs, the data, the password and the log
 * @param data PostgreSQL's own folder; it exists only when it is whole
 */
record Cluster(Path folder, Path data, ServerAccount account, Path programs, String password) {

    static final String USER = "app";

    private static final String PASSWORD_FILE = "password";

    private static final String SETTINGS =
            " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                    + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                    + " -c shared_buffers=128MB -c max_connections=200";

    /** Opens what is there and makes what is missing. */
    static Cluster in(Path folder) throws IOException {
        ServerAccount account = ServerAccount.find(folder);
        Path programs = Binaries.in(folder);
        Path data = folder.resolve("data");
        var cluster = new Cluster(folder, data, account, programs, password(folder));
        if (!Files.exists(data)) {
            cluster.make();
        }
        return cluster;
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve(PASSWORD_FILE);
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePassword(file, Base64.getUrlEncoder().encode(random));
        }
        return Files.readString(file);
    }

    private static void writePassword(Path file, byte[] password) throws IOException {
        Path fresh = file.resolveSibling(PASSWORD_FILE + ".new");
        Files.deleteIfExists(fresh);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(password));
            channel.force(true);
        }
        Folders.rename(fresh, file);
    }

    /** The name is new each time: an initdb whose application was killed may still be writing. */
    private void make() throws IOException {
        Folders.deleteAll(folder, "data.new");
        Path fresh = Files.createTempDirectory(folder, "data.new");
        account.give(folder);
        run(
                "initdb",
                fresh,
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + folder.resolve(PASSWORD_FILE),
                "--no-instructions");
        Folders.rename(fresh, data);
    }

    /** The server that serves these data now, whoever started it. */
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(data);
    }

    void start(int port) throws IOException {
        account.give(folder);
        run(
                "pg_ctl",
                data,
                "-l",
                log().toString(),
                "-w",
                "-t",
                "110",
                "-o",
                "-p " + port + SETTINGS,
                "start");
    }

    void stop() throws IOException {
        if (postmaster().isPresent()) {
            run("pg_ctl", data, "-m", "fast", "-w", "stop");
        }
    }

    Path log() {
        return folder.resolve("server.log");
    }

    private void run(String program, Path on, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve(program).toString());
        command.addAll(List.of("-D", on.toString()));
        command.addAll(List.of(words));
        account.run(folder, command);
    }
}
