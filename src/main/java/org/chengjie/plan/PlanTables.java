package org.chengjie.plan;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes plans; whoever changes one holds it first. */
@Repository
class PlanTables {

    /** As the server calls it: lock_not_available. */
    private static final String LOCK_TIMEOUT = "55P03";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    PlanTables(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * Holds a plan until the transaction ends; for the current one, waits for those who are filing
     * on it and holds off whoever comes after. Not for long: whoever files waits meanwhile.
     */
    PlanHead hold(long planId) {
        return soon(() -> {
            if (!catalogue.head(planId).draft()) {
                lockCurrent();
            }
            jdbc.sql("select id from plan.plan where id = :plan for update")
                    .param("plan", planId)
                    .query((row, n) -> n)
                    .list();
            return catalogue.head(planId);
        });
    }

    /** Keeps everybody from filing on the current plan until the transaction ends. */
    void holdCurrent() {
        soon(this::lockCurrent);
    }

    private int lockCurrent() {
        return jdbc.sql("select pg_advisory_xact_lock(hashtext('plan.current'))")
                .query((row, n) -> n)
                .list()
                .size();
    }

    private <T> T soon(Supplier<T> lock) {
        try {
            jdbc.sql("set local lock_timeout = '3s'").update();
            return lock.get();
        } catch (DataAccessException failed) {
            if (failed.getMostSpecificCause() instanceof SQLException cause
                    && LOCK_TIMEOUT.equals(cause.getSQLState())) {
                throw Refusal.conflict("现在保存填报的单位很多，这次没有改成。您填的内容还在，请稍后再试。");
            }
            throw failed;
        }
    }

    long addPlan(String code, String title) {
        return jdbc.sql("insert into plan.plan (code, title) values (:code, :title) returning id")
                .param("code", code)
                .param("title", title)
                .query((row, n) -> row.getLong("id"))
                .single();
    }

    Optional<String> planWithCode(String code) {
        return jdbc.sql("select title from plan.plan where code = :code")
                .param("code", code)
                .query((row, n) -> row.getString("title"))
                .optional();
    }

    void delete(long planId) {
        jdbc.sql(
                        """
                        delete from plan.wording where item_id in (select id from plan.item where plan_id = :plan)
                        """)
                .param("plan", planId)
                .update();
        for (var table : List.of("item", "task", "area", "clause", "amendment", "plan")) {
            jdbc.sql(
                            "delete from plan."
                                    + table
                                    + " where "
                                    + (table.equals("plan") ? "id" : "plan_id")
                                    + " = :plan")
                    .param("plan", planId)
                    .update();
        }
    }

    void close(long planId, Actor by) {
        state("state = 'CLOSED', closed_at = :at", planId, by);
    }

    void open(long planId, Actor by) {
        state("state = 'CURRENT', opened_at = :at", planId, by);
    }

    private void state(String set, long planId, Actor by) {
        jdbc.sql("update plan.plan set " + set + " where id = :plan")
                .param("at", Amendments.sql(by.arrived()))
                .param("plan", planId)
                .update();
    }

    void rename(long planId, String title) {
        jdbc.sql("update plan.plan set title = :title where id = :plan")
                .param("plan", planId)
                .param("title", title)
                .update();
    }

    void addArea(long planId, int no, String title) {
        jdbc.sql(
                        """
                        insert into plan.area (plan_id, no, title) values (:plan, :no, :title)
                        on conflict (plan_id, no) do nothing
                        """)
                .param("plan", planId)
                .param("no", no)
                .param("title", title)
                .update();
    }

    void renameArea(long planId, int no, String title) {
        jdbc.sql("update plan.area set title = :title where plan_id = :plan and no = :no")
                .param("plan", planId)
                .param("no", no)
                .param("title", title)
                .update();
    }

    void addTask(long planId, PlanRow row) {
        jdbc.sql(
                        """
                        insert into plan.task (plan_id, no, area_no, title, departments, clauses)
                        values (:plan, :no, :area, :title, :departments, :clauses)
                        on conflict (plan_id, no) do nothing
                        """)
                .param("plan", planId)
                .param("no", row.taskNo())
                .param("area", row.areaNo())
                .param("title", row.task())
                .param("departments", row.departments())
                .param("clauses", row.clauses())
                .update();
    }

    void changeTask(long planId, PlanRow row) {
        jdbc.sql(
                        """
                        update plan.task
                           set area_no = :area, title = :title, departments = :departments, clauses = :clauses
                         where plan_id = :plan and no = :no
                        """)
                .param("plan", planId)
                .param("no", row.taskNo())
                .param("area", row.areaNo())
                .param("title", row.task())
                .param("departments", row.departments())
                .param("clauses", row.clauses())
                .update();
        dropEmptyAreas(planId);
    }

    /** The text of a plan that has none yet. */
    void addClauses(long planId, List<Clause> clauses) {
        jdbc.sql(
                        """
                        insert into plan.clause (plan_id, no, position, heading, words)
                        select :plan, no, position, heading, words
                          from unnest(:numbers::text[], :headings::text[], :words::text[])
                               with ordinality as c (no, heading, words, position)
                        """)
                .param("plan", planId)
                .param("numbers", clauses.stream().map(Clause::no).toArray(String[]::new))
                .param("headings", clauses.stream().map(Clause::heading).toArray(String[]::new))
                .param("words", clauses.stream().map(Clause::words).toArray(String[]::new))
                .update();
    }

    /** At the end; {@link #order} puts it where it belongs. */
    long addItem(long planId, PlanRow row) {
        return jdbc.sql(
                        """
                        insert into plan.item (plan_id, task_no, no, position, title, takes_quantity, national_target, target_note,
                                               unit, undertaken_by)
                        select :plan, :task, :no, coalesce(max(position), 0) + 1, :title, :takes, :target::bigint, :note, :unit, :by
                          from plan.item where plan_id = :plan
                        returning id
                        """)
                .param("plan", planId)
                .param("task", row.taskNo())
                .param("no", row.itemNo())
                .param("title", row.title())
                .param("takes", row.takesQuantity())
                .param("target", row.nationalTarget())
                .param("note", row.targetNote())
                .param("unit", row.unit())
                .param("by", row.undertaker().name())
                .query((one, n) -> one.getLong("id"))
                .single();
    }

    void changeItem(PlanRow row) {
        jdbc.sql(
                        """
                        update plan.item
                           set no = :no, title = :title, takes_quantity = :takes, national_target = :target::bigint,
                               target_note = :note, unit = :unit, undertaken_by = :by, retired = :retired
                         where id = :id
                        """)
                .param("id", row.id())
                .param("no", row.itemNo())
                .param("title", row.title())
                .param("takes", row.takesQuantity())
                .param("target", row.nationalTarget())
                .param("note", row.targetNote())
                .param("unit", row.unit())
                .param("by", row.undertaker().name())
                .param("retired", row.retired())
                .update();
    }

    /** Of a draft only: nobody can have filed on it. */
    void deleteItem(long planId, PlanRow row) {
        jdbc.sql("delete from plan.item where id = :id").param("id", row.id()).update();
        jdbc.sql(
                        """
                        delete from plan.task t
                         where plan_id = :plan and no = :no
                           and not exists (select from plan.item i where i.plan_id = t.plan_id and i.task_no = t.no)
                        """)
                .param("plan", planId)
                .param("no", row.taskNo())
                .update();
        dropEmptyAreas(planId);
    }

    private void dropEmptyAreas(long planId) {
        jdbc.sql(
                        """
                        delete from plan.area a
                         where plan_id = :plan
                           and not exists (select from plan.task t where t.plan_id = a.plan_id and t.area_no = a.no)
                        """)
                .param("plan", planId)
                .update();
    }

    /** Gives the items these places, in one statement. */
    void order(List<Long> items) {
        jdbc.sql(
                        """
                        update plan.item i set position = o.position
                          from unnest(:items::bigint[]) with ordinality as o (id, position)
                         where i.id = o.id and i.position <> o.position
                        """)
                .param("items", items.toArray(Long[]::new))
                .update();
    }
}
