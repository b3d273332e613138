import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A moderate load with a ledger, beside which somebody breaks things. Usage: {@code java Faults.java http://127.0.0.1:PORT
 * jdbc:postgresql:… CODES RATE}: a file with the codes of schools that may file, and the saves a second. It signs in, says
 * ready, and reads orders:
 *
 * <ul>
 *   <li>{@code go}: the load begins
 *   <li>{@code note WORDS}: something happens, which the table tells
 *   <li>{@code back SECONDS}: what was broken is whole again; within so many seconds the product must be, too
 *   <li>{@code halt}: no more requests
 *   <li>{@code check jdbc:postgresql:…}: the last order; what was acknowledged is held against this database
 * </ul>
 *
 * Exit status: 0 all is well, 1 something is wrong, 3 something acknowledged is lost. The requests are sent until they are
 * answered or it is plain that they will not be: that one is not known to be stored, nor lost.
 */
final class Faults {

    private static final int BUCKET = 5;
    private static final int LOST = 3;

    private Faults() {}

    static void main(String[] args) throws Exception {
        double rate = Double.parseDouble(args[3]);
        long lastEntry;
        try (var ledger = new Ledger(args[1])) {
            lastEntry = ledger.lastEntry();
        }
        var crowd = new Crowd(args[0], Files.readAllLines(Path.of(args[2])), "rehearse2026");
        for (int i = 0; i < crowd.filers.size(); i += 2) {
            crowd.filers.get(i).whole = true;
        }
        crowd.prepare();
        System.out.println("ready");
        var orders = new ConcurrentLinkedQueue<String>();
        Thread.ofPlatform().daemon().start(() -> listen(orders));

        var wrong = new ArrayList<String>();
        long back = 0;
        int bound = 0;
        while (true) {
            var order = orders.poll();
            if (order == null) {
                crowd.run(System.nanoTime() + 50_000_000);
                continue;
            }
            var words = order.split(" ", 2);
            switch (words[0]) {
                case "go" -> {
                    crowd.rest(500);
                    crowd.timeline = new Timeline(System.nanoTime(), BUCKET);
                    crowd.come(Crowd.SAVE, rate);
                    crowd.come(Crowd.PAGE, rate / 10);
                    crowd.come(Crowd.SUBMIT, rate / 20);
                }
                case "note" -> crowd.timeline.note(words[1]);
                case "back" -> {
                    back = System.nanoTime();
                    bound = Integer.parseInt(words[1]);
                    crowd.timeline.note("whole again");
                }
                case "halt" -> crowd.drain();
                case "check" -> {
                    crowd.drain();
                    crowd.timeline.print(System.out, Crowd.SAVE);
                    crowd.timeline.sum(System.out, "all of it", 0, 3600);
                    if (back != 0) {
                        recovered(crowd, back, bound, wrong);
                    }
                    System.exit(verdict(crowd, words[1], lastEntry, wrong));
                }
                default -> throw new IllegalArgumentException(order);
            }
        }
    }

    private static void listen(Queue<String> orders) {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                orders.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void recovered(Crowd crowd, long back, int bound, ArrayList<String> wrong) {
        var after = crowd.mendedAfter(back);
        if (after.isEmpty()) {
            wrong.add("not recovered");
        } else {
            System.out.printf("%nnothing failed any more %.1f s after the cause was gone%n", after.getAsDouble());
            if (after.getAsDouble() > bound) {
                wrong.add("recovered after more than " + bound + " s");
            }
        }
    }

    private static int verdict(Crowd crowd, String database, long lastEntry, ArrayList<String> wrong) throws Exception {
        wrong.addAll(crowd.complaints);
        var lost = new ArrayList<String>();
        try (var ledger = new Ledger(database)) {
            lost.addAll(ledger.compare(crowd.filers, lastEntry));
            wrong.addAll(ledger.torn(crowd.filers.stream().filter(filer -> filer.whole).toList()));
            wrong.addAll(ledger.halves());
        }
        System.out.printf(
                "%nledger: %d schools, %d saves and %d submits acknowledged, %d and %d without an answer%n",
                crowd.filers.size(), crowd.filers.stream().mapToLong(filer -> filer.saves).sum(),
                crowd.filers.stream().mapToLong(filer -> filer.submits).sum(),
                crowd.filers.stream().mapToLong(filer -> filer.doubtfulSaves).sum(),
                crowd.filers.stream().mapToLong(filer -> filer.doubtfulSubmits).sum());
        lost.stream().limit(10).forEach(what -> System.out.println("LOST: " + what));
        wrong.stream().limit(20).forEach(what -> System.out.println("WRONG: " + what));
        System.out.println(
                lost.isEmpty()
                        ? "every acknowledged save and submit is stored"
                        : lost.size() + " rows, receipts and counts of saves differ from what was acknowledged");
        return !lost.isEmpty() ? LOST : wrong.isEmpty() ? 0 : 1;
    }
}
