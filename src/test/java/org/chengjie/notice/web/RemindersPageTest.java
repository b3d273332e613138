package org.chengjie.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.notice.Audience;
import org.chengjie.notice.Reminders;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 催报: from the officer's page to the school's, until it is confirmed (spec R7). */
@PageTest
class RemindersPageTest {

    private static final String PAGE = "/province/reminders";
    private static final String EVIL = "\"><svg onload=1></script><script>alert(1)</script>";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Reminders reminders;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Actor officer;
    private Actor idle;
    private Actor other;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = World.at(world.officer(World.PROVINCE, "周敏"), clock.instant());
        world.openNow(officer);
        idle = world.school(World.PROVINCE);
        other = world.school(World.PROVINCE);
        jdbc.sql("update account.account set first_signed_in_at = now() where id = :id")
                .param("id", other.accountId())
                .update();
        visitor = world.visit(mvc, officer);
        visitor.get(PAGE);
    }

    @Test
    void offersATextThatNamesTheDayAndWhatIsMissing() throws Exception {
        for (var one : Audience.values()) {
            var url = PAGE + "?standing=" + one + "&school=" + idle.unitId();
            assertThat(visitor.get(url).expectFirst("#words").text())
                    .as(one.name())
                    .contains(" 24:00 前");
        }
        assertThat(visitor.get(PAGE).expectFirst(".btn.main").text()).isEqualTo("发给 1 所学校");
        assertThat(
                        visitor.get(PAGE + "?standing=RETURNED")
                                .expectFirst(".btn.main")
                                .hasAttr("disabled"))
                .isTrue();
    }

    @Test
    void showsTheReminderToThatStandingOnlyUntilItIsConfirmed() throws Exception {
        send(Map.of("standing", "NOT_SIGNED_IN", "words", "请尽快登录填报"));
        assertThat(visitor.location()).isEqualTo(PAGE + "?sent=1&left=0");
        assertThat(visitor.get(visitor.location()).text()).contains("已发给 1 所学校。");
        var own = world.visit(mvc, idle);
        for (var page : List.of("/school/undertakings", "/school/preview", "/school/returned")) {
            assertThat(own.get(page).select(".banner").text()).contains("请尽快登录填报", "周敏");
        }
        assertThat(world.visit(mvc, other).get("/school/preview").select(".banner")).isEmpty();
        assertThat(visitor.get(PAGE).select(".banner")).isEmpty();
        own.get("/school/preview");
        own.submit(own.page().expectFirst(".banner form").attr("action"), Map.of());
        assertThat(own.location()).isEqualTo("/school/preview");
        assertThat(own.get("/school/preview").select(".banner")).isEmpty();
        assertThat(visitor.get(PAGE).expectFirst("tbody td[data-l=已阅]").text()).isEqualTo("1 100%");
    }

    @Test
    void namesThoseWhoHaveNotConfirmedAndWhomToTelephone() throws Exception {
        var sent =
                reminders.send(
                        officer,
                        Audience.SELECTED,
                        List.of(idle.unitId(), other.unitId()),
                        "请尽快登录填报");
        assertThat(sent.sent()).isEqualTo(2);
        long id = reminders.of(officer).getFirst().id();
        jdbc.sql(
                        "update account.account set contact_name = '李敏', mobile = '13800000009' where id = :id")
                .param("id", idle.accountId())
                .update();
        reminders.confirm(other, id);
        var all = visitor.get(PAGE + "/" + id);
        assertThat(all.select("tbody th b").eachText())
                .containsExactly(idle.unitName(), other.unitName());
        var unread = visitor.get(PAGE + "/" + id + "?unread=true");
        assertThat(unread.select("tbody tr")).hasSize(1);
        assertThat(unread.select("tbody tr").text())
                .contains(idle.unitName(), "未阅", "未提交", "李敏", "13800000009");
        visitor.get(PAGE + "?again=" + id);
        assertThat(visitor.page().expectFirst(".btn.main").text()).isEqualTo("发给 1 所学校");
        assertThat(visitor.page().select("[name=school]").eachAttr("value"))
                .containsExactly(String.valueOf(idle.unitId()));
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "吴刚"));
        for (var path : List.of("/" + id, "?again=" + id)) {
            neighbour.get(PAGE + path);
            assertThat(neighbour.status()).isEqualTo(404);
        }
    }

    @Test
    void confirmsInPlaceSoThatNothingTypedIsLost() throws Exception {
        long id = sent("请尽快登录填报");
        var own = world.visit(mvc, idle);
        var token = own.get("/school/undertakings").expectFirst("[name=_csrf]").val();
        own.send(
                MockMvcRequestBuilders.post("/school/reminders/" + id + "/read")
                        .header("HX-Request", "true")
                        .param("_csrf", token));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.response().getContentAsByteArray()).isEmpty();
        assertThat(own.get("/school/undertakings").select(".banner")).isEmpty();
    }

    @Test
    void leadsBackToNoPageButTheSchoolsOwn() throws Exception {
        var own = world.visit(mvc, idle);
        for (var back : List.of("//evil.example", "https://evil.example/", "/school/../x", "")) {
            long id = sent("提醒" + back);
            own.get("/school/preview");
            own.post("/school/reminders/" + id + "/read", Map.of("back", back));
            assertThat(own.location()).isEqualTo("/school/undertakings");
        }
    }

    @Test
    void sparesWhoeverHadTheVerySameWithinTheHour() throws Exception {
        send(Map.of("standing", "NOT_SIGNED_IN", "words", "请尽快登录填报"));
        visitor.get(PAGE);
        var page = send(Map.of("standing", "NOT_SIGNED_IN", "words", " 请尽快登录填报 "));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.text()).contains("这 1 所学校一小时内已收到同样的提醒，没有再发。");
        var both =
                reminders.send(
                        officer,
                        Audience.SELECTED,
                        List.of(idle.unitId(), other.unitId()),
                        "请尽快登录填报");
        assertThat(both.sent()).isEqualTo(1);
        assertThat(both.left()).isEqualTo(1);
        var later = World.at(officer, officer.arrived().plus(Duration.ofMinutes(61)));
        assertThat(reminders.send(later, Audience.NOT_SIGNED_IN, List.of(), "请尽快登录填报").sent())
                .isEqualTo(1);
        assertThat(reminders.send(officer, Audience.NOT_SIGNED_IN, List.of(), "另一段话").sent())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBeSentAndKeepsTheText() throws Exception {
        assertThat(send(Map.of("standing", "NOT_SIGNED_IN", "words", " ")).text())
                .contains("还没有写提醒内容。");
        assertThat(visitor.status()).isEqualTo(422);
        var longest = "长".repeat(301);
        assertThat(
                        send(Map.of("standing", "NOT_SIGNED_IN", "words", longest))
                                .expectFirst("#words")
                                .text())
                .isEqualTo(longest);
        assertThat(visitor.page().text()).contains("提醒最多 300 字，现在是 301 字。");
        assertThat(send(Map.of("standing", "SELECTED", "words", "要")).text()).contains("还没有选择学校");
        assertThat(send(Map.of("standing", "RETURNED", "words", "要")).text())
                .contains("现在没有这样的学校，没有发出提醒。");
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(reminders.of(officer)).isEmpty();
    }

    @Test
    void leavesOutClosedSchools() {
        jdbc.sql("update organisation.unit set closed_at = now() where id = :id")
                .param("id", idle.unitId())
                .update();
        assertThat(reminders.counts(officer.reach()).get(Audience.NOT_SIGNED_IN)).isZero();
    }

    @Test
    void reachesNoSchoolOfAnotherProvince() throws Exception {
        var foreign = world.school(World.OTHER_PROVINCE);
        send(Map.of("school", String.valueOf(foreign.unitId()), "words", "要"));
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get(PAGE + "?school=" + foreign.unitId());
        assertThat(visitor.status()).isEqualTo(404);
        long id = sent("请尽快登录填报");
        var theirs = world.visit(mvc, other);
        theirs.get("/school/preview");
        theirs.post("/school/reminders/" + id + "/read", Map.of());
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(reminders.of(officer).getFirst().read()).isZero();
        assertThat(reminders.of(world.officer(World.OTHER_PROVINCE, "邻省"))).isEmpty();
    }

    @Test
    void letsViewersOnlyLook() throws Exception {
        sent("请尽快登录填报");
        world.makeViewer(officer);
        assertThat(visitor.get(PAGE).select("main form")).isEmpty();
        visitor.get("/account/password");
        send(Map.of("standing", "NOT_SIGNED_IN", "words", "要"));
        assertThat(visitor.status()).isEqualTo(403);
        world.makeViewer(idle);
        var own = world.visit(mvc, idle);
        assertThat(own.get("/school/preview").select(".banner form")).isEmpty();
        own.get("/account/password");
        own.post("/school/reminders/" + reminders.of(officer).getFirst().id() + "/read", Map.of());
        assertThat(own.status()).isEqualTo(403);
    }

    @Test
    void showsWhatWasTypedAsText() throws Exception {
        sent(EVIL);
        var page = world.visit(mvc, idle).get("/school/undertakings");
        assertThat(page.select("[onload], script:not([src])")).isEmpty();
        assertThat(page.expectFirst(".banner .said").text()).isEqualTo(EVIL);
        assertThat(visitor.get(PAGE).select("[onload], script:not([src])")).isEmpty();
    }

    private long sent(String words) {
        reminders.send(officer, Audience.NOT_SIGNED_IN, List.of(), words);
        return reminders.of(officer).getFirst().id();
    }

    private Document send(Map<String, String> fields) throws Exception {
        return visitor.post(PAGE, new HashMap<>(fields));
    }
}
