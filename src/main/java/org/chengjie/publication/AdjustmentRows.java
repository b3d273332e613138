package org.chengjie.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The adjustments as they are stored: letter, rows and scan. */
@Repository
class AdjustmentRows {

    /** A school that can be picked. */
    record School(long id, String code, String name) {}

    private static final String HEAD =
            """
            select a.id, a.plan_id, a.province_id, a.province_path, a.province_name, a.state, a.reason, a.letter_no, a.letter_dated,
                   a.created_name, a.submitted_at, a.submitted_name, a.decided_at, a.decided_name, a.decision, a.edition_id, a.version,
                   coalesce((select s.name from publication.adjustment_scan s where s.adjustment_id = a.id), '') as scan_name
              from publication.adjustment a
            """;

    private final JdbcClient jdbc;

    AdjustmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a plan within a reach, the newest first. */
    List<Adjustment> all(Plan plan, Reach reach) {
        var lines = lines(plan, reach, null);
        return jdbc.sql(
                        HEAD
                                + """
                                 where a.plan_id = :plan and starts_with(a.province_path, :reach)
                                 order by a.id desc
                                """)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .query((row, n) -> adjustment(row, lines))
                .list();
    }

    Optional<Adjustment> find(Plan plan, long id, Reach reach) {
        var lines = lines(plan, reach, id);
        return jdbc.sql(
                        HEAD
                                + " where a.id = :id and a.plan_id = :plan and starts_with(a.province_path, :reach)")
                .param("id", id)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .query((row, n) -> adjustment(row, lines))
                .optional();
    }

    /** The same, held until the transaction ends; read after the wait, not before. */
    Optional<Adjustment> hold(Plan plan, long id, Reach reach) {
        return jdbc.sql(
                        """
                        select id from publication.adjustment
                         where id = :id and starts_with(province_path, :reach) for update
                        """)
                .param("id", id)
                .param("reach", reach.path())
                .query((row, n) -> row.getLong("id"))
                .optional()
                .flatMap(held -> find(plan, held, reach));
    }

    /** How many wait for the ministry. */
    int waiting(Reach reach) {
        return jdbc.sql(
                        """
                        select count(*) from publication.adjustment
                         where state = 'SUBMITTED' and starts_with(province_path, :reach)
                        """)
                .param("reach", reach.path())
                .query(Integer.class)
                .single();
    }

    long create(Actor by, long planId) {
        return jdbc.sql(
                        """
                        insert into publication.adjustment (plan_id, province_id, province_path, province_name, created_at, created_by,
                                                            created_name)
                        values (:plan, :province, :path, :name, :at, :by, :byName)
                        returning id
                        """)
                .param("plan", planId)
                .param("province", by.unitId())
                .param("path", by.path())
                .param("name", by.unitName())
                .param("at", sql(by.arrived()))
                .param("by", by.accountId())
                .param("byName", by.name())
                .query((row, n) -> row.getLong("id"))
                .single();
    }

    void write(long id, String reason, String letterNo, @Nullable LocalDate dated) {
        jdbc.sql(
                        """
                        update publication.adjustment
                           set reason = :reason, letter_no = :no, letter_dated = :dated, version = version + 1
                         where id = :id
                        """)
                .param("reason", reason)
                .param("no", letterNo)
                .param("dated", dated)
                .param("id", id)
                .update();
    }

