package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chengjie.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions without their rows: each is its officer's own, and nobody else finds it. */
@Repository
class DecisionHeads {

    private static final String SELECT =
            """
            select d.id, d.step, d.reason, d.cells, d.at, d.undone_at,
                   count(m.id) as rows, count(u.id) as untouched
              from filing.decision d
              left join filing.move m on m.decision_id = d.id
              left join filing.undertaking u on u.id = m.undertaking_id and u.version = m.version
            """;

    private final JdbcClient jdbc;

    DecisionHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long open(Actor by, Step step, String reason, Collection<Cell> cells) {
        return jdbc.sql(
                        """
                        insert into filing.decision (province_id, step, reason, cells, at, by_account, by_name)
                        values (:province, :step, :reason, :cells, :at, :by, :name)
                        returning id
                        """)
                .param("province", by.unitId())
                .param("step", step.name())
                .param("reason", reason)
                .param("cells", cells.stream().map(Cell::name).toArray(String[]::new))
                .param("at", Undertakings.sql(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .query(Long.class)
                .single();
    }

    /** What a decision orders; its rows, which may be thousands, are not counted for it. */
    record Order(Step step, String reason, List<Cell> cells) {}

    Optional<Order> order(Actor by, long id) {
        return jdbc.sql(
                        """
                        select step, reason, cells from filing.decision where by_account = :by and id = :id
                        """)
                .param("by", by.accountId())
                .param("id", id)
                .query((row, n) ->
                        new Order(
                                Step.valueOf(row.getString("step")),
                                row.getString("reason"),
                                cells(row)))
                .optional();
    }

    /** The officer's last one; the undoing of one is none. */
    Optional<Decision> last(Actor by) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where d.id = (select max(id) from filing.decision
                                                where by_account = :by and step <> 'UNDO')
                                 group by d.id
                                """)
                .param("by", by.accountId())
                .query(DecisionHeads::read)
                .optional();
    }

    /** Its rows as it left them, by school. */
    List<SchoolPicks> picks(long id) {
        return SchoolPicks.group(
                jdbc.sql(
                                """
                                select f.school_id, m.undertaking_id, m.version
                                  from filing.move m
                                  join filing.filing f on f.id = m.filing_id
                                 where m.decision_id = :id
                                 order by f.school_id, m.id
                                """)
                        .param("id", id)
                        .query((row, n) ->
                                new SchoolPicks.Line(
                                        row.getLong("school_id"),
                                        new Pick(
                                                row.getLong("undertaking_id"),
                                                row.getLong("version"))))
                        .list());
    }

    /** Which of these rows the decision has moved, now or before: one that was cut off goes on. */
    Set<Long> moved(long id, Collection<Long> undertakings) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select undertaking_id from filing.move
                                 where decision_id = :id and undertaking_id = any(:rows)
                                """)
                        .param("id", id)
                        .param("rows", undertakings.toArray(Long[]::new))
                        .query((row, n) -> row.getLong("undertaking_id"))
                        .list());
    }

    /** Whether it was this request that took it back, and not one before. */
    boolean undo(long id, Instant at) {
        return jdbc.sql(
                                "update filing.decision set undone_at = :at where id = :id and undone_at is null")
                        .param("at", Undertakings.sql(at))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Decision read(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getLong("id"),
                Step.valueOf(row.getString("step")),
                row.getString("reason"),
                cells(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("undone_at") != null,
                row.getInt("rows"),
                row.getInt("untouched"));
    }

    private static List<Cell> cells(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("cells").getArray()).map(Cell::valueOf).toList();
    }
}
