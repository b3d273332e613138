import java.util.List;
import java.util.regex.Pattern;

/** The desk of an officer of the generated province, each case beside what PostgreSQL alone takes for the same rows. */
class ProvinceCases {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    private static final String SCHOOLS =
            """
              from organisation.unit s
              left join filing.filing f on f.school_id = s.id
              left join (select filing_id, count(*) as rows, count(*) filter (where stage = 'SUBMITTED') as waiting,
                                sum(self_raised + industry + sponsor + local) as total
                           from filing.undertaking
                          where school_path >= $reach and school_path < $end and undertaken
                          group by filing_id) t on t.filing_id = f.id
             where s.tier = 'SCHOOL' and s.path >= $reach and s.path < $end
            """;

    private static final String ROWS =
            """
              from filing.undertaking u
              join filing.filing f on f.id = u.filing_id and f.submitted_at is not null
              join organisation.unit s on s.id = f.school_id
              join plan.item i on i.id = u.item_id
             where u.school_path >= $reach and u.school_path < $end and u.undertaken
            """;

    private static final String TOTALS =
            "select count(*), count(distinct f.school_id), sum(u.quantity), sum(u.self_raised), sum(u.industry), sum(u.sponsor), sum(u.local)";

    /**
     * A page, how many pages to go on from there before it is measured, a statement that counts the rows in view, and those
     * that read what the page shows of them.
     */
    private record Read(String name, String path, int pages, String count, String... alone) {}

    private static final List<Read> READS = List.of(
            new Read("desk", "/province/desk", 0, "select count(*)" + ROWS,
                    "select s.kind, s.city, count(*), count(f.submitted_at), sum(t.rows), sum(t.waiting), sum(t.total)" + SCHOOLS + " group by 1, 2",
                    "select u.stage, count(*), sum(u.self_raised), sum(u.industry), sum(u.sponsor), sum(u.local)" + ROWS + " group by 1"),
            schools("first page", "/province/schools", 0, ""),
            schools("filtered by kind and city", "/province/schools?kind=SECONDARY&city=%E4%BF%9D%E5%AE%9A%E5%B8%82&standing=UNDER_REVIEW", 0,
                    " and s.kind = 'SECONDARY' and s.city = '保定市' and f.review_started_at is not null"),
            schools("page 8", "/province/schools?sort=CODE", 7, ""),
            rows("all, first page", "/province/rows", 0, "", "s.code, i.position"),
            rows("one item", "/province/rows?item=3.1", 0, " and i.no = '3.1'", "s.code"),
            rows("filtered by stage and kind", "/province/rows?stage=SUBMITTED&kind=SECONDARY", 0,
                    " and u.stage = 'SUBMITTED' and s.kind = 'SECONDARY'", "s.code, i.position"),
            rows("sorted by marks", "/province/rows?sort=MARKED", 0, "", "u.self_raised desc"),
            rows("sorted by total, page 20", "/province/rows?sort=TOTAL", 19, "",
                    "u.self_raised + u.industry + u.sponsor + u.local desc"),
            new Read("items", "/province/items", 0, "select count(*)" + ROWS,
                    "select i.no, u.stage, count(*), sum(u.quantity), sum(u.self_raised + u.industry + u.sponsor + u.local)" + ROWS + " group by 1, 2"));

    private static Read schools(String name, String path, int pages, String condition) {
        return new Read("schools: " + name, path, pages, "select coalesce(sum(t.rows), 0)::bigint" + SCHOOLS + condition,
                "select s.id, s.code, s.name, s.kind, s.city, f.submitted_at, t.*" + SCHOOLS + condition + " order by s.code limit 50",
                "select count(*), sum(t.rows), sum(t.waiting), sum(t.total)" + SCHOOLS + condition);
    }

    private static Read rows(String name, String path, int pages, String condition, String order) {
        return new Read("rows: " + name, path, pages, "select count(*)" + ROWS + condition,
                "select u.*, s.code, s.name, s.kind, s.city, i.no, i.title" + ROWS + condition + " order by " + order + " limit 50",
                TOTALS + ROWS + condition);
    }

    private final String site;
    private final Measure measure;
    private final Alone alone;
    private final User officer;

    ProvinceCases(String site, Measure measure, Alone alone) {
        this.site = site;
        this.measure = measure;
        this.alone = alone;
        officer = new User(site);
    }

    void run() throws Exception {
        officer.signIn("PROVINCE", "130000", "rehearse2026");
        measure.beside("officer signs in", 1, nobody -> new User(site).signIn("PROVINCE", "130000", "rehearse2026"),
                nobody -> alone.read("select a.*, u.* from account.account a join organisation.unit u on u.id = a.unit_id where user_name = '130000'"));
        for (var read : READS) {
            if (measure.wants(read.name)) {
                var path = path(read);
                measure.beside(read.name, alone.count(read.count), nobody -> officer.get(path), nobody -> {
                    for (var sql : read.alone) {
                        alone.read(sql);
                    }
                });
            }
        }
        review();
        new ProvinceWork(officer, measure, alone).run();
    }

    private String path(Read read) throws Exception {
        var path = read.path;
        for (int i = 0; i < read.pages; i++) {
            var next = User.find(NEXT, officer.get(path));
            path = next.startsWith("?") ? path.replaceFirst("\\?.*", "") + next : next;
        }
        return path;
    }

    private void review() throws Exception {
        var school = alone.text("select s.id || ' ' || f.id" + SCHOOLS + " and f.review_started_at is not null order by t.rows desc limit 1");
        var id = school.substring(0, school.indexOf(' '));
        var filing = school.substring(school.indexOf(' '));
        measure.beside("review of the largest form", alone.count("select count(*) from filing.undertaking where filing_id = " + filing),
                nobody -> officer.get("/province/schools/" + id),
                nobody -> {
                    alone.read("select * from filing.filing f join filing.undertaking u on u.filing_id = f.id where f.id = " + filing);
                    alone.read("select * from filing.move where filing_id = " + filing + " order by id desc");
                });
    }
}
