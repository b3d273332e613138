import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The last hour before the window ends, in minutes: schools save, open their form, sign in and submit while the window closes,
 * and offices export and look on. Usage: {@code java Deadline.java http://127.0.0.1:PORT jdbc:postgresql:… CODES PROVINCES
 * RATES SECONDS}: files with the codes of schools that may file and of provinces, the saves a second, by comma, and how long
 * each of them is offered; the window ends in the middle of the last. It signs in, says ready, and reads a line: the second
 * at which the window ends, the processes of the product and of PostgreSQL, and where the database is by then. Exit status 1 where something acknowledged is
 * not stored, something was taken after the end, or an answer was no clear one. The time that is left until the load begins goes
 * by with saves that are not told, for a product that has just started is slow.
 */
public final class Deadline {

    /** Of so many saves a school signs in once, opens its form twice and submits once: a save every six seconds for an hour. */
    private static final double SAVES_OF_A_SCHOOL = 600;

    private static final int BUCKET = 10;

    private Deadline() {}

    static void main(String[] args) throws Exception {
        var site = args[0];
        var rates = List.of(args[4].split(",")).stream().map(Double::valueOf).toList();
        int seconds = Integer.parseInt(args[5]);
        long lastEntry;
        try (var ledger = new Ledger(args[1])) {
            lastEntry = ledger.lastEntry();
        }
        var crowd = new Crowd(site, Files.readAllLines(Path.of(args[2])), "rehearse2026");
        crowd.prepare();
        var offices = new Offices(site);
        offices.signIn(Files.readAllLines(Path.of(args[3])), !Files.readAllLines(Path.of(args[3])).isEmpty());
        System.out.println("ready");
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine().split(" ");
        var end = Instant.ofEpochSecond(Long.parseLong(told[0]));
        long product = Long.parseLong(told[1]);
        long postmaster = Long.parseLong(told[2]);

        long length = (long) seconds * 1_000_000_000L;
        var begin = end.minusSeconds((long) seconds * rates.size() - seconds / 2);
        crowd.rest(500);
        crowd.come(Crowd.SAVE, rates.getFirst());
        crowd.ends(end);
        long begun = System.nanoTime() + (begin.toEpochMilli() - Instant.now().toEpochMilli()) * 1_000_000;
        crowd.run(begun);
        var timeline = new Timeline(begun, BUCKET);
        crowd.timeline = timeline;
        offices.begin(timeline);
        var costs = new ArrayList<String>();
        for (int i = 0; i < rates.size(); i++) {
            double rate = rates.get(i);
            crowd.come(Crowd.SAVE, rate);
            crowd.come(Crowd.PAGE, 2 * rate / SAVES_OF_A_SCHOOL);
            crowd.come(Crowd.SIGN_IN, rate / SAVES_OF_A_SCHOOL);
            crowd.come(Crowd.SUBMIT, rate / SAVES_OF_A_SCHOOL);
            timeline.note((int) rate + " saves a second offered");
            var before = Processors.now(product, postmaster);
            long saved = saves(crowd);
            if (i < rates.size() - 1) {
                crowd.run(begun + (i + 1) * length);
            } else {
                crowd.run(begun + i * length + length / 4);
                crowd.leaveSubmitted();
                crowd.run(begun + i * length + length / 2);
                timeline.note("the window ends");
            }
            costs.add((int) rate + " offered: " + Processors.now(product, postmaster).since(before, saves(crowd) - saved));
        }
        crowd.run(begun + rates.size() * length);
        offices.leave();
        crowd.drain();

        timeline.print(System.out, Crowd.SAVE);
        for (int i = 0; i < rates.size(); i++) {
            int to = i < rates.size() - 1 ? (i + 1) * seconds : i * seconds + seconds / 2;
            timeline.sum(System.out, rates.get(i).intValue() + " saves a second", i * seconds, to);
        }
        timeline.sum(System.out, "after the end", rates.size() * seconds - seconds / 2, rates.size() * seconds);
        System.out.println();
        costs.forEach(System.out::println);
        System.exit(verdict(crowd, told[3], lastEntry, end) ? 0 : 1);
    }

    private static long saves(Crowd crowd) {
        return crowd.filers.stream().mapToLong(filer -> filer.saves).sum();
    }

    private static boolean verdict(Crowd crowd, String database, long lastEntry, Instant end) throws Exception {
        var wrong = new ArrayList<>(crowd.complaints);
        try (var ledger = new Ledger(database)) {
            wrong.addAll(ledger.compare(crowd.filers, lastEntry));
            wrong.addAll(ledger.halves());
            wrong.addAll(ledger.after(end));
        }
        System.out.printf(
                "%nledger: %d schools, %d saves and %d submits acknowledged, %d and %d without an answer; %d complaints about answers%n",
                crowd.filers.size(), saves(crowd), crowd.filers.stream().mapToLong(filer -> filer.submits).sum(),
                crowd.filers.stream().mapToLong(filer -> filer.doubtfulSaves).sum(),
                crowd.filers.stream().mapToLong(filer -> filer.doubtfulSubmits).sum(), crowd.complained());
        wrong.stream().limit(20).forEach(what -> System.out.println("WRONG: " + what));
        System.out.println(wrong.isEmpty() ? "every acknowledged save and submit is stored, and none after the end" : wrong.size() + " things are wrong");
        return wrong.isEmpty();
    }
}
