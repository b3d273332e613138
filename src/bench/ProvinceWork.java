import java.util.Map;
import java.util.regex.Pattern;

/** What an officer asks for and finds again: an export of all rows, a decision on thousands, a register of 600 schools. */
class ProvinceWork {

    private static final Pattern FAILED = Pattern.compile("(<b class=\"down\">.*?</section>)", Pattern.DOTALL);
    private static final String EXPORTED =
            """
            select s.code, s.name, s.kind, s.city, i.no, i.title, u.*
              from filing.undertaking u
              join filing.filing f on f.id = u.filing_id and f.submitted_at is not null
              join organisation.unit s on s.id = f.school_id
              join plan.item i on i.id = u.item_id
             where u.school_path >= $reach and u.school_path < $end and u.undertaken
             order by s.code, i.position
            """;

    private final User officer;
    private final Measure measure;
    private final Alone alone;

    ProvinceWork(User officer, Measure measure, Alone alone) {
        this.officer = officer;
        this.measure = measure;
        this.alone = alone;
    }

    void run() throws Exception {
        officer.page("/province/rows");
        measure.once("export of all rows (.xlsx)", alone.count("select count(*) from (" + EXPORTED + ") as e"), nobody -> export(), nobody -> alone.copy(EXPORTED));
        approve();
        enrol();
    }

    private void export() throws Exception {
        var job = finished(officer.post("/province/rows/export", Map.of("filter", "", "order", "SCHOOL")));
        var file = officer.bytes(job + "/file");
        if (file.length < 100_000 || file[0] != 'P' || file[1] != 'K') {
            throw new IllegalStateException("No workbook: " + file.length + " bytes");
        }
    }

    /** Waits for a job as its page does, only less patiently. */
    private String finished(String job) throws Exception {
        while (true) {
            var progress = officer.get(job + "/progress");
            if (FAILED.matcher(progress).find()) {
                throw new IllegalStateException(progress);
            }
            if (!progress.contains("hx-get=")) {
                return job;
            }
            Thread.sleep(20);
        }
    }
}
