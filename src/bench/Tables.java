import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured as tables: {@code java Tables.java FILE…}; of several scales also how each figure grows. */
public class Tables {

    static void main(String[] files) throws IOException {
        var scales = new LinkedHashMap<String, Results>();
        for (var file : files) {
            var path = Path.of(file);
            scales.put(path.getFileName().toString().replace(".tsv", ""), Results.read(Files.readAllLines(path)));
        }
        scales.forEach(Tables::scale);
        if (scales.size() > 1) {
            growth(scales);
        }
    }

    private static void scale(String name, Results results) {
        System.out.printf("%n## Scale: %s%n%n", name);
        results.facts().forEach((fact, value) -> System.out.println("- " + fact + ": " + value));
        beside(results);
        database(results);
        meanwhile(results);
        rows("desk of the largest province", results.group("province"));
        rows("pages of the ministry", results.group("country"));
        aims(results);
    }

    private static void beside(Results results) {
        head(List.of("schools and their officer"), "at once", "asked", "per second", "p50 ms", "p95 ms", "p99 ms", "of pgbench -N", "of static",
                "CPU ms: product", "database", "client");
        for (var line : results.group("school")) {
            row(line.name(), line.atOnce(), whole(line.asked()), whole(line.perSecond()), tenth(line.p50()), tenth(line.p95()), tenth(line.p99()),
                    results.ofUpdates(line), results.ofStatic(line), hundredth(line.cpu().product()), hundredth(line.cpu().database()),
                    hundredth(line.cpu().client()));
        }
    }

    private static void database(Results results) {
        head(List.of("PostgreSQL's own benchmark", "when"), "at once", "per second", "CPU ms: database", "client");
        for (var line : results.lines()) {
            if (line.group().startsWith("pgbench")) {
                row(line.group(), line.name(), line.atOnce(), whole(line.perSecond()), hundredth(line.cpu().database()), hundredth(line.cpu().client()));
            }
        }
    }

    private static void meanwhile(Results results) {
        head(List.of("at the same time"), "at once", "asked", "per second", "p50 ms", "p95 ms", "p99 ms");
        for (var line : results.group("meanwhile")) {
            row(line.name(), line.atOnce(), whole(line.asked()), whole(line.perSecond()), tenth(line.p50()), tenth(line.p95()), tenth(line.p99()));
        }
    }

    private static void rows(String name, List<Line> lines) {
        head(List.of(name), "rows", "asked", "p50 ms", "p95 ms", "p99 ms", "rows a second", "PostgreSQL alone ms", "times", "CPU ms: product", "database", "client");
        for (var line : lines) {
            row(line.name(), whole(line.rows()), whole(line.asked()), tenth(line.p50()), tenth(line.p95()), tenth(line.p99()), whole(line.rows() / line.p50() * 1000),
                    tenth(line.alone()), tenth(line.p50() / line.alone()), tenth(line.cpu().product()), tenth(line.cpu().database()),
                    tenth(line.cpu().client()));
        }
    }

    /** What the plan wants, beside what was measured with one and with all at once. */
    private static void aims(Results results) {
        head(List.of("aim", "wanted", "measured"));
        aim("save of 1 row, of pgbench -N", "at least 50 %", results.named("save of 1 row").map(results::ofUpdates).toList());
        aim("save of 28 rows, of pgbench -N", "at least 25 %", results.named("save of 28 rows").map(results::ofUpdates).toList());
        aim("page of the form, of a static answer", "at least 30 %", results.named("page of the form").map(results::ofStatic).toList());
        aim("overview, p99, alone", "20 ms at ten times the country", results.named("overview").map(line -> tenth(line.p99()) + " ms").toList());
        aim("overview, p99, while schools save", "20 ms at ten times the country",
                results.lines().stream().filter(line -> line.name().startsWith("overview while") && line.name().endsWith("save"))
                        .map(line -> tenth(line.p99()) + " ms").toList());
        aim("first page after the start, warm", "2.5 s", results.fact("first page, warm"));
        aim("resident under load", "300 MB", results.fact("resident, product after the schools"));
    }

    private static void aim(String name, String wanted, List<String> measured) {
        row(name, wanted, String.join(", ", measured));
    }

    private static void growth(Map<String, Results> scales) {
        System.out.printf("%n## Growth: %s%n", String.join(", ", scales.keySet()));
        var columns = new ArrayList<String>(List.of("at once"));
        for (var what : List.of("rows", "ms", "CPU ms")) {
            scales.keySet().forEach(scale -> columns.add(what + ", " + scale));
            columns.add("times");
        }
        head(List.of("case (p50 unless said; CPU of product and database)"), columns.toArray(String[]::new));
        var keys = new LinkedHashSet<String>();
        scales.values().forEach(results -> results.lines().forEach(line -> keys.add(line.key())));
        for (var key : keys) {
            var lines = scales.values().stream().map(results -> results.find(key)).toList();
            var one = lines.stream().filter(line -> !line.name().isEmpty()).findFirst().orElseThrow();
            var cells = new ArrayList<Object>(List.of(name(one), one.atOnce()));
            grown(cells, lines.stream().mapToDouble(Line::rows).toArray(), 0);
            grown(cells, lines.stream().mapToDouble(Tables::millis).toArray(), 1);
            grown(cells, lines.stream().mapToDouble(line -> line.cpu().server()).toArray(), 2);
            row(cells.toArray());
        }
    }

    private static String name(Line line) {
        return switch (line.group()) {
            case "meanwhile" -> line.name() + ", p99";
            case "pgbench -N", "pgbench -S" -> line.group() + ", " + line.name() + ", mean";
            default -> line.name();
        };
    }

    /** What is looked at as it grows: the median; of what goes on at the same time the 99th percentile; pgbench tells a mean only. */
    private static double millis(Line line) {
        return switch (line.group()) {
            case "meanwhile" -> line.p99();
            case "pgbench -N", "pgbench -S" -> 1000 * line.atOnce() / line.perSecond();
            default -> line.p50();
        };
    }

    private static void grown(List<Object> cells, double[] values, int digits) {
        for (double value : values) {
            cells.add(number(value, digits));
        }
        cells.add(number(values[values.length - 1] / values[0], 1));
    }

    private static void head(List<String> texts, String... numbers) {
        System.out.println();
        var heads = new ArrayList<String>(texts);
        heads.addAll(List.of(numbers));
        System.out.println("| " + String.join(" | ", heads) + " |");
        System.out.println("|" + " --- |".repeat(texts.size()) + " --: |".repeat(numbers.length));
    }

    private static void row(Object... cells) {
        var row = new StringBuilder("|");
        for (var cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        System.out.println(row);
    }

    private static String whole(double value) {
        return number(value, 0);
    }

    private static String tenth(double value) {
        return number(value, 1);
    }

    private static String hundredth(double value) {
        return number(value, 2);
    }

    /** Empty where there is none. */
    private static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : "";
    }
}
