import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What an officer asks for and finds again: an export of all rows, a decision on thousands, a register of 600 schools. */
class ProvinceWork {

    private static final Pattern FAILED = Pattern.compile("(<b class=\"down\">.*?</section>)", Pattern.DOTALL);
    private static final Pattern ROWS = Pattern.compile("name=\"rows\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final int SCHOOLS = 600;

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

    /** Of 中职, and large enough that it is about five thousand rows. */
    private static final String FILTER = "kind=SECONDARY&stage=SUBMITTED&least=120";

    private static final String WAITING =
            """
            from filing.undertaking u
            join organisation.unit s on s.path = u.school_path and s.kind = 'SECONDARY'
            join filing.filing f on f.id = u.filing_id and f.submitted_at is not null
            where u.school_path >= $reach and u.school_path < $end and u.stage = 'SUBMITTED'
              and u.self_raised + u.industry + u.sponsor + u.local >= 1200000
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
        measure.once("export of all rows (.xlsx)", alone.count("select count(*) from (" + EXPORTED + ") as e"),
                nobody -> export(), nobody -> alone.copy(EXPORTED));
        // PostgreSQL goes first and takes it back, so that the product finds the same rows.
        measure.once("approval of everything in view", alone.count("select count(*) " + WAITING),
                nobody -> approve(), nobody -> alone.write(
                        """
                        create temp table picked as select u.id
                        """
                                + WAITING,
                        """
                        with moved as (
                            update filing.undertaking u
                               set stage = 'APPROVED', version = nextval('filing.version'), changed_at = now()
                              from picked where picked.id = u.id returning u.*)
                        insert into filing.move (undertaking_id, filing_id, school_path, step, at, by_account, by_name, version,
                                                 quantity, self_raised, industry, sponsor, local)
                        select id, filing_id, school_path, 'APPROVE', now(), changed_by, changed_name, version,
                               quantity, self_raised, industry, sponsor, local
                          from moved
                        """));
        var file = RegisterFile.of(SCHOOLS);
        measure.once("import of 600 schools (.xlsx)", SCHOOLS, nobody -> enrol(file), nobody -> alone.write(
                """
                insert into organisation.unit (parent_id, tier, code, name, kind, city, path)
                select u.parent_id, u.tier, '98' || substr(u.code, 3), u.name, u.kind, u.city, u.path || 'x/'
                  from organisation.unit u
                 where u.tier = 'SCHOOL' and u.path >= $reach and u.path < $end
                 limit 600
                """));
    }

    private void export() throws Exception {
        officer.page("/province/rows");
        var job = finished(officer.post("/province/rows/export", Map.of("filter", "", "order", "SCHOOL")));
        var file = officer.bytes(job + "/file");
        if (file.length < 100_000 || file[0] != 'P' || file[1] != 'K') {
            throw new IllegalStateException("No workbook: " + file.length + " bytes");
        }
    }

    /** As an officer does: the list, its button for all in view, the preview, and then the wait. */
    private void approve() throws Exception {
        officer.page("/province/rows?" + FILTER);
        var fields = new LinkedHashMap<String, String>();
        fields.put("step", "APPROVE");
        fields.put("back", "/province/rows");
        fields.put("scope", "view");
        fields.put("filter", FILTER);
        fields.put("rows", User.find(ROWS, officer.preview("/province/decisions", fields)));
        fields.remove("scope");
        finished(officer.post("/province/decisions", fields));
    }

    private void enrol(byte[] file) throws Exception {
        officer.page("/province/register/import");
        var staged = officer.upload("/province/register/import", "file", "register.xlsx", file);
        var seen = User.find(SEEN, officer.page(staged));
        finished(officer.post(staged + "/confirmation", Map.of("seen", seen)));
        int added = alone.count("select count(*) from organisation.unit where tier = 'SCHOOL' and code between '9913700001' and '9913700600'");
        if (added != SCHOOLS) {
            throw new IllegalStateException("Added " + added);
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
