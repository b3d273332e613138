import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What one run has measured. */
record Results(Map<String, String> facts, List<Line> lines) {

    private static final Line NONE = new Line(
            "", "", 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Cpu.UNKNOWN);

    static Results read(List<String> texts) {
        var facts = new LinkedHashMap<String, String>();
        var lines = new ArrayList<Line>();
        for (var text : texts) {
            if (text.startsWith("fact\t")) {
                var columns = text.split("\t");
                facts.put(columns[1], columns[2]);
            } else {
                lines.add(Line.read(text));
            }
        }
        return new Results(facts, lines);
    }

    List<Line> group(String group) {
        return lines.stream().filter(line -> line.group().equals(group)).toList();
    }

    Stream<Line> named(String name) {
        return lines.stream().filter(line -> line.name().equals(name));
    }

    List<String> fact(String name) {
        return facts.containsKey(name) ? List.of(facts.get(name)) : List.of();
    }

    /** An empty line where this was not measured. */
    Line find(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst().orElse(NONE);
    }

    /** Its share of what pgbench changes a second, before and after taken together. */
    String ofUpdates(Line line) {
        return share(line, lines.stream().filter(other -> other.group().equals("pgbench -N")));
    }

    String ofStatic(Line line) {
        return share(line, lines.stream().filter(other -> other.name().startsWith("static")));
    }

    private static String share(Line line, Stream<Line> others) {
        var mean = others.filter(other -> other.atOnce() == line.atOnce()).mapToDouble(Line::perSecond).average();
        return mean.isPresent() ? String.format(Locale.ROOT, "%.0f %%", 100 * line.perSecond() / mean.getAsDouble()) : "";
    }
}
