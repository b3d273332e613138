import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Eight schools filing, and their officer looking on, alone and all at once. */
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
    private String sheet = "";

    SchoolCases(String site, Measure measure) {
        this.site = site;
        this.measure = measure;
    }

    void run(List<String> codes, Path ledger) throws Exception {
        if (ofSchools.stream().noneMatch(one -> measure.wants(one.name)) && ofOfficers.stream().noneMatch(one -> measure.wants(one.name))) {
            return;
        }
        var schools = new ArrayList<SchoolForm>();
        for (var code : codes) {
            var school = new SchoolForm(site);
            school.arrive("SCHOOL", code);
            school.load();
            school.save(SchoolForm.ALL);
            schools.add(school);
        }
        var officer = new User(site);
        officer.arrive("PROVINCE", "140000");
        sheet = User.find(SHEET, schools.getFirst().get("/school/undertakings"));
        var review = User.find(SCHOOL, officer.get("/province/schools"));

        for (int workers : new int[] {1, codes.size()}) {
            for (var one : ofSchools) {
                measure.atOnce(one.name, schools.subList(0, workers), one.act, one.undo);
            }
            for (var one : ofOfficers) {
                var path = one.path.endsWith("…") ? review : one.path;
                measure.atOnce(one.name, Collections.nCopies(workers, officer), user -> user.get(path), user -> {});
            }
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < codes.size(); i++) {
            lines.add(codes.get(i) + "," + schools.get(i).acknowledged());
        }
        Files.write(ledger, lines);
    }

    private String sheet() {
        return sheet;
    }
}