    /** A page made before is not of this one any more. */
    void touch(long id) {
        jdbc.sql("update publication.adjustment set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** Answers whether the row was not in it yet. */
    boolean add(
            long id,
            @Nullable Long schoolId,
            String schoolName,
            Item item,
            long version,
            Figures now) {
        var statement =
                jdbc.sql(
                                """
                                insert into publication.adjustment_line (adjustment_id, school_id, school_name, item_id, row_version,
                                    before_undertaken, before_quantity, before_self_raised, before_industry, before_sponsor,
                                    before_local, before_provincial, before_bodies,
                                    after_undertaken, after_quantity, after_self_raised, after_industry, after_sponsor,
                                    after_local, after_provincial, after_bodies)
                                values (:adjustment, :school::bigint, :schoolName, :item, :version,
                                    :undertaken, :quantity::bigint, :self_raised::bigint, :industry::bigint, :sponsor::bigint,
                                    :local::bigint, :provincial::bigint, :bodies,
                                    :after, :quantity::bigint, :self_raised::bigint, :industry::bigint, :sponsor::bigint,
                                    :local::bigint, :provincial::bigint, :bodies)
                                on conflict (adjustment_id, school_id, item_id) do nothing
                                """)
                        .param("adjustment", id)
                        .param("school", schoolId)
                        .param("schoolName", schoolName)
                        .param("item", item.id())
                        .param("version", version);
        // Funds that a province adds to an item of its schools need no tick.
        return statement
                        .param("after", now.undertaken() || now.numbers().isEmpty())
                        .params(cells(now))
                        .update()
                > 0;
    }

    /** The row as it is now, where it has changed since it was picked. */
    void refresh(long lineId, long version, Figures now) {
        jdbc.sql(
                        """
                        update publication.adjustment_line
                           set row_version = :version, before_undertaken = :undertaken, before_quantity = :quantity::bigint,
                               before_self_raised = :self_raised::bigint, before_industry = :industry::bigint,
                               before_sponsor = :sponsor::bigint, before_local = :local::bigint,
                               before_provincial = :provincial::bigint, before_bodies = :bodies
                         where id = :id
                        """)
                .param("version", version)
                .param("id", lineId)
                .params(cells(now))
                .update();
    }

    void change(long lineId, Figures after) {
        jdbc.sql(
                        """
                        update publication.adjustment_line
                           set after_undertaken = :undertaken, after_quantity = :quantity::bigint,
                               after_self_raised = :self_raised::bigint, after_industry = :industry::bigint,
                               after_sponsor = :sponsor::bigint, after_local = :local::bigint,
                               after_provincial = :provincial::bigint, after_bodies = :bodies
                         where id = :id
                        """)
                .param("id", lineId)
                .params(cells(after))
                .update();
    }

    void remove(long id, long lineId) {
        jdbc.sql("delete from publication.adjustment_line where id = :line and adjustment_id = :id")
                .param("line", lineId)
                .param("id", id)
                .update();
    }

    void attach(long id, Scan scan) {
        jdbc.sql(
                        """
                        insert into publication.adjustment_scan (adjustment_id, name, type, bytes)
                        values (:id, :name, :type, :bytes)
                        on conflict (adjustment_id) do update
                           set name = excluded.name, type = excluded.type, bytes = excluded.bytes
                        """)
                .param("id", id)
                .param("name", scan.name())
                .param("type", scan.type())
                .param("bytes", scan.bytes())
                .update();
    }

    Optional<Scan> scan(long id, Reach reach) {
        return jdbc.sql(
                        """
                        select s.name, s.type, s.bytes
                          from publication.adjustment_scan s
                          join publication.adjustment a on a.id = s.adjustment_id
                         where a.id = :id and starts_with(a.province_path, :reach)
                        """)
                .param("id", id)
                .param("reach", reach.path())
                .query((row, n) ->
                        new Scan(
                                row.getString("name"),
                                row.getString("type"),
                                row.getBytes("bytes")))
                .optional();
    }

    void submit(long id, Actor by) {
        jdbc.sql(
                        """
                        update publication.adjustment
                           set state = 'SUBMITTED', submitted_at = :at, submitted_name = :name, version = version + 1
                         where id = :id
                        """)
                .param("at", sql(by.arrived()))
                .param("name", by.name())
                .param("id", id)
                .update();
    }

    void takeBack(long id) {
        jdbc.sql(
                        """
                        update publication.adjustment
                           set state = 'DRAFT', submitted_at = null, submitted_name = '', version = version + 1
                         where id = :id
                        """)
                .param("id", id)
                .update();
    }

    void discard(long id) {
        jdbc.sql("delete from publication.adjustment where id = :id").param("id", id).update();
    }

    /** From here on, and until the transaction ends, the rows it names may move as it says. */
    void decide(long id, Actor by, AdjustmentState state, String words) {
        jdbc.sql(
                        """
                        update publication.adjustment
                           set state = :state, decided_at = :at, decided_by = :by, decided_name = :name, decision = :words,
                               decided_in = pg_current_xact_id(), version = version + 1
                         where id = :id
                        """)
                .param("state", state.name())
                .param("at", sql(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .param("words", words)
                .param("id", id)
                .update();
    }

    void carriedBy(long id, long editionId) {
        jdbc.sql("update publication.adjustment set edition_id = :edition where id = :id")
                .param("edition", editionId)
                .param("id", id)
                .update();
    }

    List<School> schools(long planId, Reach reach) {
        return jdbc.sql(
                        """
                        select id, code, name from publication.school
                         where plan_id = :plan and starts_with(path, :reach) order by code
                        """)
                .param("plan", planId)
                .param("reach", reach.path())
                .query((row, n) ->
                        new School(row.getLong("id"), row.getString("code"), row.getString("name")))
                .list();
    }

    private static Map<String, @Nullable Object> cells(Figures figures) {
        var cells = new HashMap<String, @Nullable Object>();
        for (var cell : AdjustedCell.values()) {
            cells.put(
                    cell.key(),
                    cell == AdjustedCell.BODIES ? figures.bodies() : figures.number(cell));
        }
        cells.put("undertaken", figures.undertaken());
        return cells;
    }

    /** By adjustment. */
    private Map<Long, List<AdjustmentLine>> lines(Plan plan, Reach reach, @Nullable Long id) {
        record Of(long adjustment, AdjustmentLine line) {}
        var items = new HashMap<Long, Item>();
        plan.items().forEach(item -> items.put(item.id(), item));
        return jdbc
                .sql(
                        """
                        select l.id, l.adjustment_id, l.school_id, l.school_name, l.item_id, l.row_version, l.before_undertaken,
                               l.before_quantity, l.before_self_raised, l.before_industry, l.before_sponsor, l.before_local,
                               l.before_provincial, l.before_bodies, l.after_undertaken, l.after_quantity, l.after_self_raised,
                               l.after_industry, l.after_sponsor, l.after_local, l.after_provincial, l.after_bodies
                          from publication.adjustment_line l
                          join publication.adjustment a on a.id = l.adjustment_id
                         where a.plan_id = :plan and starts_with(a.province_path, :reach)
                           and (:id::bigint is null or a.id = :id::bigint)
                         order by l.id
                        """)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .param("id", id)
                .query((row, n) ->
                        new Of(
                                row.getLong("adjustment_id"),
                                new AdjustmentLine(
                                        row.getLong("id"),
                                        row.getObject("school_id", Long.class),
                                        row.getString("school_name"),
                                        Objects.requireNonNull(items.get(row.getLong("item_id"))),
                                        row.getLong("row_version"),
                                        Figures.read(row, "before_"),
                                        Figures.read(row, "after_"))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Of::adjustment, Collectors.mapping(Of::line, Collectors.toList())));
    }

    private static Adjustment adjustment(ResultSet row, Map<Long, List<AdjustmentLine>> lines)
            throws SQLException {
        return new Adjustment(
                row.getLong("id"),
                row.getLong("plan_id"),
                row.getLong("province_id"),
                row.getString("province_path"),
                row.getString("province_name"),
                AdjustmentState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("letter_no"),
                row.getObject("letter_dated", LocalDate.class),
                row.getString("scan_name"),
                row.getString("created_name"),
                instant(row, "submitted_at"),
                row.getString("submitted_name"),
                instant(row, "decided_at"),
                row.getString("decided_name"),
                row.getString("decision"),
                row.getObject("edition_id", Long.class),
                row.getLong("version"),
                lines.getOrDefault(row.getLong("id"), List.of()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
