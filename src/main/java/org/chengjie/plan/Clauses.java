package org.chengjie.plan;

import org.chengjie.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The text of the current plan, as far as its tasks point to it (spec C4). */
@Repository
public class Clauses {

    private final Plans plans;
    private final JdbcClient jdbc;

    Clauses(Plans plans, JdbcClient jdbc) {
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /**
     * A task with its clauses, in the order of the text; there is no other answer than the plan's.
     */
    public TaskClauses of(int taskNo) {
        var plan = plans.current();
        for (var area : plan.areas()) {
            for (var task : area.tasks()) {
                if (task.no() == taskNo) {
                    return read(plan, area, task);
                }
            }
        }
        throw Refusal.notFound();
    }

    private TaskClauses read(Plan plan, Area area, Task task) {
        var clauses =
                jdbc.sql(
                                """
                                select c.no, c.heading, c.words
                                  from plan.task t
                                  join plan.clause c on c.plan_id = t.plan_id and c.no = any(string_to_array(t.clauses, ';'))
                                 where t.plan_id = :plan and t.no = :task
                                 order by c.position
                                """)
                        .param("plan", plan.id())
                        .param("task", task.no())
                        .query((row, n) ->
                                new Clause(
                                        row.getString("no"),
                                        row.getString("heading"),
                                        row.getString("words")))
                        .list();
        return new TaskClauses(area, task, clauses);
    }
}
