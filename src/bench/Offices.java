import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Provinces that look at their desk, list rows and export all of them, and a clerk of the ministry who looks at the country,
 * each going on as soon as it is done, after a short while. They are beside the point: what is measured gives way to nobody.
 */
final class Offices {

    static final String EXPORT = "province: export of all rows";

    private static final String PASSWORD = "rehearse2026";
    private static final Pattern FAILED = Pattern.compile("(<b class=\"down\">.*?</section>)", Pattern.DOTALL);
    private static final long PAUSE = 3_000;

    private interface Round {
        void go(User officer) throws Exception;
    }

    private record Office(User officer, Round round) {}

    private final String site;
    private final List<Office> offices = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile Timeline timeline;
    private volatile boolean left;

    Offices(String site) {
        this.site = site;
    }

    void signIn(List<String> provinces, boolean ministry) throws Exception {
        for (var province : provinces) {
            var officer = new User(site);
            officer.signIn("PROVINCE", province, PASSWORD);
            offices.add(new Office(officer, this::provinceLooks));
        }
        if (ministry) {
            var clerk = new User(site);
            try {
                clerk.arrive("MINISTRY", "moe");
            } catch (Exception beenHereBefore) {
                clerk = new User(site);
                clerk.signIn("MINISTRY", "moe", User.PASSWORD);
            }
            clerk.get("/ministry/overview");
            offices.add(new Office(clerk, officer -> timed("ministry: overview", () -> officer.get("/ministry/overview"))));
        }
    }

    /** From now on in this timeline. */
    void tell(Timeline told) {
        timeline = told;
    }

    void begin(Timeline told) {
        tell(told);
        for (var office : offices) {
            threads.add(Thread.ofVirtual().start(() -> work(office)));
        }
    }

    private void work(Office office) {
        while (!left) {
            try {
                office.round.go(office.officer);
                Thread.sleep(PAUSE);
            } catch (InterruptedException over) {
                return;
            } catch (Exception told) {
                // It is in the timeline.
            }
        }
    }

    private void provinceLooks(User officer) throws Exception {
        timed("province: desk", () -> officer.get("/province/desk"));
        timed("province: rows", () -> officer.page("/province/rows"));
        timed(EXPORT, () -> {
            var job = officer.post("/province/rows/export", Map.of("filter", "", "order", "SCHOOL"));
            var progress = officer.get(job + "/progress");
            while (progress.contains("hx-get=")) {
                Thread.sleep(1000);
                progress = officer.get(job + "/progress");
            }
            if (FAILED.matcher(progress).find()) {
                throw new IllegalStateException("export failed");
            }
            officer.bytes(job + "/file");
        });
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void timed(String kind, Deed deed) throws Exception {
        long now = System.nanoTime();
        timeline.offered(kind, now);
        try {
            deed.run();
            timeline.done(kind, now);
        } catch (InterruptedException over) {
            throw over;
        } catch (Exception failed) {
            var words = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ");
            timeline.failed(kind, now, words.substring(0, Math.min(60, words.length())));
            Thread.sleep(PAUSE);
            throw failed;
        }
    }

    void leave() throws InterruptedException {
        left = true;
        for (var thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }
}
