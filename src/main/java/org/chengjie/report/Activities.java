package org.chengjie.report;

import java.time.LocalDate;
import java.util.List;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of the filing, counted every minute. */
@Repository
public class Activities {

    private final JdbcClient jdbc;

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days on which something was done within a reach, in their order. */
    public List<Activity> since(LocalDate first, Reach reach) {
        return jdbc.sql(
                        """
                        select day, sum(saves)::bigint as saves, sum(submissions)::bigint as submissions,
                               sum(approvals)::bigint as approvals
                          from report.day
                         where day >= :first and starts_with(place, :reach)
                         group by day
                         order by day
                        """)
                .param("first", first)
                .param("reach", reach.path())
                .query((row, n) ->
                        new Activity(
                                row.getObject("day", LocalDate.class),
                                row.getLong("saves"),
                                row.getLong("submissions"),
                                row.getLong("approvals")))
                .list();
    }
}
