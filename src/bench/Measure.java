import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long things take, each for so many seconds, what CPU time they cost whom, and the lines that tell it. */
class Measure {

    /** Something done once, by whoever it is done by. */
    interface Act<W> {
        void by(W who) throws Exception;
    }

    /** Whoever reads beside others is measured so many times as long, for his 99th percentile. */
    private static final int LONGER = 3;

    /** The virtual machine compiles what it meets for a minute and more, on the processors that are measured. */
    private static final int WARMER = 4;

    private static final int WARM_AT_LEAST = 12;

    private final int seconds;
    private final String pattern;
    private final Processes processes;

    Measure(int seconds, String pattern, Processes processes) {
        this.seconds = seconds;
        this.pattern = pattern;
        this.processes = processes;
    }

    int seconds() {
        return seconds;
    }

    Cpu cpu() {
        return processes.cpu();
    }

    boolean wants(String name) {
        return name.contains(pattern);
    }

    /** Memory as it is at this moment. */
    void memory(String when) {
        Line.fact("resident, product " + when, processes.product());
        Line.fact("resident, PostgreSQL " + when, processes.database());
    }

    /** Until the virtual machine has compiled what counts; nothing is told. */
    <W> void warmUp(List<W> workers, Act<W> act, Act<W> undo) throws Exception {
        turn(workers, act, undo, Duration.ofSeconds(Math.max(WARM_AT_LEAST, seconds * WARMER)));
    }

    /** So many workers at once; {@code undo} makes the next turn possible and is not timed, but its CPU time counts. */
    <W> void atOnce(String name, List<W> workers, Act<W> act, Act<W> undo) throws Exception {
        if (wants(name)) {
            turn(workers, act, undo, Duration.ofMillis(seconds * 300L));
            var before = processes.cpu();
            var nanos = turn(workers, act, undo, Duration.ofSeconds(seconds));
            tell("school", name, workers.size(), Double.NaN, nanos, Double.NaN, processes.cpu().since(before).each(nanos.length));
        }
    }

    /** One who reads as often as he can while others work: both are told, but no CPU time, which cannot be shared out between them. */
    <W> void meanwhile(String name, Act<Void> read, String others, List<W> workers, Act<W> act, Act<W> undo) throws Exception {
        if (wants(name)) {
            var time = Duration.ofSeconds((long) seconds * LONGER);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var beside = threads.submit(() -> turn(workers, act, undo, time));
                var reads = threads.submit(() -> turn(Arrays.asList((Void) null), read, nobody -> {}, time));
                tell("meanwhile", name, 1, Double.NaN, reads.get(), Double.NaN, Cpu.UNKNOWN);
                tell("meanwhile", others, workers.size(), Double.NaN, beside.get(), Double.NaN, Cpu.UNKNOWN);
            }
        }
    }

    /** Beside what PostgreSQL alone takes for the same rows. */
    void beside(String group, String name, int rows, Act<Void> product, Act<Void> alone) throws Exception {
        if (wants(name)) {
            repeatedly(product, seconds * 1000L);
            var before = processes.cpu();
            var nanos = repeatedly(product, seconds * 1000L);
            var cpu = processes.cpu().since(before).each(nanos.length);
            repeatedly(alone, seconds * 100L);
            tell(group, name, 1, rows, nanos, at(repeatedly(alone, seconds * 300L), 50), cpu);
        }
    }

    /** The same of what can be done only once; PostgreSQL goes first, and takes back what it wrote. */
    void once(String group, String name, int rows, Act<Void> product, Act<Void> alone) throws Exception {
        if (wants(name)) {
            var itself = repeatedly(alone, 0);
            var before = processes.cpu();
            var nanos = repeatedly(product, 0);
            tell(group, name, 1, rows, nanos, at(itself, 50), processes.cpu().since(before));
        }
    }

    private static void tell(String group, String name, int workers, double rows, long[] nanos, double alone, Cpu cpu) {
        double busy = Arrays.stream(nanos).sum() / 1e9;
        new Line(group, name, workers, nanos.length, rows, nanos.length / busy * workers, at(nanos, 50), at(nanos, 95), at(nanos, 99), alone, cpu)
                .print();
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

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
