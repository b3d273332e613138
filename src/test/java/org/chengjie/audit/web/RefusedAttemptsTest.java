package org.chengjie.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the rules refuse is told once, whoever says it to the person and where (spec X1). */
@PageTest
class RefusedAttemptsTest {

    private static final String FORM = "/school/undertakings";
    private static final String SUBMIT = FORM + "/submission";

    private static final Map<String, String> WHOLE =
            Map.of(
                    "on-1",
                    "1",
                    "self-raised-1",
                    "1",
                    "industry-1",
                    "2",
                    "sponsor-1",
                    "3",
                    "local-1",
                    "4",
                    "name",
                    "李敏",
                    "officePhone",
                    "0351-7654321",
                    "mobile",
                    "13000000011");

    private record Told(String action, String subject, String reason, String address) {}

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = world.school(World.PROVINCE);
        visitor = world.visit(mvc, school);
        visitor.get(FORM);
    }

    @Test
    void tellsOfASaveAfterTheWindowHasClosed() throws Exception {
        world.setDays(officer, -30, -5, -2);
        visitor.press("#filing", FORM, Map.copyOf(WHOLE));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(refused(school))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.subject()).isEqualTo("办理“承接任务” " + FORM);
                    assertThat(told.reason()).contains("截止");
                    assertThat(told.address()).isEqualTo("127.0.0.1");
                });
    }

    @Test
    void tellsOfWhatAViewerTried() throws Exception {
        world.makeViewer(officer);
        var viewer = world.visit(mvc, officer);
        viewer.get("/province/audit");
        viewer.post("/province/window/items", Map.of("offered", "1"));
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(refused(officer)).hasSize(1);
    }

    @Test
    void tellsOfADecisionThatCameSecond() throws Exception {
        filings.submit(World.at(school, clock.instant()), Typing.manual(), Typing.CONTACT);
        var first = world.visit(mvc, officer);
        var page = "/province/schools/" + school.unitId();
        var stale = first.get(page).expectFirst("#r1 [name=pick]").val();
        first.post(page + "/decisions", Map.of("one", "APPROVE " + stale));
        var rival = world.officer(World.PROVINCE, "郑审");
        var second = world.visit(mvc, rival);
        second.get(page);
        second.post(
                page + "/decisions",
                Map.of("step", Step.REJECT.name(), "pick", stale, "reason", "不符合"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(refused(rival)).hasSize(1);
        assertThat(refused(officer)).isEmpty();
    }

    @Test
    void tellsOfASchoolOutOfReach() throws Exception {
        var neighbour = world.officer(World.OTHER_PROVINCE, "王磊");
        world.visit(mvc, neighbour).get("/province/schools/" + school.unitId());
        assertThat(refused(neighbour)).hasSize(1);
        assertThat(refused(school)).isEmpty();
    }

    @Test
    void tellsNothingOfATypingError() throws Exception {
        visitor.press("#filing", FORM, Map.of("on-1", "1", "self-raised-1", "abc"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(refused(school)).isEmpty();
    }

    @Test
    void tellsNothingOfASubmitThatWasSentTwice() throws Exception {
        var again = world.visit(mvc, school);
        again.get(FORM);
        visitor.press("#filing", SUBMIT, Map.copyOf(WHOLE));
        assertThat(visitor.location()).isEqualTo("/school/preview");
        again.press("#filing", SUBMIT, Map.copyOf(WHOLE));
        assertThat(again.location()).isEqualTo("/school/preview");
        assertThat(refused(school)).isEmpty();
    }

    @Test
    void tellsNothingOfTheSameValuesSavedAgain() throws Exception {
        visitor.press("#filing", FORM, Map.copyOf(WHOLE));
        visitor.get(FORM);
        int before = entries();
        visitor.press("#filing", FORM, Map.of());
        assertThat(visitor.location()).isEqualTo(FORM);
        assertThat(entries()).isEqualTo(before).isPositive();
    }

    private int entries() {
        return jdbc.sql("select count(*) from audit.entry where account_id = :by")
                .param("by", school.accountId())
                .query(Integer.class)
                .single();
    }

    private List<Told> refused(Actor by) {
        return jdbc.sql(
                        """
                        select action, subject, reason, address from audit.entry
                         where account_id = :by and action = '被拒绝'
                        """)
                .param("by", by.accountId())
                .query((row, n) ->
                        new Told(
                                row.getString("action"),
                                row.getString("subject"),
                                row.getString("reason"),
                                row.getString("address")))
                .list();
    }
}
