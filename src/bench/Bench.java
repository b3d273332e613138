import java.nio.file.Path;

/**
 * Drives the running product over http as schools, officers and the ministry would, one case after the other, and prints a line
 * for each, its columns parted by tabs ({@link Line}). Any answer that is not the expected one ends the run, and so does an
 * acknowledged value that is not stored in the end. Usage: {@code java Bench.java http://127.0.0.1:PORT PID DATA PGBENCH SECONDS
 * PATTERN}: the product's process and data folder, the program pgbench, how long each figure is taken, and what the names of the
 * cases have in them.
 */
public class Bench {

    private static final int[] AT_ONCE = {1, 8};

    static void main(String[] args) throws Exception {
        var site = args[0];
        var server = Server.under(Path.of(args[2]));
        var measure = new Measure(Integer.parseInt(args[4]), args[5], new Processes(Long.parseLong(args[1]), server.postmaster()));
        try (var alone = new Alone(server)) {
            run(site, measure, alone, server, Path.of(args[3]));
        }
    }

    private static void run(String site, Measure measure, Alone alone, Server server, Path pgbench) throws Exception {
        measure.memory("after the start");
        var world = World.find(alone);
        var schools = new Schools(site, world.untouched());
        // As near as can be before and after what stands beside it: the machine is not the same from minute to minute.
        try (var itself = new Pgbench(pgbench, server, alone, measure)) {
            itself.run("before", AT_ONCE);
            new SchoolCases(site, measure, world, schools).run(AT_ONCE);
            measure.memory("after the schools");
            itself.run("after", AT_ONCE);
        }
        var country = new CountryCases(site, measure, world, schools, alone);
        country.run();
        measure.memory("after the ministry's pages");
        schools.submit();
        new ProvinceCases(site, measure, world, alone).run();
        measure.memory("after the province's work");
        country.export();
        measure.memory("in the end");
        long missing = schools.missing(alone);
        Line.fact("acknowledged rows missing from the database", missing);
        if (missing > 0) {
            throw new IllegalStateException("Acknowledged, but not stored");
        }
    }
}
