package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schools within a reach, each with where it stands, in one query however many there are. */
@Repository
public class Schools {

    private static final String SELECT =
            """
            select id, code, name, kind, city, standing, submitted_at, tasks, rows, waiting, approved, returned,
                   rejected, self_raised, industry, sponsor, local,
                   approved_self_raised, approved_industry, approved_sponsor, approved_local
              from review.%s
             where starts_with(path, :reach)
            """;

    /** A closed school is in no list, but what it filed can be read (spec P1). */
    private static final String OPEN = SELECT.formatted("school");

    private static final String ANY = SELECT.formatted("any_school");

    private final JdbcClient jdbc;

    Schools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, those that wait for a decision first. */
    public List<SchoolLine> all(Reach reach) {
        return jdbc.sql(
                        OPEN
                                + """
                                 order by array_position(array['SUBMITTED', 'UNDER_REVIEW', 'DECIDED', 'FILLING_IN'], standing) nulls last,
                                          code
                                """)
                .param("reach", reach.path())
                .query(Schools::read)
                .list();
    }

    /** Out of reach reads the same as absent (spec X2). */
    public SchoolLine find(long id, Reach reach) {
        return jdbc.sql(ANY + " and id = :id")
                .param("reach", reach.path())
                .param("id", id)
                .query(Schools::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private static SchoolLine read(ResultSet row, int number) throws SQLException {
        var submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        return new SchoolLine(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("city"),
                Standing.valueOf(row.getString("standing")),
                submittedAt == null ? null : submittedAt.toInstant(),
                row.getInt("tasks"),
                row.getInt("rows"),
                row.getInt("waiting"),
                row.getInt("approved"),
                row.getInt("returned"),
                row.getInt("rejected"),
                funds(row, ""),
                funds(row, "approved_"));
    }

    private static Funds funds(ResultSet row, String prefix) throws SQLException {
        return new Funds(
                new Amount(row.getLong(prefix + "self_raised")),
                new Amount(row.getLong(prefix + "industry")),
                new Amount(row.getLong(prefix + "sponsor")),
                new Amount(row.getLong(prefix + "local")));
    }
}
