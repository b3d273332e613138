package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The 中职 of a city, each with what the city still owes an opinion on (spec R6); other bodies that
 * lie there go straight to the province, and are none of the city's.
 */
@Repository
public class CitySchools {

    private static final String SELECT =
            """
            select s.id, s.code, s.name, s.path, s.standing, s.submitted_at, s.rows, s.waiting,
                   s.self_raised + s.industry + s.sponsor + s.local as total,
                   coalesce(o.owed, 0) as owed, coalesce(o.agreed, 0) as agreed, coalesce(o.disagreed, 0) as disagreed
              from review.desk_school s
              left join (select r.school_id,
                                count(*) filter (where r.stage = 'SUBMITTED'
                                                   and (o.undertaking_id is null or o.outdated)) as owed,
                                count(*) filter (where o.agrees and not o.outdated) as agreed,
                                count(*) filter (where not o.agrees and not o.outdated) as disagreed
                           from review.row r
                           left join review.told_opinion o on o.undertaking_id = r.id
                          where lies_in(r.path, :reach)
                          group by r.school_id) o on o.school_id = s.id
             where lies_in(s.path, :reach) and s.kind = 'SECONDARY'
            """;

    private final JdbcClient jdbc;

    CitySchools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, those the city owes an opinion first, then those that have not submitted. */
    public List<CitySchool> all(Reach reach) {
        return jdbc.sql(SELECT + " order by owed = 0, s.submitted_at is not null, s.code")
                .param("reach", reach.path())
                .query(CitySchools::read)
                .list();
    }

    /** Out of reach, or no 中职: it reads as absent (spec X2). */
    public CitySchool find(long id, Reach reach) {
        return jdbc.sql(SELECT + " and s.id = :id")
                .param("reach", reach.path())
                .param("id", id)
                .query(CitySchools::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private static CitySchool read(ResultSet row, int number) throws SQLException {
        var submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        return new CitySchool(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("path"),
                Standing.valueOf(row.getString("standing")),
                submittedAt == null ? null : submittedAt.toInstant(),
                row.getInt("rows"),
                row.getInt("waiting"),
                row.getInt("owed"),
                row.getInt("agreed"),
                row.getInt("disagreed"),
                new Amount(row.getLong("total")));
    }
}
