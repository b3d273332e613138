import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long things take, each for so many seconds, and the lines that tell it. */
class Measure {

    /** Something done once, by whoever it is done by. */
    interface Act<W> {
        void by(W who) throws Exception;
    }

    private final int seconds;
    private final String pattern;

    Measure(int seconds, String pattern) {
        this.seconds = seconds;
        this.pattern = pattern;
    }

    boolean wants(String name) {
        return name.contains(pattern);
    }

    /** So many workers at once; {@code undo} makes the next turn possible and is not counted. */
    <W> void atOnce(String name, List<W> workers, Act<W> act, Act<W> undo) throws Exception {
        if (wants(name)) {
            turn(workers, act, undo, Duration.ofMillis(seconds * 300L));
            var nanos = turn(workers, act, undo, Duration.ofSeconds(seconds));
            double busy = Arrays.stream(nanos).sum() / 1e9;
            System.out.printf("school\t%s\t%d\t%.1f\t%s%n", name, workers.size(), nanos.length / busy * workers.size(), percentiles(nanos));
        }
    }

    /** Beside what PostgreSQL alone takes for the same rows. */
    void beside(String name, int rows, Act<Void> product, Act<Void> alone) throws Exception {
        if (wants(name)) {
            repeatedly(product, seconds * 300L);
            var nanos = repeatedly(product, seconds * 1000L);
            repeatedly(alone, seconds * 100L);
            tell(name, rows, nanos, repeatedly(alone, seconds * 300L));
        }
    }

    /** The same of what can be done only once; PostgreSQL goes first, and takes back what it wrote. */
    void once(String name, int rows, Act<Void> product, Act<Void> alone) throws Exception {
        if (wants(name)) {
            var itself = repeatedly(alone, 0);
            tell(name, rows, repeatedly(product, 0), itself);
        }
    }

    private static void tell(String name, int rows, long[] product, long[] alone) {
        System.out.printf(
                "province\t%s\t%d\t%s\t%.2f\t%.0f%n",
                name, rows, percentiles(product), at(alone, 50), rows / (at(product, 50) / 1000));
    }

    private static long[] repeatedly(Act<Void> act, long millis) throws Exception {
        return turn(Arrays.asList((Void) null), act, nobody -> {}, Duration.ofMillis(millis));
    }

    private static <W> long[] turn(List<W> workers, Act<W> act, Act<W> undo, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var all = new ArrayList<Future<List<Long>>>();
            for (var worker : workers) {
                all.add(threads.submit(() -> {
                    var taken = new ArrayList<Long>();
                    do {
                        long start = System.nanoTime();
                        act.by(worker);
                        taken.add(System.nanoTime() - start);
                        undo.by(worker);
                    } while (System.nanoTime() < end);
                    return taken;
                }));
            }
            var nanos = new ArrayList<Long>();
            for (var one : all) {
                nanos.addAll(one.get());
            }
            return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        }
    }

    private static String percentiles(long[] sorted) {
        return "%.2f\t%.2f\t%.2f".formatted(at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
