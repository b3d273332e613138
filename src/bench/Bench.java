import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives the running product over http as schools and an officer would, one scenario after the other, and prints a
 * line for each: name, workers, answers a second, p50, p95 and p99 in milliseconds. Any answer that is not the
 * expected one ends the run. Usage: {@code java Bench.java http://127.0.0.1:PORT
 * SECONDS CODE,CODE,… LEDGER}, the codes being those of eight schools that have not filed yet. The ledger takes the last
 * acknowledged value of each, for somebody else to compare with the database.
 *
 * <p>The client is Java's own; it takes about a quarter of a millisecond of CPU a request on the same two cores, so
 * figures of the product are a little low throughout, the static answer's most of all.
 */
public class Bench {

    private static final int SCHOOLS = 8;
    private static final String[] ROWS = (
            "1 2 3.1 3.2 3.3 4.1 4.2 4.3 4.4 4.5 6 7.1 7.2 9 10 11.1 11.2 12 14 15 16 17 18.1 18.2 18.3 22 23 25")
                    .split(" ");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern SHEET = Pattern.compile("href=\"(/assets/[^\"]+/app.css)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version-([0-9.]+)\" value=\"(\\d+)");
    private static final Pattern ANSWERED = Pattern.compile("\"([0-9.]+)\":\\{\"version\":(\\d+)");

    private final String base;
    private final int seconds;

    Bench(String base, int seconds) {
        this.base = base;
        this.seconds = seconds;
    }

    static void main(String[] args) throws Exception {
        new Bench(args[0], Integer.parseInt(args[1])).run(List.of(args[2].split(",")), Path.of(args[3]));
    }

    private void run(List<String> codes, Path ledger) throws Exception {
        var schools = new ArrayList<User>();
        for (int i = 0; i < SCHOOLS; i++) {
            var school = new User();
            school.signIn("SCHOOL", codes.get(i));
            school.load();
            school.save(ROWS.length);
            schools.add(school);
        }
        var officer = new User();
        officer.signIn("PROVINCE", "140000");
        var sheet = find(SHEET, schools.getFirst().get("/school/undertakings"));
        var review = find(Pattern.compile("href=\"(/province/schools/\\d+)\""), officer.get("/province/schools"));

        for (int workers : new int[] {1, SCHOOLS}) {
            measure("static answer (app.css)", workers, schools, user -> user.get(sheet));
            measure("page of the form", workers, schools, user -> user.get("/school/undertakings"));
            measure("save of 1 row", workers, schools, user -> user.save(1));
            measure("save of 28 rows", workers, schools, user -> user.save(ROWS.length));
            measure("submit of 28 rows", workers, schools, User::submit, User::withdraw);
            measure("province's list", workers, officers(officer, workers), user -> user.get("/province/schools"));
            measure("review of a school", workers, officers(officer, workers), user -> user.get(review));
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < SCHOOLS; i++) {
            lines.add(codes.get(i) + "," + schools.get(i).acknowledged);
        }
        Files.write(ledger, lines);
    }

    private static List<User> officers(User officer, int workers) {
        return Collections.nCopies(workers, officer);
    }

    private interface Act {
        void on(User user) throws Exception;
    }

    private void measure(String name, int workers, List<User> users, Act act) throws Exception {
        measure(name, workers, users, act, user -> {});
    }

    /** {@code undo} makes the next turn possible and is not counted. */
    private void measure(String name, int workers, List<User> users, Act act, Act undo) throws Exception {
        turn(workers, users, act, undo, Duration.ofMillis(seconds * 300L));
        var nanos = turn(workers, users, act, undo, Duration.ofSeconds(seconds));
        Arrays.sort(nanos);
        double busy = Arrays.stream(nanos).sum() / 1e9;
        System.out.printf(
                "%s\t%d\t%.1f\t%.2f\t%.2f\t%.2f%n",
                name, workers, nanos.length / busy * workers, at(nanos, 50), at(nanos, 95), at(nanos, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static long[] turn(int workers, List<User> users, Act act, Act undo, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var all = new ArrayList<Future<List<Long>>>();
            for (int i = 0; i < workers; i++) {
                var user = users.get(i);
                all.add(threads.submit(() -> {
                    var taken = new ArrayList<Long>();
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        act.on(user);
                        taken.add(System.nanoTime() - start);
                        undo.on(user);
                    }
                    return taken;
                }));
            }
            var nanos = new ArrayList<Long>();
            for (var one : all) {
                nanos.addAll(one.get());
            }
            return nanos.stream().mapToLong(Long::longValue).toArray();
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Not found: " + pattern);
        }
        return found.group(1);
    }

    /** Somebody signed in, with what their page knows: the token, and each row's version. */
    private class User {

        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
        private final Map<String, String> versions = new LinkedHashMap<>();
        private String token = "";
        private int turn;
        private long acknowledged;

        void signIn(String door, String userName) throws Exception {
            token = find(TOKEN, get("/"));
            post("/sign-in", 303, Map.of("door", door, "userName", userName, "password", "123456"));
            token = find(TOKEN, get("/account/first-password"));
            var password = "bench2026pass";
            post("/account/first-password", 303, Map.of(
                    "oldPassword", "123456", "newPassword", password, "newPasswordAgain", password,
                    "name", "本校联系人1", "officePhone", "0310-8888888", "mobile", "13000000001"));
        }

        void load() throws Exception {
            var page = get("/school/undertakings");
            token = find(TOKEN, page);
            var found = VERSION.matcher(page);
            while (found.find()) {
                versions.put(found.group(1), found.group(2));
            }
        }

        void save(int rows) throws Exception {
            int value = ++turn;
            var answer = post("/school/undertakings", 200, fields(rows, value), "Accept", "application/json");
            var found = ANSWERED.matcher(answer);
            while (found.find()) {
                versions.put(found.group(1), found.group(2));
            }
            acknowledged = value;
        }

        void submit() throws Exception {
            post("/school/undertakings/submission", 302, fields(ROWS.length, (int) acknowledged));
        }

        void withdraw() throws Exception {
            post("/school/withdrawal", 302, Map.of());
            load();
        }

        private Map<String, String> fields(int rows, int value) {
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

        String get(String path) throws Exception {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
            return expect(200, path, answer);
        }

        String post(String path, int status, Map<String, String> fields, String... headers) throws Exception {
            var body = new StringBuilder("_csrf=").append(token);
            fields.forEach((name, value) -> body.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return expect(status, path, client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }

        private String expect(int status, String path, HttpResponse<String> answer) throws IOException {
            boolean redirected = status / 100 == 3 && answer.statusCode() / 100 == 3;
            if (answer.statusCode() != status && !redirected) {
                throw new IOException(path + " answered " + answer.statusCode() + ": "
                        + answer.body().replaceAll("(?s)<head>.*</head>|<[^>]*>|\\s+", " "));
            }
            return answer.body();
        }
    }
}
