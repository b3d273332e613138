import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What an officer asks for and finds again: an export of all rows, a decision on everything in view, a register of new schools. */
class ProvinceWork {

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

    /** Of the commonest kind, and large enough that it is about a third of the rows. */
    private static final String FILTER = "kind=%s&stage=SUBMITTED&least=120";

    private static final String WAITING =
            """
            from filing.undertaking u
            join organisation.unit s on s.path = u.school_path and s.kind = $kind
            join filing.filing f on f.id = u.filing_id and f.submitted_at is not null
            where u.school_path >= $reach and u.school_path < $end and u.stage = 'SUBMITTED'
              and u.self_raised + u.industry + u.sponsor + u.local >= 1200000
            """;

    private final User officer;
    private final Measure measure;
    private final World world;
    private final Alone alone;
    private final LongWork work;

    ProvinceWork(User officer, Measure measure, World world, Alone alone) {
        this.officer = officer;
        this.measure = measure;
        this.world = world;
        this.alone = alone;
        work = new LongWork(officer);
    }

    void run() throws Exception {
        measure.once("province", "export of all rows (.xlsx)", alone.count("select count(*) from (" + EXPORTED + ") as e"),
                nobody -> work.export("/province/rows", "/province/rows/export", Map.of("filter", "", "order", "SCHOOL")),
                nobody -> alone.copy(EXPORTED));
        // PostgreSQL goes first and takes it back, so that the product finds the same rows.
        measure.once("province", "approval of everything in view", alone.count("select count(*) " + WAITING),
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
        var file = RegisterFile.of(SCHOOLS, world);
        measure.once("province", "import of %d schools (.xlsx)".formatted(SCHOOLS), SCHOOLS, nobody -> enrol(file), nobody -> alone.write(
                """
                insert into organisation.unit (parent_id, tier, code, name, kind, city, path)
                select p.id, 'SCHOOL', '98' || lpad(n::text, 8, '0'), '新设学校' || n, $kind, $city, p.path || 'x' || n || '/'
                  from organisation.unit p, generate_series(1, %d) as n
                 where p.path = $reach
                """.formatted(SCHOOLS)));
    }

    /** As an officer does: the list, its button for all in view, the preview, and then the wait. */
    private void approve() throws Exception {
        var filter = FILTER.formatted(world.kind());
        officer.page("/province/rows?" + filter);
        var fields = new LinkedHashMap<String, String>();
        fields.put("step", "APPROVE");
        fields.put("back", "/province/rows");
        fields.put("scope", "view");
        fields.put("filter", filter);
        fields.put("rows", User.find(ROWS, officer.preview("/province/decisions", fields)));
        fields.remove("scope");
        work.finished(officer.post("/province/decisions", fields));
    }

    private void enrol(byte[] file) throws Exception {
        int before = schools();
        officer.page("/province/register/import");
        var staged = officer.upload("/province/register/import", "file", "register.xlsx", file);
        var seen = User.find(SEEN, officer.page(staged));
        work.finished(officer.post(staged + "/confirmation", Map.of("seen", seen)));
        int added = schools() - before;
        if (added != SCHOOLS) {
            throw new IllegalStateException("Added " + added);
        }
    }

    private int schools() throws Exception {
        return alone.count("select count(*) from organisation.unit where tier = 'SCHOOL' and path >= $reach and path < $end");
    }
}
