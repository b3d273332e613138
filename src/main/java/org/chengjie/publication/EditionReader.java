package org.chengjie.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Task;
import org.chengjie.plan.Undertaker;
import org.chengjie.provincial.RollUp;
import org.chengjie.provincial.SubmissionLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts an edition together again from its frozen rows. */
final class EditionReader {

    private record Row(
            int areaNo, String areaTitle, String taskTitle, String departments, Item item) {}

    private final JdbcClient jdbc;

    EditionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getString("title"),
                row.getString("document_no"),
                row.getObject("dated", LocalDate.class));
    }

    Edition edition(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var plan =
                new Plan(
                        row.getLong("plan_id"),
                        row.getString("plan_code"),
                        row.getString("plan_title"),
                        areas(id));
        return new Edition(
                id,
                plan,
                row.getInt("no"),
                announcement(row),
                row.getString("note"),
                provinces(id, lines(id, plan)));
    }

    private List<Area> areas(long id) {
        var rows =
                jdbc.sql(
                                """
                                select item_id, area_no, area_title, task_no, task_title, departments, no, title, takes_quantity,
                                       national_target, target_note, unit, undertaken_by
                                  from publication.edition_item where edition_id = :id order by position
                                """)
                        .param("id", id)
                        .query((row, n) -> row(row))
                        .list();
        var byArea = new LinkedHashMap<Integer, List<Row>>();
        rows.forEach(row -> byArea.computeIfAbsent(row.areaNo(), _ -> new ArrayList<>()).add(row));
        return byArea.values().stream()
                .map(area ->
                        new Area(
                                area.getFirst().areaNo(), area.getFirst().areaTitle(), tasks(area)))
                .toList();
    }

    private static List<Task> tasks(List<Row> area) {
        var byTask = new LinkedHashMap<Integer, List<Row>>();
        area.forEach(row ->
                byTask.computeIfAbsent(row.item().taskNo(), _ -> new ArrayList<>()).add(row));
        return byTask.values().stream()
                .map(task ->
                        new Task(
                                task.getFirst().item().taskNo(),
                                task.getFirst().taskTitle(),
                                task.getFirst().departments(),
                                task.stream().map(Row::item).toList()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("area_no"),
                row.getString("area_title"),
                row.getString("task_title"),
                row.getString("departments"),
                new Item(
                        row.getLong("item_id"),
                        row.getInt("task_no"),
                        row.getString("no"),
                        row.getString("title"),
                        row.getBoolean("takes_quantity"),
                        row.getObject("national_target", Long.class),
                        row.getString("target_note"),
                        row.getString("unit"),
                        Undertaker.valueOf(row.getString("undertaken_by"))));
    }

    /** By province, in the plan's order. */
    private Map<Long, List<SubmissionLine>> lines(long id, Plan plan) {
        var items = new HashMap<Long, Item>();
        plan.items().forEach(item -> items.put(item.id(), item));
        var lines = new HashMap<Long, List<SubmissionLine>>();
        jdbc.sql(
                        """
                        select l.province_id, l.item_id, l.schools, l.school_quantity, l.own, l.own_quantity, l.own_bodies,
                               l.self_raised, l.industry, l.sponsor, l.local, l.provincial
                          from publication.edition_line l
                          join publication.edition_item i on i.edition_id = l.edition_id and i.item_id = l.item_id
                         where l.edition_id = :id
                         order by i.position
                        """)
                .param("id", id)
                .query(row -> {
                    lines.computeIfAbsent(row.getLong("province_id"), _ -> new ArrayList<>())
                            .add(
                                    SubmissionLine.read(
                                            row,
                                            Objects.requireNonNull(
                                                    items.get(row.getLong("item_id")))));
                });
        return lines;
    }

    private List<EditionProvince> provinces(long id, Map<Long, List<SubmissionLine>> lines) {
        return jdbc.sql(
                        """
                        select province_id, code, name, schools, omission
                          from publication.edition_province where edition_id = :id order by position
                        """)
                .param("id", id)
                .query((row, n) ->
                        new EditionProvince(
                                row.getLong("province_id"),
                                row.getString("code"),
                                row.getString("name"),
                                new RollUp(
                                        lines.getOrDefault(row.getLong("province_id"), List.of()),
                                        row.getInt("schools")),
                                row.getString("omission")))
                .list();
    }
}
