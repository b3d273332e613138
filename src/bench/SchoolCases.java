import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Schools filing, and their officer looking on, alone and all at once. */
class SchoolCases {

    private static final Pattern SHEET = Pattern.compile("href=\"(/assets/[^\"]+/app.css)\"");
    private static final Pattern SCHOOL = Pattern.compile("href=\"(/province/schools/\\d+)\"");

    private record OfSchool(String name, Measure.Act<SchoolForm> act, Measure.Act<SchoolForm> undo) {}

    private record OfOfficer(String name, String path) {}

    private final List<OfSchool> ofSchools = List.of(
            new OfSchool("static answer (app.css)", school -> school.get(sheet()), school -> {}),
            new OfSchool("page of the form", school -> school.get("/school/undertakings"), school -> {}),
            new OfSchool("save of 1 row", school -> school.save(1), school -> {}),
            new OfSchool("save of 28 rows", school -> school.save(SchoolForm.ALL), school -> {}),
            new OfSchool("submit of 28 rows", SchoolForm::submit, SchoolForm::withdraw));

    private final List<OfOfficer> ofOfficers =
            List.of(new OfOfficer("province's list", "/province/schools"), new OfOfficer("review of a school", "/province/schools/…"));

    private final String site;
    private final Measure measure;
    private final World world;
    private final Schools schools;
    private String sheet = "";

    SchoolCases(String site, Measure measure, World world, Schools schools) {
        this.site = site;
        this.measure = measure;
        this.world = world;
        this.schools = schools;
    }

    void run(int... atOnce) throws Exception {
        if (ofSchools.stream().noneMatch(one -> measure.wants(one.name)) && ofOfficers.stream().noneMatch(one -> measure.wants(one.name))) {
            return;
        }
        var officer = new User(site);
        officer.signIn("PROVINCE", world.province(), World.PASSWORD);
        sheet = User.find(SHEET, schools.all().getFirst().get("/school/undertakings"));
        var review = User.find(SCHOOL, officer.get("/province/schools"));
        for (var one : ofSchools) {
            measure.warmUp(schools.all(), one.act, one.undo);
        }
        for (int workers : atOnce) {
            for (var one : ofSchools) {
                measure.atOnce(one.name, schools.first(workers), one.act, one.undo);
            }
            for (var one : ofOfficers) {
                var path = one.path.endsWith("…") ? review : one.path;
                measure.atOnce(one.name, Collections.nCopies(workers, officer), user -> user.get(path), user -> {});
            }
        }
    }

    private String sheet() {
        return sheet;
    }
}
