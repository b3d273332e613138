import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The desk of an officer of the largest province, each case beside what PostgreSQL alone takes for the same rows. */
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
     * A page, how many pages to go on from there (where there are so many) before it is measured, a statement that counts the rows in view, and those
     * that read what the page shows of them.
     */
    private record Read(String name, String path, int pages, String count, String... alone) {}

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
    private final World world;
    private final Alone alone;
    private final User officer;

    ProvinceCases(String site, Measure measure, World world, Alone alone) {
        this.site = site;
        this.measure = measure;
        this.world = world;
        this.alone = alone;
        officer = new User(site);
    }

    void run() throws Exception {
        signIn(officer);
        measure.beside("province", "officer signs in", 1, nobody -> signIn(new User(site)),
                nobody -> alone.read("select a.*, u.* from account.account a join organisation.unit u on u.id = a.unit_id where user_name = $province"));
        for (var read : reads()) {
            if (measure.wants(read.name)) {
                var path = path(read);
                measure.beside("province", read.name, alone.count(read.count), nobody -> officer.get(path), nobody -> {
                    for (var sql : read.alone) {
                        alone.read(sql);
                    }
                });
            }
        }
        review();
        new ProvinceWork(officer, measure, world, alone).run();
    }

    private void signIn(User user) throws Exception {
        user.signIn("PROVINCE", world.province(), World.PASSWORD);
    }

    private List<Read> reads() {
        return List.of(
                new Read("desk", "/province/desk", 0, "select count(*)" + ROWS,
                        "select s.kind, s.city, count(*), count(f.submitted_at), sum(t.rows), sum(t.waiting), sum(t.total)" + SCHOOLS + " group by 1, 2",
                        "select u.stage, count(*), sum(u.self_raised), sum(u.industry), sum(u.sponsor), sum(u.local)" + ROWS + " group by 1"),
                schools("first page", "/province/schools", 0, ""),
                schools("filtered by kind and city", "/province/schools?kind=" + world.kind() + "&city=" + URLEncoder.encode(world.city(), StandardCharsets.UTF_8) + "&standing=UNDER_REVIEW", 0,
                        " and s.kind = $kind and s.city = $city and f.review_started_at is not null"),
                schools("page 8, or the last", "/province/schools?sort=CODE", 7, ""),
                rows("all, first page", "/province/rows", 0, "", "s.code, i.position"),
                rows("one item", "/province/rows?item=3.1", 0, " and i.no = '3.1'", "s.code"),
                rows("filtered by stage and kind", "/province/rows?stage=SUBMITTED&kind=" + world.kind(), 0,
                        " and u.stage = 'SUBMITTED' and s.kind = $kind", "s.code, i.position"),
                rows("sorted by marks", "/province/rows?sort=MARKED", 0, "", "u.self_raised desc"),
                rows("sorted by total, page 20 or the last", "/province/rows?sort=TOTAL", 19, "",
                        "u.self_raised + u.industry + u.sponsor + u.local desc"),
                new Read("items", "/province/items", 0, "select count(*)" + ROWS,
                        "select i.no, u.stage, count(*), sum(u.quantity), sum(u.self_raised + u.industry + u.sponsor + u.local)" + ROWS + " group by 1, 2"));
    }

    private String path(Read read) throws Exception {
        var path = read.path;
        for (int i = 0; i < read.pages; i++) {
            var next = NEXT.matcher(officer.get(path));
            if (!next.find()) {
                break;
            }
            var query = next.group(1).replace("&amp;", "&");
            path = query.startsWith("?") ? path.replaceFirst("\\?.*", "") + query : query;
        }
        return path;
    }

    private void review() throws Exception {
        var id = alone.text("select id from organisation.unit where tier = 'SCHOOL' and code = $school");
        var filing = alone.text("select id from filing.filing where school_id = " + id);
        measure.beside("province", "review of the largest form", alone.count("select count(*) from filing.undertaking where filing_id = " + filing),
                nobody -> officer.get("/province/schools/" + id),
                nobody -> {
                    alone.read("select * from filing.filing f join filing.undertaking u on u.filing_id = f.id where f.id = " + filing);
                    alone.read("select * from filing.move where filing_id = " + filing + " order by id desc");
                });
    }
}
