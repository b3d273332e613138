import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The schools that file while it is measured: nobody had touched them, so what they store is known. */
class Schools {

    private final List<String> codes;
    private final List<SchoolForm> forms = new ArrayList<>();

    /** Signs all in and has each save its first form. */
    Schools(String site, List<String> codes) throws Exception {
        this.codes = codes;
        for (var code : codes) {
            var form = new SchoolForm(site);
            form.arrive("SCHOOL", code);
            form.load();
            form.save(SchoolForm.ALL);
            forms.add(form);
        }
    }

    List<SchoolForm> all() {
        return forms;
    }

    List<SchoolForm> first(int count) {
        return forms.subList(0, count);
    }

    /** From then on they count in the totals. */
    void submit() throws Exception {
        for (var form : forms) {
            form.submit();
        }
    }

    /** How many acknowledged rows are not in the database. */
    long missing(Alone alone) throws SQLException {
        long missing = 0;
        for (int i = 0; i < forms.size(); i++) {
            missing += forms.get(i).missing(codes.get(i), alone);
        }
        return missing;
    }
}
