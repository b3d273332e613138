import java.util.Map;
import java.util.regex.Pattern;

/** What somebody asks for and waits for, as the page of the job does. */
class LongWork {

    private static final Pattern FAILED = Pattern.compile("(<b class=\"down\">.*?</section>)", Pattern.DOTALL);
    private static final int LEAST_BYTES = 10_000;

    /** It asks again after so much of the time that it has waited, so that a wait is told to some hundredths. */
    private static final int PART = 30;
    private static final long LEAST_PAUSE = 20;
    private static final long MOST_PAUSE = 1000;

    private final User user;

    LongWork(User user) {
        this.user = user;
    }

    /** Until it is done; says where it is found. */
    String finished(String job) throws Exception {
        long begun = System.nanoTime();
        while (true) {
            var progress = user.get(job + "/progress");
            if (FAILED.matcher(progress).find()) {
                throw new IllegalStateException(progress);
            }
            if (!progress.contains("hx-get=")) {
                return job;
            }
            long waited = (System.nanoTime() - begun) / 1_000_000;
            Thread.sleep(Math.clamp(waited / PART, LEAST_PAUSE, MOST_PAUSE));
        }
    }

    /** Asks on a page for a workbook, waits, and fetches it. */
    void export(String page, String action, Map<String, String> fields) throws Exception {
        user.page(page);
        var job = finished(user.post(action, fields));
        var file = user.bytes(job + "/file");
        if (file.length < LEAST_BYTES || file[0] != 'P' || file[1] != 'K') {
            throw new IllegalStateException("No workbook: " + file.length + " bytes");
        }
    }
}
