import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Normal work beside which something else goes on: a school that saves 20 times a second. For each line read, a number
 * of seconds, it prints how many saves there were, and the median, the 99th percentile and the worst in milliseconds.
 */
class Saves {

    private static final long PAUSE = 50;

    /** Arguments: the product's address and the code of a school with an initial password. */
    public static void main(String[] args) throws Exception {
        var school = new SchoolForm(args[0]);
        school.arrive("SCHOOL", args[1]);
        school.load();
        during(school, 5);
        System.out.println("ready");
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var taken = during(school, Integer.parseInt(line));
            System.out.printf("%d %d %d %d%n", taken.size(), at(taken, 50), at(taken, 99), at(taken, 100));
        }
    }

    private static List<Long> during(SchoolForm school, int seconds) throws Exception {
        var taken = new ArrayList<Long>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            school.save(SchoolForm.ALL);
            taken.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
            Thread.sleep(PAUSE);
        }
        taken.sort(null);
        return taken;
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
