import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The last hour before the window ends, in minutes: schools save, open their form, sign in and submit while the window closes,
 * and offices export and look on. Usage: {@code java Deadline.java http://127.0.0.1:PORT jdbc:postgresql:… CODES PROVINCES
 * RATES SECONDS}: files with the codes of schools that may file and of provinces, the saves a second, by comma, and how long
 * each of them is offered; the window ends in the middle of the last. It signs in, says ready, and reads a line: the second
 * at which the window ends, the processes of the product and of PostgreSQL, and where the database is by then. Exit status 1
 * where something acknowledged is not stored, something was taken after the end, or an answer was no clear one. The time that
 * is left until the load begins goes by with the same, untold, for a product that has just started is slow.
 */
final class Deadline {

    /** Of so many saves a school signs in once, opens its form twice and submits once: a save every six seconds for an hour. */
    private static final double SAVES_OF_A_SCHOOL = 600;

    /** A divisor of half the time for which a rate is offered, or the last would be told of too short a time. */
    private static final int BUCKET = 5;
    private static final long SECOND = 1_000_000_000L;

    private final Crowd crowd;
    private final Offices offices;
    private final List<Integer> rates;
    private final int seconds;
    private final long lastEntry;

    private Deadline(String site, String database, Path codes, Path provinces, String rates, int seconds) throws Exception {
        try (var ledger = new Ledger(database)) {
            lastEntry = ledger.lastEntry();
        }
        crowd = new Crowd(site, Files.readAllLines(codes), "rehearse2026");
        crowd.prepare();
        offices = new Offices(site);
        var looking = Files.readAllLines(provinces);
        offices.signIn(looking, !looking.isEmpty());
        this.rates = Stream.of(rates.split(",")).map(Integer::valueOf).toList();
        this.seconds = seconds;
    }

    static void main(String[] args) throws Exception {
        var hour = new Deadline(args[0], args[1], Path.of(args[2]), Path.of(args[3]), args[4], Integer.parseInt(args[5]));
        System.out.println("ready");
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine().split(" ");
        var end = Instant.ofEpochSecond(Long.parseLong(told[0]));
        hour.go(end, new Processes(Long.parseLong(told[1]), Long.parseLong(told[2])));
        System.exit(hour.verdict(told[3], end) ? 0 : 1);
    }

    private void go(Instant end, Processes processes) throws Exception {
        crowd.rest(500);
        crowd.ends(end);
        crowd.come(Crowd.SAVE, rates.getFirst());
        offices.begin(new Timeline(System.nanoTime(), BUCKET));
        int whole = seconds * rates.size();
        long millis = end.minusSeconds(whole - seconds / 2).toEpochMilli() - Instant.now().toEpochMilli();
        long begun = System.nanoTime() + millis * 1_000_000;
        crowd.run(begun);
        var timeline = new Timeline(begun, BUCKET);
        crowd.timeline = timeline;
        offices.tell(timeline);
        var costs = new ArrayList<String>();
        for (int i = 0; i < rates.size(); i++) {
            offer(rates.get(i));
            long ended = begun + (i + 1) * seconds * SECOND;
            var before = processes.cpu();
            long saved = sum(filer -> filer.saves);
            long since = System.nanoTime();
            if (i == rates.size() - 1) {
                crowd.run(ended - seconds * SECOND * 3 / 4);
                crowd.leaveSubmitted();
                ended -= seconds * SECOND / 2;
            }
            crowd.run(ended);
            costs.add(told(rates.get(i), processes.cpu().since(before), sum(filer -> filer.saves) - saved, System.nanoTime() - since));
        }
        timeline.note("the window has ended");
        crowd.run(begun + whole * SECOND);
        offices.leave();
        crowd.drain();

        timeline.print(System.out, Crowd.SAVE);
        for (int i = 0; i < rates.size(); i++) {
            int to = (i + 1) * seconds - (i == rates.size() - 1 ? seconds / 2 : 0);
            timeline.sum(System.out, rates.get(i) + " saves a second", i * seconds, to);
        }
        timeline.sum(System.out, "after the end", whole - seconds / 2, whole);
        System.out.println("\n| saves a second: offered | processors busy: product | PostgreSQL | this client | ms of processor a save: product | PostgreSQL | this client |");
        System.out.println("| --: | --: | --: | --: | --: | --: | --: |");
        costs.forEach(System.out::println);
    }

    private void offer(int rate) {
        crowd.come(Crowd.SAVE, rate);
        crowd.come(Crowd.PAGE, 2 * rate / SAVES_OF_A_SCHOOL);
        crowd.come(Crowd.SIGN_IN, rate / SAVES_OF_A_SCHOOL);
        crowd.come(Crowd.SUBMIT, rate / SAVES_OF_A_SCHOOL);
        crowd.timeline.note(rate + " saves a second offered");
    }

    private static String told(int rate, Cpu used, long saves, long nanos) {
        var busy = used.each(nanos / 1e6);
        var each = used.each(Math.max(1, saves));
        return "| %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |"
                .formatted(rate, busy.product(), busy.database(), busy.client(), each.product(), each.database(), each.client());
    }

    private long sum(ToLongFunction<Filer> count) {
        return crowd.filers.stream().mapToLong(count).sum();
    }

    private boolean verdict(String database, Instant end) throws Exception {
        var wrong = new ArrayList<>(crowd.complaints);
        try (var ledger = new Ledger(database)) {
            wrong.addAll(ledger.compare(crowd.filers, lastEntry));
            wrong.addAll(ledger.halves());
            wrong.addAll(ledger.after(end));
        }
        System.out.printf(
                Locale.ROOT,
                "%nledger: %d schools, %d saves and %d submits acknowledged, %d and %d without an answer%n",
                crowd.filers.size(), sum(filer -> filer.saves), sum(filer -> filer.submits),
                sum(filer -> filer.doubtfulSaves), sum(filer -> filer.doubtfulSubmits));
        wrong.stream().limit(20).forEach(what -> System.out.println("WRONG: " + what));
        System.out.println(
                wrong.isEmpty() ? "every acknowledged save and submit is stored, and none was taken after the end" : wrong.size() + " things are wrong");
        return wrong.isEmpty();
    }
}
