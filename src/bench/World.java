import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What the world holds that is measured in: the province with the most rows, where the work is heaviest, and schools that
 * nobody has touched.
 *
 * @param province its code, with which its officer signs in
 * @param kind the kind of school that it has most of, and {@code city} where most of those are
 * @param school the code of that province's school with the most rows
 * @param cities its cities, where it has any in its register
 * @param untouched codes of schools that have not signed in yet, those of the province first
 */
record World(String province, String kind, String city, String school, List<String> cities, List<String> untouched) {

    /** Of every account of a generated world that has signed in before. */
    static final String PASSWORD = "rehearse2026";

    private static final int UNTOUCHED = 8;

    /** Tells it, too, and teaches what the statements call it. */
    static World find(Alone alone) throws SQLException {
        alone.name("nation", alone.text("select path from organisation.unit where tier = 'MINISTRY'"));
        var province = alone.text(
                """
                select p.code
                  from organisation.unit p
                 where p.tier = 'PROVINCE'
                 order by (select count(*)
                             from filing.undertaking
                            where school_path >= p.path and school_path < left(p.path, -1) || '0') desc
                 limit 1
                """);
        alone.name("province", province);
        var reach = alone.text("select path from organisation.unit where tier = 'PROVINCE' and code = $province");
        alone.name("reach", reach);
        alone.name("end", reach.substring(0, reach.length() - 1) + '0');
        var schools = " from organisation.unit where tier = 'SCHOOL' and path >= $reach and path < $end";
        var kind = alone.text("select kind" + schools + " group by kind order by count(*) desc limit 1");
        alone.name("kind", kind);
        var city = alone.text("select city" + schools + " and kind = $kind and city <> '' group by city order by count(*) desc, city limit 1");
        alone.name("city", city);
        alone.name("place", reach + city);
        var school = alone.text(
                """
                select s.code
                  from filing.undertaking u
                  join filing.filing f on f.id = u.filing_id and f.review_started_at is not null
                  join organisation.unit s on s.id = f.school_id
                 where u.school_path >= $reach and u.school_path < $end and u.undertaken
                 group by s.code
                 order by count(*) desc, s.code
                 limit 1
                """);
        alone.name("school", school);
        var world = new World(province, kind, city, school, list(alone,
                "select name from organisation.unit where tier = 'CITY' and path >= $reach and path < $end order by code"), untouched(alone));
        Line.fact("schools", alone.text("select count(*) from organisation.unit where tier = 'SCHOOL'"));
        Line.fact("rows", alone.text("select count(*) from filing.undertaking where undertaken"));
        Line.fact("largest province", province + ", " + alone.text("select count(*)" + schools) + " schools");
        return world;
    }

    private static List<String> untouched(Alone alone) throws SQLException {
        var codes = list(alone,
                """
                select s.code
                  from organisation.unit s
                  join account.account a on a.unit_id = s.id and a.main and a.first_signed_in_at is null
                 where s.tier = 'SCHOOL' and s.closed_at is null and not exists (select from filing.filing f where f.school_id = s.id)
                 order by not (s.path >= $reach and s.path < $end), s.code
                 limit %d
                """.formatted(UNTOUCHED));
        if (codes.size() < UNTOUCHED) {
            throw new IllegalStateException("Only " + codes.size() + " schools have not signed in yet");
        }
        return codes;
    }

    private static List<String> list(Alone alone, String sql) throws SQLException {
        var all = alone.text("select string_agg(t.v, ',') from (" + sql + ") as t (v)");
        return all.isEmpty() ? List.of() : Arrays.asList(all.split(","));
    }
}
