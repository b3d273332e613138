import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Processor time of the product, of its PostgreSQL, and of this process, as the kernel counts it. */
record Processors(long at, long product, long database, long client, long machine) {

    private static final long TICK_NANOS = 10_000_000;

    static Processors now(long product, long postmaster) throws IOException {
        return new Processors(System.nanoTime(), of(product), ofAll(postmaster), of(ProcessHandle.current().pid()), all());
    }

    /** How many processors each kept busy since then, and what a unit of the work cost. */
    String since(Processors before, long done) {
        double seconds = (at - before.at) / 1e9;
        double mine = (product - before.product) / 1e9;
        double its = (database - before.database) / 1e9;
        double clients = (client - before.client) / 1e9;
        return String.format(
                Locale.ROOT,
                "processors busy: product %.2f, PostgreSQL %.2f, this client %.2f, whole machine %.2f; per save %.2f + %.2f + %.2f ms",
                mine / seconds, its / seconds, clients / seconds, (machine - before.machine) / 1e9 / seconds,
                1000 * mine / Math.max(1, done), 1000 * its / Math.max(1, done), 1000 * clients / Math.max(1, done));
    }

    private static long of(long pid) throws IOException {
        var stat = Path.of("/proc", String.valueOf(pid), "stat");
        try {
            var fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_NANOS;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long ofAll(long postmaster) {
        return Stream.concat(ProcessHandle.of(postmaster).stream(), ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children))
                .mapToLong(process -> {
                    try {
                        return of(process.pid());
                    } catch (IOException ended) {
                        return 0;
                    }
                })
                .sum();
    }

    private static long all() throws IOException {
        var fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        long busy = 0;
        for (int i = 1; i < fields.length; i++) {
            if (i != 4 && i != 5) {
                busy += Long.parseLong(fields[i]);
            }
        }
        return busy * TICK_NANOS;
    }
}
