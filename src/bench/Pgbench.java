import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark, in a database of its own on the product's server: one row changed (-N), one row read (-S). */
class Pgbench implements AutoCloseable {

    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final String DATABASE = "bench";

    private final Path program;
    private final Server server;
    private final Alone alone;
    private final Measure measure;

    Pgbench(Path program, Server server, Alone alone, Measure measure) throws Exception {
        this.program = program;
        this.server = server;
        this.alone = alone;
        this.measure = measure;
        alone.execute("drop database if exists " + DATABASE);
        alone.execute("create database " + DATABASE);
        run("-i", "-s", "10", "-q");
        alone.execute("checkpoint");
    }

    /** Each kind for each number of clients; what it has left to be written is written before anything else is measured. */
    void run(String when, int... clients) throws Exception {
        for (int atOnce : clients) {
            for (var kind : List.of("-N", "-S")) {
                var before = measure.cpu();
                double tps = Double.parseDouble(
                        User.find(TPS, run(kind, "-c", "" + atOnce, "-j", "1", "-T", "" + measure.seconds())));
                double asked = tps * measure.seconds();
                var cpu = measure.cpu().since(before).each(asked);
                new Line("pgbench " + kind, when, atOnce, asked, Double.NaN, tps, Double.NaN, Double.NaN, Double.NaN, Double.NaN, cpu).print();
            }
        }
        alone.execute("checkpoint");
    }

    private String run(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString(), "-h", "127.0.0.1", "-p", "" + server.port(), "-U", Server.USER));
        command.addAll(Arrays.asList(options));
        command.add(DATABASE);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.password());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    @Override
    public void close() throws SQLException {
        alone.execute("drop database " + DATABASE);
    }
}
