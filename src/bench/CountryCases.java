import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The ministry's pages, from the country down to a school, alone and while schools work; and all rows of the country as a file. */
class CountryCases {

    private static final String OVERVIEW = "/ministry/overview";
    private static final String ITEM = "3.1";

    private static final String OF_PLACES =
            """
            select place, sum(rows), sum(quantity), sum(self_raised), sum(industry), sum(sponsor), sum(local), sum(waiting), sum(approved)
              from report.figure
            """;

    private static final String PROVINCES = " where place in (select path from organisation.unit where tier = 'PROVINCE')";
    private static final String CITIES = " where place > $reach and place < $end";
    private static final String OF_ITEM = " and item_id = (select id from plan.item where no = '" + ITEM + "')";
    private static final String BY_PLACE = " group by place";
    private static final String COUNTRYS_ITEMS = "select * from report.figure where place = $nation";

    private static final String OF_SCHOOL =
            """
            select u.*
              from organisation.unit s
              join filing.filing f on f.school_id = s.id
              join filing.undertaking u on u.filing_id = f.id and u.undertaken
             where s.code = $school
            """;

    private static final String OF_ITEM_IN_CITY =
            """
            select s.code, s.name, u.*
              from organisation.unit s
              join filing.filing f on f.school_id = s.id
              join filing.undertaking u on u.filing_id = f.id and u.undertaken and u.stage <> 'DRAFT'
             where s.path >= $reach and s.path < $end and s.city = $city
            """ + OF_ITEM;

    private static final String EXPORTED =
            """
            select s.city, s.code, s.name, i.no, i.title, u.*
              from filing.undertaking u
              join filing.filing f on f.id = u.filing_id
              join organisation.unit s on s.id = f.school_id
              join plan.item i on i.id = u.item_id
             where u.undertaken and u.stage <> 'DRAFT'
             order by s.path, i.position
            """;

    /** A page, and the statements that read the figures on it. */
    private record Read(String name, String path, String... alone) {}

    private final String site;
    private final Measure measure;
    private final World world;
    private final Schools schools;
    private final Alone alone;
    private final User clerk;

    CountryCases(String site, Measure measure, World world, Schools schools, Alone alone) {
        this.site = site;
        this.measure = measure;
        this.world = world;
        this.schools = schools;
        this.alone = alone;
        clerk = new User(site);
    }

    void run() throws Exception {
        clerk.arrive("MINISTRY", "moe");
        for (var read : reads()) {
            if (measure.wants(read.name)) {
                int rows = 0;
                for (var sql : read.alone) {
                    rows += alone.read(sql);
                }
                measure.beside("country", read.name, rows, nobody -> clerk.bytes(read.path), nobody -> {
                    for (var sql : read.alone) {
                        alone.read(sql);
                    }
                });
            }
        }
        int many = schools.all().size();
        meanwhile("save", "saves of 28 rows meanwhile", many, form -> form.save(SchoolForm.ALL), form -> {});
        meanwhile("submit and take back", "submits of 28 rows meanwhile", many, SchoolForm::submit, SchoolForm::withdraw);
    }

    private void meanwhile(String what, String others, int many, Measure.Act<SchoolForm> act, Measure.Act<SchoolForm> undo) throws Exception {
        measure.meanwhile("overview while %d schools %s".formatted(many, what), nobody -> clerk.get(OVERVIEW), others, schools.all(), act, undo);
    }

    /** Signs in anew: the first sign-in may have been idle for longer than one may. */
    void export() throws Exception {
        var name = "export of the nation (.xlsx)";
        if (measure.wants(name)) {
            var later = new User(site);
            later.signIn("MINISTRY", "moe", User.PASSWORD);
            measure.once("country", name, alone.count("select count(*) from (" + EXPORTED + ") as e"),
                    nobody -> new LongWork(later).export(OVERVIEW, OVERVIEW + "/export", Map.of()),
                    nobody -> alone.copy(EXPORTED));
        }
    }

    private List<Read> reads() {
        var province = "/provinces/" + world.province();
        var city = "/cities/" + URLEncoder.encode(world.city(), StandardCharsets.UTF_8);
        var item = "/ministry/items/" + ITEM;
        return List.of(
                new Read("overview", OVERVIEW, OF_PLACES + PROVINCES + BY_PLACE, COUNTRYS_ITEMS),
                new Read("overview as a workbook", OVERVIEW + "/workbook", OF_PLACES + PROVINCES + BY_PLACE, COUNTRYS_ITEMS),
                new Read("provinces", "/ministry/provinces", OF_PLACES + PROVINCES + BY_PLACE),
                new Read("a province", "/ministry" + province, OF_PLACES + CITIES + BY_PLACE),
                new Read("a city", "/ministry" + province + city,
                        """
                        select s.code, s.name, s.kind, f.submitted_at, count(*), sum(u.self_raised), sum(u.industry), sum(u.sponsor), sum(u.local)
                          from organisation.unit s
                          left join filing.filing f on f.school_id = s.id
                          left join filing.undertaking u on u.filing_id = f.id and u.undertaken and u.stage <> 'DRAFT'
                         where s.path >= $reach and s.path < $end and s.city = $city
                         group by s.id, f.id
                        """),
                new Read("a school", "/ministry/schools/" + world.school(), OF_SCHOOL),
                new Read("an item", item, OF_PLACES + PROVINCES + OF_ITEM + BY_PLACE),
                new Read("an item in a province", item + province, OF_PLACES + CITIES + OF_ITEM + BY_PLACE),
                new Read("an item in a city", item + province + city, OF_ITEM_IN_CITY));
    }
}
