import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The schools that file while it is measured: nobody had touched them, so what they store is known. */
class Schools {

    /** A school types 万元, the database holds yuan. */
    private static final long YUAN = 10_000;

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

    /** How many acknowledged rows the database does not hold as they were acknowledged, each source of each row. */
    long missing(Alone alone) throws SQLException {
        long missing = 0;
        for (int i = 0; i < forms.size(); i++) {
            for (var row : forms.get(i).acknowledged().entrySet()) {
                missing += 1 - stored(alone, codes.get(i), row.getKey(), row.getValue() * YUAN);
            }
        }
        return missing;
    }

    private static int stored(Alone alone, String code, String no, long yuan) throws SQLException {
        return alone.count(
                """
                select count(*)
                  from organisation.unit s
                  join filing.filing f on f.school_id = s.id
                  join filing.undertaking u on u.filing_id = f.id
                  join plan.item i on i.id = u.item_id
                 where s.code = '%s' and i.no = '%s' and u.undertaken
                   and (u.self_raised, u.industry, u.sponsor, u.local) = (%d, %d, %d, %d)
                """.formatted(code, no, yuan, yuan, yuan, yuan));
    }
}
