import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A school at its form over a {@link Wire}, one request after the other, and its ledger: what was acknowledged, and what has
 * had no answer and so may be stored or not. Every value that it writes is written once only, so a value tells which save it
 * is of.
 */
final class Filer {

    static final String FORM = "/school/undertakings";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("name=\"self-raised-([0-9.]+)\"[^>]* value=\"(\\d+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version-([0-9.]+)\" value=\"(\\d+)");
    private static final Pattern RECEIPT = Pattern.compile("\\b(\\d{2}-\\d{8}-\\d{5,})\\b");
    private static final int TICKED = 28;

    /** A row of its form, and what the ledger knows of it. */
    static final class Row {

        final String no;
        final boolean takesQuantity;
        long version;
        /** The last value that was acknowledged; 0 where none was. */
        long acknowledged;
        /** Values sent after that one which had no answer. */
        final List<Long> doubtful = new ArrayList<>();

        Row(String no, boolean takesQuantity) {
            this.no = no;
            this.takesQuantity = takesQuantity;
        }

        /** A value in doubt that the page shows has been stored; whoever submits goes by what they see. */
        void shown(long value) {
            if (doubtful.contains(value)) {
                acknowledged = value;
                doubtful.clear();
            }
        }
    }

    /** How the form stands as far as answers tell. */
    enum Standing {
        DRAFT,
        SUBMITTED,
        UNKNOWN
    }

    /** Told with every answer when its request was sent. */
    interface Then extends BiConsumer<Wire.Answer, Instant> {}

    final String code;
    final List<Row> rows = new ArrayList<>();
    final List<String> receipts = new ArrayList<>();
    Standing standing = Standing.UNKNOWN;
    boolean whole;
    int saves;
    int doubtfulSaves;
    int submits;
    int doubtfulSubmits;
    /** The number of the submission that stands, where the answer said that one does. */
    String receipt = "";

    private final Wire wire;
    private final String host;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    /** Above what an earlier rehearsal on the same data has written. */
    private long turn = System.currentTimeMillis() / 1000 % 80_000 * 100;
    private int next;

    Filer(Wire wire, String host, String code) {
        this.wire = wire;
        this.host = host;
        this.code = code;
    }

    void signIn(String password, Then then) throws IOException {
        get("/", (entrance, sent) -> {
            if (entrance.status() != 200 && entrance.status() != 303) {
                then.accept(entrance, sent);
                return;
            }
            if (entrance.status() == 200) {
                token = find(TOKEN, entrance.text());
            }
            post("/sign-in", "text/html", Map.of("door", "SCHOOL", "userName", code, "password", password), then);
        });
    }

    /** Reads the form; one that stands submitted is not shown, and leads away. */
    void load(Then then) throws IOException {
        get(FORM, (page, sent) -> {
            if (page.status() == 200) {
                read(page.text());
                standing = Standing.DRAFT;
            } else if (page.status() == 303) {
                standing = Standing.SUBMITTED;
            }
            then.accept(page, sent);
        });
    }

    private void read(String page) {
        token = find(TOKEN, page);
        var found = VERSION.matcher(page);
        var versions = new LinkedHashMap<String, Long>();
        while (found.find()) {
            versions.put(found.group(1), Long.parseLong(found.group(2)));
        }
        if (rows.isEmpty()) {
            versions.keySet().forEach(no -> rows.add(new Row(no, page.contains("name=\"quantity-" + no + "\""))));
        }
        rows.forEach(row -> row.version = versions.get(row.no));
        var shown = SHOWN.matcher(page);
        while (shown.find()) {
            var no = shown.group(1);
            long value = Long.parseLong(shown.group(2));
            rows.stream().filter(row -> row.no.equals(no)).forEach(row -> row.shown(value));
        }
    }

    /** One of its rows, the next each time, or the whole form if that is its way. */
    void save(Then then) {
        if (whole) {
            saveAll(then);
            return;
        }
        int row = next++ % Math.min(TICKED, rows.size());
        save(rows.subList(row, row + 1), then);
    }

    /** The whole form: all ticked rows with the same value. */
    void saveAll(Then then) {
        save(rows, then);
    }

    private void save(List<Row> sent, Then then) {
        long value = ++turn;
        var fields = new LinkedHashMap<String, String>();
        for (var row : sent) {
            put(fields, row, value);
            if (ticked(row)) {
                row.doubtful.add(value);
            }
        }
        doubtfulSaves++;
        post(FORM, "application/json", fields, (answer, at) -> {
            if (answer.status() == 200) {
                doubtfulSaves--;
                saves++;
                var text = answer.text();
                for (var row : sent) {
                    row.version = version(text, row.no);
                    if (ticked(row)) {
                        row.acknowledged = value;
                        row.doubtful.clear();
                    }
                }
            } else if (surelyNot(answer)) {
                doubtfulSaves--;
                sent.forEach(row -> row.doubtful.remove(value));
            }
            then.accept(answer, at);
        });
    }

