package org.chengjie.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The plans, read whole: a plan is a hundred rows and every page shows most of them. The current
 * one is kept, and read anew once it has been changed.
 */
@Repository
public class Plans {

    private record Line(
            long planId,
            long revision,
            String code,
            String planTitle,
            int areaNo,
            String areaTitle,
            int taskNo,
            String taskTitle,
            String departments,
            Item item) {}

    private record Kept(long revision, Plan plan, boolean past) {}

    private static final RowMapper<Line> LINE = Plans::line;

    private final JdbcClient jdbc;
    private volatile @Nullable Kept kept;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plan that is being undertaken now. */
    public Plan current() {
        return as(revision());
    }

    /**
     * The same, kept from being changed or replaced until the transaction ends: for whoever writes
     * what hangs on its items.
     */
    public Plan held() {
        return held(
                jdbc.sql("select coalesce(plan.hold_current(), 0) as revision")
                        .query((row, n) -> row.getLong("revision"))
                        .single());
    }

    /** The same for whoever has had it held at this revision, together with something else. */
    public Plan held(long revision) {
        return as(revision);
    }

    /** Any plan, as it stands. */
    public Plan of(long planId) {
        return read(planId).orElseThrow(Refusal::notFound).plan();
    }

    /** The current plan as it was last read, which nearly every page has just done. */
    public Plan lastRead() {
        var before = kept;
        return before == null ? current() : before.plan();
    }

    /** Whether there is a plan before the current one, as of when that was last read. */
    public boolean anyPast() {
        if (kept == null) {
            current();
        }
        var last = kept;
        return last != null && last.past();
    }

    private Plan as(long revision) {
        var before = kept;
        return before != null && before.revision() == revision
                ? before.plan()
                : find().orElseThrow(Refusal::notFound);
    }

    private long revision() {
        return jdbc.sql("select revision from plan.current")
                .query((row, n) -> row.getLong("revision"))
                .optional()
                .orElse(0L);
    }

    Optional<Plan> find() {
        var found = read(null);
        found.ifPresent(plan -> kept = plan);
        return found.map(Kept::plan);
    }

    private Optional<Kept> read(@Nullable Long planId) {
        var lines =
                jdbc.sql(
                                """
                                select p.id as plan_id, p.revision, p.code, p.title as plan_title,
                                       a.no as area_no, a.title as area_title,
                                       t.no as task_no, t.title as task_title, t.departments,
                                       i.id, i.no, i.title, i.takes_quantity, i.national_target, i.target_note, i.unit, i.undertaken_by
                                  from plan.plan p
                                  join plan.area a on a.plan_id = p.id
                                  join plan.task t on t.plan_id = p.id and t.area_no = a.no
                                  join plan.item i on i.plan_id = p.id and i.task_no = t.no
                                 where p.id = coalesce(:plan::bigint, (select id from plan.current))
                                 order by i.position
                                """)
                        .param("plan", planId)
                        .query(LINE)
                        .list();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Kept(
                                lines.getFirst().revision(),
                                assemble(lines, told(lines.getFirst().planId())),
                                past()));
    }

    private boolean past() {
        return jdbc.sql("select exists (select from plan.plan where state = 'CLOSED') as past")
                .query((row, n) -> row.getBoolean("past"))
                .single();
    }

    private List<Told> told(long planId) {
        return jdbc.sql(
                        """
                        select c.item_id, a.at, c.field, c.before, c.after, a.reason
                          from plan.amendment_change c
                          join plan.amendment a on a.id = c.amendment_id
                         where c.item_id is not null and a.plan_id = :plan
                         order by a.version desc, c.turn
                        """)
                .param("plan", planId)
                .query((row, n) ->
                        new Told(
                                row.getLong("item_id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("field"),
                                row.getString("before"),
                                row.getString("after"),
                                row.getString("reason")))
                .list();
    }

    private static Plan assemble(List<Line> lines, List<Told> told) {
        var first = lines.getFirst();
        var byArea =
                group(lines, Line::areaNo).values().stream()
                        .map(area ->
                                new Area(
                                        area.getFirst().areaNo(),
                                        area.getFirst().areaTitle(),
                                        group(area, Line::taskNo).values().stream()
                                                .map(Plans::task)
                                                .toList()))
                        .toList();
        return new Plan(first.planId(), first.code(), first.planTitle(), byArea, told);
    }

    private static Task task(List<Line> lines) {
        var first = lines.getFirst();
        return new Task(
                first.taskNo(),
                first.taskTitle(),
                first.departments(),
                lines.stream().map(Line::item).toList());
    }

    private static <K> Map<K, List<Line>> group(List<Line> lines, Function<Line, K> key) {
        return lines.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("plan_id"),
                row.getLong("revision"),
                row.getString("code"),
                row.getString("plan_title"),
                row.getInt("area_no"),
                row.getString("area_title"),
                row.getInt("task_no"),
                row.getString("task_title"),
                row.getString("departments"),
                new Item(
                        row.getLong("id"),
                        row.getInt("task_no"),
                        row.getString("no"),
                        row.getString("title"),
                        row.getBoolean("takes_quantity"),
                        row.getObject("national_target", Long.class),
                        row.getString("target_note"),
                        row.getString("unit"),
                        Undertaker.valueOf(row.getString("undertaken_by"))));
    }
}
