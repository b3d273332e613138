import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PostgreSQL server that the product keeps in its data folder, as its own files tell it. */
record Server(long postmaster, int port, String password) {

    static final String USER = "app";

    private static final int LINE_OF_PORT = 3;

    static Server under(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("server/data/postmaster.pid"));
        return new Server(
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(LINE_OF_PORT).strip()),
                Files.readString(data.resolve("server/password")).strip());
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/chengjie";
    }
}
