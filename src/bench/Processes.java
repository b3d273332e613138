import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The processes that take part, as Linux counts them under /proc: the product, PostgreSQL with its children, and this one. */
class Processes {

    /** The kernel tells user space hundredths of a second, whatever its own clock does. */
    private static final double MILLIS_OF_TICK = 10;

    private static final int OWN = 11;
    private static final int WITH_WAITED_FOR = 13;

    private final long product;
    private final long postmaster;

    Processes(long product, long postmaster) {
        this.product = product;
        this.postmaster = postmaster;
    }

    /** Since each began; of PostgreSQL and of this process also what children used that have ended. */
    Cpu cpu() {
        double database = children().mapToDouble(pid -> millis(pid, OWN)).sum() + millis(postmaster, OWN) + millis(postmaster, WITH_WAITED_FOR);
        long self = ProcessHandle.current().pid();
        return new Cpu(millis(product, OWN), database, millis(self, OWN) + millis(self, WITH_WAITED_FOR));
    }

    /** Resident memory of the product in MB, and the most that it has ever been. */
    String product() {
        return "%d MB, at most %d MB".formatted(megabytes(product, "status", "VmRSS:"), megabytes(product, "status", "VmHWM:"));
    }

    /** Resident memory of all of PostgreSQL, what its processes share counted once. */
    String database() {
        return LongStream.concat(LongStream.of(postmaster), children().mapToLong(Long::longValue))
                        .map(pid -> megabytes(pid, "smaps_rollup", "Pss:"))
                        .sum()
                + " MB";
    }

    private Stream<Long> children() {
        return ProcessHandle.of(postmaster).orElseThrow().children().map(ProcessHandle::pid);
    }

    /** Two fields of the process's statistics, in user and in system mode; the name before them may have blanks. */
    private static double millis(long pid, int field) {
        var stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * MILLIS_OF_TICK;
    }

    private static long megabytes(long pid, String file, String name) {
        return read(pid, file).lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** A backend may have ended meanwhile. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException broken) {
            if (!ProcessHandle.of(pid).isPresent()) {
                return "";
            }
            throw new UncheckedIOException(broken);
        }
    }
}
