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

    private final String site;
    private final Measure measure;

    SchoolCases(String site, Measure measure) {
        this.site = site;
        this.measure = measure;
    }

    void run(List<String> codes, Path ledger) throws Exception {
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
        var sheet = User.find(SHEET, schools.getFirst().get("/school/undertakings"));
        var review = User.find(SCHOOL, officer.get("/province/schools"));

        for (int workers : new int[] {1, codes.size()}) {
            var some = schools.subList(0, workers);
            var officers = Collections.nCopies(workers, officer);
            measure.atOnce("static answer (app.css)", some, school -> school.get(sheet), school -> {});
            measure.atOnce("page of the form", some, school -> school.get("/school/undertakings"), school -> {});
            measure.atOnce("save of 1 row", some, school -> school.save(1), school -> {});
            measure.atOnce("save of 28 rows", some, school -> school.save(SchoolForm.ALL), school -> {});
            measure.atOnce("submit of 28 rows", some, SchoolForm::submit, SchoolForm::withdraw);
            measure.atOnce("province's list", officers, user -> user.get("/province/schools"), user -> {});
            measure.atOnce("review of a school", officers, user -> user.get(review), user -> {});
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < codes.size(); i++) {
            lines.add(codes.get(i) + "," + schools.get(i).acknowledged());
        }
        Files.write(ledger, lines);
    }
}
