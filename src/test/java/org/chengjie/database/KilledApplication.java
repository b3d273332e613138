package org.chengjie.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second process that opens the data and is killed before it can stop anything. */
final class KilledApplication {

    private KilledApplication() {}

    static void main(String[] args) throws Exception {
        EmbeddedServer.open(Path.of(args[0]));
        System.out.println("open");
        Thread.sleep(Long.MAX_VALUE);
    }

    static void openAndKill(Path data) throws IOException, InterruptedException {
        Process application =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledApplication.class.getName(),
                                data.toString())
                        .redirectErrorStream(true)
                        .start();
        try (var lines = application.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.equals("open")) {
                System.out.println(line);
                line = lines.readLine();
            }
        }
        application.destroyForcibly().waitFor();
    }

    static long pidIn(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("server/data/postmaster.pid")).getFirst());
    }
}
