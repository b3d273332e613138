package org.chengjie.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 任务目录: every plan with all its lines, as the ministry looks at them (spec C1). */
@Repository
public class Catalogue {

    private static final RowMapper<PlanHead> HEAD = Catalogue::head;
    private static final RowMapper<PlanRow> ROW = Catalogue::row;

    private static final String HEADS =
            """
            select p.id, p.code, p.title, p.state, p.version, p.opened_at, p.closed_at,
                   (select count(*) from plan.area a where a.plan_id = p.id) as areas,
                   (select count(*) from plan.task t where t.plan_id = p.id) as tasks,
                   (select count(*) from plan.item i where i.plan_id = p.id and not i.retired) as items
              from plan.plan p
            """;

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The current one first, then drafts, then those before it. */
    public List<PlanHead> heads() {
        return jdbc.sql(
                        HEADS
                                + " order by array_position(array['CURRENT', 'DRAFT', 'CLOSED'], p.state), p.id desc")
                .query(HEAD)
                .list();
    }

    public PlanHead head(long planId) {
        return jdbc.sql(HEADS + " where p.id = :plan")
                .param("plan", planId)
                .query(HEAD)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Its lines in the plan's order, those that were taken out among them. */
    public List<PlanRow> rows(long planId) {
        return jdbc.sql(
                        """
                        select i.id, a.no as area_no, a.title as area, t.no as task_no, t.title as task, t.departments, t.clauses,
                               i.no, i.title, i.takes_quantity, i.unit, i.national_target, i.target_note, i.undertaken_by, i.retired
                          from plan.item i
                          join plan.task t on t.plan_id = i.plan_id and t.no = i.task_no
                          join plan.area a on a.plan_id = t.plan_id and a.no = t.area_no
                         where i.plan_id = :plan
                         order by i.position
                        """)
                .param("plan", planId)
                .query(ROW)
                .list();
    }

    public PlanRow row(long planId, long itemId) {
        return rows(planId).stream()
                .filter(row -> row.id() == itemId)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The clauses that the plan's text has; none where it has no text. */
    public Set<String> clauses(long planId) {
        return Set.copyOf(
                jdbc.sql("select no from plan.clause where plan_id = :plan")
                        .param("plan", planId)
                        .query((row, n) -> row.getString("no"))
                        .list());
    }

    /** The plan's text, clause by clause. */
    public List<Clause> text(long planId) {
        return jdbc.sql(
                        "select no, heading, words from plan.clause where plan_id = :plan order by position")
                .param("plan", planId)
                .query((row, n) ->
                        new Clause(
                                row.getString("no"),
                                row.getString("heading"),
                                row.getString("words")))
                .list();
    }

    /** What has been filed on these items together. */
    public Filed filed(List<Long> items) {
        return jdbc.sql(
                        """
                        select s.*, o.*
                          from (select count(*) as saved,
                                       count(*) filter (where undertaken) as rows,
                                       count(distinct school_path) filter (where undertaken) as schools,
                                       count(distinct split_part(school_path, '/', 3)) filter (where undertaken) as provinces,
                                       count(*) filter (where undertaken and stage <> 'DRAFT') as submitted,
                                       count(quantity) as quantities
                                  from plan.filed_row where item_id = any(:items)) s,
                               (select count(*) as own_saved,
                                       count(distinct province_id) filter (where undertaken) as own_provinces,
                                       count(quantity) as own_quantities
                                  from plan.filed_own_row where item_id = any(:items)) o
                        """)
                .param("items", items.toArray(Long[]::new))
                .query((row, n) ->
                        new Filed(
                                row.getInt("saved"),
                                row.getInt("rows"),
                                row.getInt("schools"),
                                row.getInt("provinces"),
                                row.getInt("submitted"),
                                row.getInt("quantities"),
                                row.getInt("own_saved"),
                                row.getInt("own_provinces"),
                                row.getInt("own_quantities")))
                .single();
    }

    /** How far a plan has been filed. */
    public Standing standing(long planId) {
        return jdbc.sql(
                        """
                        select windows, schools, submitted, rows, provinces from plan.standing where plan_id = :plan
                        """)
                .param("plan", planId)
                .query((row, n) ->
                        new Standing(
                                row.getInt("windows"),
                                row.getInt("schools"),
                                row.getInt("submitted"),
                                row.getInt("rows"),
                                row.getInt("provinces")))
                .optional()
                .orElse(new Standing(0, 0, 0, 0, 0));
    }

    private static PlanHead head(ResultSet row, int number) throws SQLException {
        return new PlanHead(
                row.getLong("id"),
                row.getString("code"),
                row.getString("title"),
                PlanState.valueOf(row.getString("state")),
                row.getLong("version"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getInt("areas"),
                row.getInt("tasks"),
                row.getInt("items"));
    }

    private static PlanRow row(ResultSet row, int number) throws SQLException {
        return new PlanRow(
                row.getLong("id"),
                row.getInt("area_no"),
                row.getString("area"),
                row.getInt("task_no"),
                row.getString("task"),
                row.getString("departments"),
                row.getString("clauses"),
                row.getString("no"),
                row.getString("title"),
                row.getBoolean("takes_quantity"),
                row.getString("unit"),
                row.getObject("national_target", Long.class),
                row.getString("target_note"),
                Undertaker.valueOf(row.getString("undertaken_by")),
                row.getBoolean("retired"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
