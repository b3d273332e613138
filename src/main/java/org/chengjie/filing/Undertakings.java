package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.chengjie.database.AtCommit;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of all filings; a whole form is written, or moved, in one statement. */
@Repository
class Undertakings {

    private final JdbcClient jdbc;
    private final AtCommit atCommit;

    Undertakings(JdbcClient jdbc, AtCommit atCommit) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
    }

    List<Undertaking> of(long filingId) {
        return jdbc.sql(
                        """
                        select id, item_id, undertaken, stage, quantity, self_raised, industry, sponsor, local,
                               version, changed_at, changed_name
                          from filing.undertaking
                         where filing_id = :filing
                        """)
                .param("filing", filingId)
                .query(Undertakings::read)
                .list();
    }

    /**
     * Writes rows with the commit, all of them or nothing. Whoever calls holds the form, so that
     * nobody can have changed what the rows were made from.
     */
    void write(long filingId, Actor by, long version, List<Written> rows) {
        atCommit.write(
                """
                with typed as (
                    select * from unnest(?::bigint[], ?::boolean[], ?::boolean[], ?::bigint[],
                                         ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                    as t(item_id, takes_quantity, undertaken, version,
                         quantity, self_raised, industry, sponsor, local)
                ), written as (
                    insert into filing.undertaking as u
                           (filing_id, school_path, item_id, takes_quantity, undertaken, quantity, self_raised, industry,
                            sponsor, local, version, changed_at, changed_by, changed_name)
                    select ?, ?, item_id, takes_quantity, undertaken, quantity, self_raised, industry,
                           sponsor, local, ?, ?, ?, ?
                      from typed
                    on conflict (filing_id, item_id) do update
                       set undertaken = excluded.undertaken, quantity = excluded.quantity,
                           self_raised = excluded.self_raised, industry = excluded.industry,
                           sponsor = excluded.sponsor, local = excluded.local, version = excluded.version,
                           changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                           changed_name = excluded.changed_name
                     where u.version = (select t.version from typed t where t.item_id = u.item_id)
                       and u.stage in ('DRAFT', 'RETURNED')
                    returning 1)
                select case when count(*) <> ? then filing.refuse_write() end from written
                """,
                longs(rows, row -> row.item().id()),
                booleans(rows, row -> row.item().takesQuantity()),
                booleans(rows, Written::undertaken),
                longs(rows, row -> row.before().version()),
                longs(rows, row -> row.values().quantity()),
                yuan(rows, Cell.SELF_RAISED),
                yuan(rows, Cell.INDUSTRY),
                yuan(rows, Cell.SPONSOR),
                yuan(rows, Cell.LOCAL),
                filingId,
                by.path(),
                version,
                sql(by.arrived()),
                by.accountId(),
                by.name(),
                rows.size());
    }

    /**
     * Moves those rows that still are as they were picked, and tells each move; the answer names
     * the moved.
     */
    Set<Long> move(Step step, Collection<Pick> picks, Actor by) {
        return move(step, picks, by, "", List.of(), null);
    }

    /**
     * @param decision the decision that moves them; null where a school does
     */
    Set<Long> move(
            Step step,
            Collection<Pick> picks,
            Actor by,
            String reason,
            Collection<Cell> cells,
            @Nullable Long decision) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                with moved as (
                                    update filing.undertaking u
                                       set stage = :to, version = nextval('filing.version'),
                                           changed_at = :at, changed_by = :by, changed_name = :name,
                                           returns = case when :to = 'DRAFT' then 0
                                                          when :to = 'RETURNED' then u.returns + 1
                                                          when :step = 'UNDO' and u.stage = 'RETURNED' then u.returns - 1
                                                          else u.returns end
                                      from unnest(:ids::bigint[], :versions::bigint[]) as picked(id, version)
                                     where u.id = picked.id and u.version = picked.version
                                       and u.undertaken and u.stage = any(:from)
                                       and (lies_in(u.school_path, :reach))
                                    returning u.*)
                                insert into filing.move (undertaking_id, filing_id, school_path, step, at, by_account, by_name, reason,
                                                         cells, decision_id, version, quantity, self_raised, industry, sponsor, local)
                                select id, filing_id, school_path, :step, :at, :by, :name, :reason,
                                       :cells::text[], :decision::bigint, version, quantity, self_raised, industry, sponsor, local
                                  from moved
                                returning undertaking_id
                                """)
                        .param("to", step.to().name())
                        .param("from", step.from().stream().map(Stage::name).toArray(String[]::new))
                        .param("step", step.name())
                        .param("at", sql(by.arrived()))
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("reach", by.path())
                        .param("reason", reason)
                        .param("decision", decision)
                        .param("cells", cells.stream().map(Cell::name).toArray(String[]::new))
                        .param("ids", picks.stream().map(Pick::undertakingId).toArray(Long[]::new))
                        .param("versions", picks.stream().map(Pick::version).toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** All moves of a filing, the newest first. */
    List<Move> moves(long filingId, Reach reach) {
        return jdbc.sql(
                        """
                        select undertaking_id, step, at, by_name, reason, cells, quantity, self_raised, industry, sponsor, local
                          from filing.move
                         where filing_id = :filing and lies_in(school_path, :reach)
                         order by id desc
                        """)
                .param("filing", filingId)
                .param("reach", reach.path())
                .query(Undertakings::move)
                .list();
    }

    int count(long planId, Actor school, Stage stage) {
        return jdbc.sql(
                        """
                        select count(*)
                          from filing.filing f
                          join filing.undertaking r on r.filing_id = f.id and r.undertaken and r.stage = :stage
                         where f.plan_id = :plan and f.school_id = :school and lies_in(f.school_path, :reach)
                        """)
                .param("plan", planId)
                .param("school", school.unitId())
                .param("reach", school.path())
                .param("stage", stage.name())
                .query(Integer.class)
                .single();
    }

    static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Undertaking read(ResultSet row, int number) throws SQLException {
        return new Undertaking(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getBoolean("undertaken"),
                Stage.valueOf(row.getString("stage")),
                values(row),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_name"));
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getLong("undertaking_id"),
                Step.valueOf(row.getString("step")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getString("reason"),
                List.of((String[]) row.getArray("cells").getArray()).stream()
                        .map(Cell::valueOf)
                        .toList(),
                values(row));
    }

    static Values values(ResultSet row) throws SQLException {
        return Values.of(
                row.getObject("quantity", Long.class),
                row.getObject("self_raised", Long.class),
                row.getObject("industry", Long.class),
                row.getObject("sponsor", Long.class),
                row.getObject("local", Long.class));
    }

    private static Boolean[] booleans(List<Written> rows, Function<Written, Boolean> of) {
        return rows.stream().map(of).toArray(Boolean[]::new);
    }

    private static @Nullable Long[] longs(
            List<Written> rows, Function<Written, @Nullable Long> of) {
        return rows.stream().map(of).toArray(Long[]::new);
    }

    private static @Nullable Long[] yuan(List<Written> rows, Cell source) {
        return longs(
                rows,
                row -> {
                    var amount = row.values().amount(source);
                    return amount == null ? null : amount.yuan();
                });
    }
}
