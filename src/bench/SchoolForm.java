import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A school with its form open: it saves, submits, takes back, and remembers what was acknowledged. */
class SchoolForm extends User {

    static final int ALL = 28;

    private static final String[] ROWS = (
            "1 2 3.1 3.2 3.3 4.1 4.2 4.3 4.4 4.5 6 7.1 7.2 9 10 11.1 11.2 12 14 15 16 17 18.1 18.2 18.3 22 23 25")
                    .split(" ");
    private static final Pattern VERSION = Pattern.compile("name=\"version-([0-9.]+)\" value=\"(\\d+)");
    private static final Pattern ANSWERED = Pattern.compile("\"([0-9.]+)\":\\{\"version\":(\\d+)");

    private final Map<String, String> versions = new LinkedHashMap<>();
    private int turn;
    private long acknowledged;

    SchoolForm(String site) {
        super(site);
    }

    long acknowledged() {
        return acknowledged;
    }

    void load() throws Exception {
        note(VERSION, page("/school/undertakings"));
    }

    void save(int rows) throws Exception {
        int value = ++turn;
        note(ANSWERED, postForJson("/school/undertakings", fields(rows, value)));
        acknowledged = value;
    }

    void submit() throws Exception {
        post("/school/undertakings/submission", fields(ALL, acknowledged));
    }

    void withdraw() throws Exception {
        post("/school/withdrawal", Map.of());
        load();
    }

    private void note(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        while (found.find()) {
            versions.put(found.group(1), found.group(2));
        }
    }

    private Map<String, String> fields(int rows, long value) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < rows; i++) {
            var no = ROWS[i];
            fields.put("version-" + no, versions.get(no));
            fields.put("on-" + no, "1");
            if (takesQuantity(no)) {
                fields.put("quantity-" + no, "2");
            }
            for (var source : new String[] {"self-raised", "industry", "sponsor", "local"}) {
                fields.put(source + "-" + no, String.valueOf(value));
            }
        }
        return fields;
    }

    private static boolean takesQuantity(String no) {
        return no.contains(".") || no.equals("17") || no.equals("22") || no.equals("23") || no.equals("25");
    }
}
