import java.nio.file.Path;
import java.util.List;

/**
 * Drives the running product over http as schools and officers would, one case after the other, and prints a line for each,
 * its columns parted by tabs. Any answer that is not the expected one ends the run. Usage: {@code java Bench.java
 * http://127.0.0.1:PORT SECONDS PATTERN jdbc:postgresql:… CODE,CODE,… LEDGER}: only cases whose names contain the pattern are
 * run, the codes are those of eight schools that have not filed yet, and the ledger takes the last acknowledged value of each,
 * for somebody else to compare with the database.
 *
 * <p>The client is Java's own; it takes about a quarter of a millisecond of CPU a request on the same two cores, so figures of
 * the product are a little low throughout, the static answer's most of all.
 */
public class Bench {

    static void main(String[] args) throws Exception {
        var site = args[0];
        var measure = new Measure(Integer.parseInt(args[1]), args[2]);
        new SchoolCases(site, measure).run(List.of(args[4].split(",")), Path.of(args[5]));
        try (var alone = new Alone(args[3])) {
            new ProvinceCases(site, measure, alone).run();
        }
    }
}
