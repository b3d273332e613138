package org.chengjie.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.chengjie.filing.Stage;
import org.chengjie.organisation.Kind;
import org.chengjie.review.Standing;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schools and their rows, where the way down from the country ends (spec P4). */
@Repository
public class ReportedSchools {

    private static final String ROWS =
            """
            select r.item_id, u.code, u.name, r.stage, r.quantity, r.self_raised, r.industry, r.sponsor, r.local,
                   r.place
              from report.counted_row r
              join report.unit u on u.id = r.school_id
            """;

    private static final int PORTION = 500;

    private final JdbcClient jdbc;

    ReportedSchools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schools of a city with what they have submitted, in the order of their codes. */
    public List<ReportedSchool> ofCity(Province province, String city, Reach reach) {
        return jdbc.sql(
                        "select id, code, name, kind, place, standing, submitted_at, tasks, "
                                + Country.PARTS
                                + """
                                  from report.school_figure
                                 where starts_with(path, :province) and place = :place and starts_with(path, :reach)
                                 order by code
                                """)
                .param("province", province.path())
                .param("place", province.path() + city)
                .param("reach", reach.path())
                .query(ReportedSchools::school)
                .list();
    }

    /** The same of a whole province. */
    public List<ReportedSchool> of(Province province, Reach reach) {
        return jdbc.sql(
                        "select id, code, name, kind, place, standing, submitted_at, tasks, "
                                + Country.PARTS
                                + """
                                  from report.school_figure
                                 where starts_with(path, :province) and starts_with(path, :reach)
                                 order by code
                                """)
                .param("province", province.path())
                .param("reach", reach.path())
                .query(ReportedSchools::school)
                .list();
    }

    /** Out of reach reads the same as absent (spec X2). */
    public ReportedSchool find(String code, Reach reach) {
        return jdbc.sql(
                        "select id, code, name, kind, place, standing, submitted_at, tasks, "
                                + Country.PARTS
                                + " from report.school_figure where code = :code and starts_with(path, :reach)")
                .param("code", code)
                .param("reach", reach.path())
                .query(ReportedSchools::school)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** What a school has submitted. */
    public List<ReportedRow> rowsOf(ReportedSchool school, long plan, Reach reach) {
        return jdbc.sql(
                        ROWS
                                + """
                                 where r.school_id = :school and r.plan_id = :plan and starts_with(r.path, :reach)
                                """)
                .param("school", school.id())
                .param("plan", plan)
                .param("reach", reach.path())
                .query(ReportedSchools::row)
                .list();
    }

    /** The rows of an item in a city, in the order of the schools' codes. */
    public List<ReportedRow> rows(Province province, String city, long item, Reach reach) {
        return jdbc.sql(
                        ROWS
                                + """
                                 where starts_with(r.path, :province) and r.place = :place and r.item_id = :item
                                   and starts_with(r.path, :reach)
                                 order by u.code
                                """)
                .param("province", province.path())
                .param("place", province.path() + city)
                .param("item", item)
                .param("reach", reach.path())
                .query(ReportedSchools::row)
                .list();
    }

    /** Every row of a province with its city, school by school and never many of them in memory. */
    void each(Province province, long plan, Reach reach, BiConsumer<String, ReportedRow> reader) {
        jdbc.sql(
                        ROWS
                                + """
                                 where r.plan_id = :plan and starts_with(r.path, :province) and starts_with(r.path, :reach)
                                 order by u.code, r.item_id
                                """)
                .param("plan", plan)
                .param("province", province.path())
                .param("reach", reach.path())
                .withFetchSize(PORTION)
                .query(row -> {
                    reader.accept(
                            row.getString("place").substring(province.path().length()),
                            row(row, 0));
                });
    }

    private static ReportedSchool school(ResultSet row, int number) throws SQLException {
        var submitted = Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class));
        return new ReportedSchool(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("place"),
                Standing.valueOf(row.getString("standing")),
                submitted.map(OffsetDateTime::toInstant).orElse(null),
                row.getInt("tasks"),
                Country.figures(row));
    }

    private static ReportedRow row(ResultSet row, int number) throws SQLException {
        return new ReportedRow(
                row.getLong("item_id"),
                row.getString("code"),
                row.getString("name"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("quantity", Long.class),
                Country.funds(row, ""));
    }
}
