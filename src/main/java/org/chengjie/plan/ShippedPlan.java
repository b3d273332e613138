package org.chengjie.plan;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the plan of 2020-2023 that ships with the product into a database that has no plan yet
 * (spec C1).
 */
@Component
class ShippedPlan implements SmartLifecycle {

    private static final String CODE = "2020-2023";
    private static final String TITLE = "行动计划（2020—2023年）";

    private final JdbcClient jdbc;
    private boolean running;

    ShippedPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void start() {
        // Two nodes may start on one new database; the second waits here and then finds the plan.
        jdbc.sql("lock table plan.plan in share row exclusive mode").update();
        if (none()) {
            var plan =
                    jdbc.sql(
                                    "insert into plan.plan (code, title, state, opened_at)"
                                            + " values (:code, :title, 'CURRENT', now()) returning id")
                            .param("code", CODE)
                            .param("title", TITLE)
                            .query(Long.class)
                            .single();
            loadTasks(plan);
            loadItems(plan);
        }
        loadClauses();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the first request is taken, and before whatever needs the plan. */
    @Override
    public int getPhase() {
        return -2;
    }

    private boolean none() {
        return jdbc.sql("select count(*) from plan.plan").query(Integer.class).single() == 0;
    }

    private void loadTasks(long plan) {
        var areas = new HashSet<Integer>();
        for (var row : read("tasks.csv")) {
            int area = Integer.parseInt(row.get("area_no"));
            if (areas.add(area)) {
                jdbc.sql("insert into plan.area (plan_id, no, title) values (:plan, :no, :title)")
                        .param("plan", plan)
                        .param("no", area)
                        .param("title", row.get("area"))
                        .update();
            }
            jdbc.sql(
                            """
                            insert into plan.task (plan_id, no, area_no, title, departments, clauses)
                            values (:plan, :no, :area, :title, :departments, :clauses)
                            """)
                    .param("plan", plan)
                    .param("no", Integer.parseInt(row.get("task_no")))
                    .param("area", area)
                    .param("title", row.get("title"))
                    .param("departments", row.get("departments"))
                    .param("clauses", row.get("plan_clauses"))
                    .update();
        }
    }

    private void loadItems(long plan) {
        int position = 0;
        for (var row : read("items.csv")) {
            var target = row.get("national_target");
            jdbc.sql(
                            """
                            insert into plan.item (plan_id, task_no, no, position, title, takes_quantity,
                                                   national_target, target_note, unit, undertaken_by)
                            values (:plan, :task, :no, :position, :title, :quantity, :target, :note, :unit, :by)
                            """)
                    .param("plan", plan)
                    .param("task", Integer.parseInt(row.get("task_no")))
                    .param("no", row.get("item_no"))
                    .param("position", ++position)
                    .param("title", row.get("title"))
                    .param("quantity", row.get("takes_quantity").equals("yes"))
                    .param("target", target.isEmpty() ? null : Long.valueOf(target))
                    .param("note", row.get("target_note"))
                    .param("unit", row.get("unit"))
                    .param(
                            "by",
                            Undertaker.valueOf(row.get("undertaken_by").toUpperCase(Locale.ROOT))
                                    .name())
                    .update();
        }
    }

    /** Also into a database whose plan was loaded before its text was shipped. */
    private void loadClauses() {
        int position = 0;
        for (var clause : PlanText.clauses(text())) {
            jdbc.sql(
                            """
                            insert into plan.clause (plan_id, no, position, heading, words)
                            select id, :no, :position, :heading, :words from plan.plan where code = :code
                            on conflict (plan_id, no) do nothing
                            """)
                    .param("code", CODE)
                    .param("no", clause.no())
                    .param("position", ++position)
                    .param("heading", clause.heading())
                    .param("words", clause.words())
                    .update();
        }
    }

    /** The plan's own text. */
    static String text() {
        try {
            return new ClassPathResource("plan/plan.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<CSVRecord> read(String name) {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var in =
                new InputStreamReader(
                        new ClassPathResource("plan/" + name).getInputStream(),
                        StandardCharsets.UTF_8)) {
            return new ArrayList<>(format.parse(in).getRecords());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
