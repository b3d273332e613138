import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was offered and what became of it, by the moment it was due: the wait begins when somebody wanted to be served, not
 * when there was a connection free for it.
 */
final class Timeline {

    /** Milliseconds in a growing array: there are hundreds of thousands. */
    private static final class Taken {

        private int[] micros = new int[1024];
        private int count;

        void add(long nanos) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, 2 * count);
            }
            micros[count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
        }

        double at(int percent) {
            if (count == 0) {
                return 0;
            }
            var sorted = Arrays.copyOf(micros, count);
            Arrays.sort(sorted);
            return sorted[Math.min(count - 1, (int) ((long) count * percent / 100))] / 1000.0;
        }
    }

    private static final class Bucket {
        int offered;
        final Taken done = new Taken();
        final Taken refused = new Taken();
        final Map<String, Integer> failed = new TreeMap<>();
        final Taken bad = new Taken();
    }

    private final long begun;
    private final long width;
    private final List<Map<String, Bucket>> buckets = new ArrayList<>();
    private final Map<Integer, String> notes = new TreeMap<>();

    Timeline(long begun, int seconds) {
        this.begun = begun;
        width = seconds * 1_000_000_000L;
    }

    synchronized void offered(String kind, long due) {
        bucket(kind, due).offered++;
    }

    synchronized void done(String kind, long due) {
        bucket(kind, due).done.add(System.nanoTime() - due);
    }

    /** By the rules, in words: the window is closed. */
    synchronized void refused(String kind, long due) {
        bucket(kind, due).refused.add(System.nanoTime() - due);
    }

    synchronized void failed(String kind, long due, String why) {
        var bucket = bucket(kind, due);
        bucket.failed.merge(why, 1, Integer::sum);
        bucket.bad.add(System.nanoTime() - due);
    }

    /** Something happened now. */
    synchronized void note(String words) {
        notes.merge(number(System.nanoTime()), words, (one, other) -> one + ", " + other);
    }

    private int number(long due) {
        return (int) Math.max(0, (due - begun) / width);
    }

    private Bucket bucket(String kind, long due) {
        int number = number(due);
        while (buckets.size() <= number) {
            buckets.add(new TreeMap<>());
        }
        return buckets.get(number).computeIfAbsent(kind, _ -> new Bucket());
    }

    synchronized void print(PrintStream out, String kind) {
        out.printf("%n| s | %s offered | done | p50 ms | p95 ms | p99 ms | refused: closed | failed | slowest failure ms | |%n", kind);
        out.println("| --: | --: | --: | --: | --: | --: | --: | --- | --: | --- |");
        for (int i = 0; i < buckets.size(); i++) {
            var bucket = buckets.get(i).getOrDefault(kind, new Bucket());
            out.printf(
                    Locale.ROOT,
                    "| %d | %d | %d | %.0f | %.0f | %.0f | %d | %s | %.0f | %s |%n",
                    (i + 1) * width / 1_000_000_000L,
                    bucket.offered, bucket.done.count, bucket.done.at(50), bucket.done.at(95), bucket.done.at(99),
                    bucket.refused.count, words(bucket.failed), bucket.bad.at(100), notes.getOrDefault(i, ""));
        }
    }

    /** Of all kinds, in the whole steps of the table between one second and another. */
    synchronized void sum(PrintStream out, String title, int from, int to) {
        out.printf("%n| %s | offered | done | per s | p50 ms | p95 ms | p99 ms | refused: closed | failed |%n", title);
        out.println("| --- | --: | --: | --: | --: | --: | --: | --: | --- |");
        var all = new TreeMap<String, Bucket>();
        int first = (int) (from * 1_000_000_000L / width);
        int last = (int) Math.min(buckets.size(), to * 1_000_000_000L / width);
        double told = Math.max(1, last - first) * (width / 1e9);
        for (var each : buckets.subList(Math.min(first, last), last)) {
            each.forEach((kind, bucket) -> {
                var sum = all.computeIfAbsent(kind, _ -> new Bucket());
                sum.offered += bucket.offered;
                for (int i = 0; i < bucket.done.count; i++) {
                    sum.done.add(bucket.done.micros[i] * 1000L);
                }
                for (int i = 0; i < bucket.refused.count; i++) {
                    sum.refused.add(bucket.refused.micros[i] * 1000L);
                }
                bucket.failed.forEach((why, count) -> sum.failed.merge(why, count, Integer::sum));
            });
        }
        all.forEach((kind, sum) -> out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.1f | %.0f | %.0f | %.0f | %d | %s |%n",
                kind, sum.offered, sum.done.count, sum.done.count / told,
                sum.done.at(50), sum.done.at(95), sum.done.at(99), sum.refused.count, words(sum.failed)));
    }

    private static String words(Map<String, Integer> failed) {
        var words = new StringBuilder();
        failed.forEach((why, count) -> words.append(words.isEmpty() ? "" : ", ").append(count).append(" × ").append(why));
        return words.toString();
    }
}