    /** As the page for one more look sends it: every row as it stands. */
    void submit(Then then) {
        var fields = new LinkedHashMap<String, String>();
        rows.forEach(row -> put(fields, row, row.acknowledged));
        standing = Standing.UNKNOWN;
        doubtfulSubmits++;
        post(FORM + "/submission", "text/html", fields, (answer, at) -> {
            if (answer.status() == 303 && answer.location().endsWith("/school/preview")) {
                doubtfulSubmits--;
                submits++;
                standing = Standing.SUBMITTED;
            } else if (surelyNot(answer)) {
                doubtfulSubmits--;
                standing = Standing.DRAFT;
            }
            then.accept(answer, at);
        });
    }

    /** Reads the receipt off the page. */
    void preview(Then then) throws IOException {
        get("/school/preview", (page, sent) -> {
            if (page.status() == 200) {
                receipt = find(RECEIPT, page.text());
                receipts.add(receipt);
            }
            then.accept(page, sent);
        });
    }

    void withdraw(Then then) {
        standing = Standing.UNKNOWN;
        post("/school/withdrawal", "text/html", Map.of(), (answer, at) -> {
            if (answer.status() == 303) {
                standing = Standing.DRAFT;
                receipt = "";
            } else if (surelyNot(answer)) {
                standing = Standing.SUBMITTED;
            }
            then.accept(answer, at);
        });
    }

    /** A refusal, or a request that never got there; what had a bad answer or none may have been done, also in part (422). */
    private static boolean surelyNot(Wire.Answer answer) {
        return answer.status() / 100 == 4 && answer.status() != 422 || !answer.arrived();
    }

    private boolean ticked(Row row) {
        return rows.indexOf(row) < TICKED;
    }

    private void put(Map<String, String> fields, Row row, long value) {
        fields.put("version-" + row.no, String.valueOf(row.version));
        if (!ticked(row)) {
            return;
        }
        fields.put("on-" + row.no, "1");
        if (row.takesQuantity) {
            fields.put("quantity-" + row.no, "2");
        }
        fields.put("self-raised-" + row.no, String.valueOf(value));
        fields.put("industry-" + row.no, "0");
        fields.put("sponsor-" + row.no, "0.5");
        fields.put("local-" + row.no, "1");
    }

    private static long version(String answer, String no) {
        var before = "\"" + no + "\":{\"version\":";
        int at = answer.indexOf(before);
        if (at < 0) {
            return 0;
        }
        int begin = at + before.length();
        int end = begin;
        while (Character.isDigit(answer.charAt(end))) {
            end++;
        }
        return Long.parseLong(answer, begin, end, 10);
    }

    private void get(String path, Then then) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nAccept: text/html\r\n", "", then);
    }

    private void post(String path, String accept, Map<String, String> fields, Then then) {
        var body = new StringBuilder("_csrf=").append(token);
        fields.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        send("POST " + path + " HTTP/1.1\r\nAccept: " + accept + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\n", body.toString(), then);
    }

    private void send(String head, String body, Then then) {
        var request = new StringBuilder(head).append("Host: ").append(host).append("\r\nAccept-Encoding: gzip\r\nUser-Agent: Mozilla/5.0 rehearsal\r\n");
        if (!cookies.isEmpty()) {
            request.append("Cookie: ");
            var parted = "";
            for (var cookie : cookies.entrySet()) {
                request.append(parted).append(cookie.getKey()).append('=').append(cookie.getValue());
                parted = "; ";
            }
            request.append("\r\n");
        }
        request.append("\r\n").append(body);
        var sent = clock.instant();
        try {
            wire.send(request.toString().getBytes(StandardCharsets.ISO_8859_1), answer -> {
                for (var cookie : answer.cookies()) {
                    int equals = cookie.indexOf('=');
                    cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
                }
                then.accept(answer, sent);
            });
        } catch (IOException e) {
            then.accept(new Wire.Answer(0, "", List.of(), new byte[0], false, "no connection: " + e.getMessage(), false), sent);
        }
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Not found: " + pattern + " in " + text.replaceAll("(?s)<head>.*?</head>|<[^>]*>|\\s+", " "));
        }
        return found.group(1);
    }
}
