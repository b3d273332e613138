package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengjie.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

/** The plan is kept in memory, and never an old one (spec C1, C3). */
@PageTest
class PlansTest {

    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    @Test
    void isTheSameUntilItIsChanged() {
        assertThat(plans.current()).isSameAs(plans.current());
    }

    @Test
    void tellsOfAnItemThatWasChanged() {
        plans.current();
        rename("甲");
        assertThat(title()).isEqualTo("甲");
        rename("乙");
        assertThat(title()).isEqualTo("乙");
    }

    @Test
    void forgetsAChangeThatWasTakenBack() {
        var before = plans.current();
        rename("甲");
        assertThat(title()).isEqualTo("甲");
        TestTransaction.end();
        TestTransaction.start();
        assertThat(plans.current()).isEqualTo(before);
        rename("乙");
        assertThat(title()).isEqualTo("乙");
    }

    @Test
    void takesADraftForNoPlanUntilItIsOpened() {
        var before = plans.current();
        var id =
                jdbc.sql("insert into plan.plan (code, title) values ('甲', '甲') returning id")
                        .query((row, n) -> row.getLong("id"))
                        .single();
        jdbc.sql("insert into plan.area (plan_id, no, title) values (:plan, 1, '甲')")
                .param("plan", id)
                .update();
        jdbc.sql(
                        """
                        insert into plan.task (plan_id, no, area_no, title, departments, clauses)
                        values (:plan, 1, 1, '甲', '', '')
                        """)
                .param("plan", id)
                .update();
        jdbc.sql(
                        """
                        insert into plan.item (plan_id, task_no, no, position, title, takes_quantity, undertaken_by)
                        values (:plan, 1, '1', 1, '甲', false, 'SCHOOL')
                        """)
                .param("plan", id)
                .update();
        assertThat(plans.current().id()).isEqualTo(before.id());
        assertThat(plans.of(id).items()).hasSize(1);
        jdbc.sql("update plan.plan set state = 'CLOSED', closed_at = now() where state = 'CURRENT'")
                .update();
        jdbc.sql("update plan.plan set state = 'CURRENT', opened_at = now() where id = :id")
                .param("id", id)
                .update();
        assertThat(plans.current().id()).isEqualTo(id);
        assertThat(plans.held().id()).isEqualTo(id);
    }

    @Test
    void letsOnePlanAtMostBeCurrent() {
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        "insert into plan.plan (code, title, state, opened_at)"
                                                + " values ('甲', '甲', 'CURRENT', now())")
                                .update())
                .hasMessageContaining("plan_current");
    }

    private void rename(String title) {
        jdbc.sql("update plan.item set title = :title where no = '1'")
                .param("title", title)
                .update();
    }

    private String title() {
        return plans.current().items().getFirst().title();
    }
}
