package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import org.chengjie.PageTest;
import org.chengjie.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses, whatever the code does. */
@PageTest
@Tag("server")
class ConstraintsTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void submit() {
        world.open(world.officer(World.PROVINCE, "周敏"));
        filings.submit(world.school(World.PROVINCE), manual(), CONTACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update filing.undertaking set local = -1",
                "update filing.undertaking set local = 100000000000",
                "update filing.undertaking set local = null",
                "update filing.undertaking set quantity = 0 where takes_quantity",
                "update filing.undertaking set quantity = 10000000 where takes_quantity",
                "update filing.undertaking set quantity = null where takes_quantity",
                "update filing.undertaking set quantity = 1 where not takes_quantity",
                "update filing.undertaking set takes_quantity = not takes_quantity",
                "update filing.undertaking set undertaken = false",
                "update filing.undertaking set stage = 'DONE'",
                "update filing.undertaking set stage = 'DRAFT', undertaken = false",
                "insert into filing.move (undertaking_id, filing_id, school_path, step, at, by_account, by_name) "
                        + "select id, filing_id, school_path, 'RETURN', changed_at, changed_by, '' from filing.undertaking",
                "update filing.move set step = 'FORGET'",
                "update filing.submission set rows = 0",
                "update filing.submission set total = -1",
                "insert into filing.submission select * from filing.submission",
                "update filing.filing set receipt_no = null",
                "update filing.filing set submitted_at = null, receipt_no = null, review_started_at = now()",
                "insert into filing.filing (plan_id, school_id, school_path, first_saved_at, saved_at) "
                        + "select plan_id, school_id, school_path, saved_at, saved_at from filing.filing",
                "update filing.filing_window set closes = opens - 1",
                "update filing.filing_window set revision_closes = closes - 1"
            })
    void refuses(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** So that the statements above are refused for what they say, not for finding nothing. */
    @Test
    void takesTheSameWhereNothingIsWrong() {
        assertThat(jdbc.sql("update filing.undertaking set local = 0").update()).isEqualTo(5);
        assertThat(
                        jdbc.sql("update filing.undertaking set quantity = 1 where takes_quantity")
                                .update())
                .isEqualTo(3);
        assertThat(
                        jdbc.sql("update filing.undertaking set stage = 'RETURNED', local = null")
                                .update())
                .isEqualTo(5);
        assertThat(jdbc.sql("update filing.move set step = 'SUBMIT'").update()).isEqualTo(5);
        assertThat(jdbc.sql("update filing.filing set review_started_at = now()").update())
                .isEqualTo(1);
    }
}
