package org.chengjie.plan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A small plan beside the one that ships: two areas, three tasks, four items. */
@Component
public class SecondPlan {

    private final JdbcClient jdbc;
    private final PlanTables tables;

    SecondPlan(JdbcClient jdbc, PlanTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    public long draft() {
        long plan = tables.addPlan("2024-2027", "第二期行动计划");
        add(plan, 1, "立德树人", 1, "思政课教师", "1", "配齐思政课教师", "", Undertaker.SCHOOL);
        add(plan, 1, "立德树人", 2, "典型学校", "2.1", "培育典型学校", "所", Undertaker.SCHOOL);
        add(plan, 1, "立德树人", 2, "典型学校", "2.2", "培育名班主任", "个", Undertaker.SCHOOL);
        add(plan, 2, "制度", 3, "国家制度", "3", "完善国家制度", "", Undertaker.MINISTRY);
        return plan;
    }

    public void open(long plan) {
        jdbc.sql("update plan.plan set state = 'CLOSED', closed_at = now() where state = 'CURRENT'")
                .update();
        jdbc.sql("update plan.plan set state = 'CURRENT', opened_at = now() where id = :id")
                .param("id", plan)
                .update();
    }

    private void add(
            long plan,
            int areaNo,
            String area,
            int taskNo,
            String task,
            String no,
            String title,
            String unit,
            Undertaker by) {
        var row =
                new PlanRow(
                        0,
                        areaNo,
                        area,
                        taskNo,
                        task,
                        "教育部",
                        "",
                        no,
                        title,
                        !unit.isEmpty(),
                        unit,
                        null,
                        "",
                        by,
                        false);
        tables.addArea(plan, areaNo, area);
        tables.addTask(plan, row);
        tables.addItem(plan, row);
    }
}
