package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Extensions;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Typing;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A province gives one school more time, and takes it back (spec W3). */
@PageTest
class ExtensionPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Extensions extensions;
    @Autowired private Filings filings;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Actor officer;
    private Actor school;
    private Visitor visitor;
    private String page;
    private LocalDate today;

    @BeforeEach
    void closeTheWindow() throws Exception {
        today = ChinaTime.dayOf(clock.instant());
        officer = World.at(world.officer(World.PROVINCE, "周敏"), clock.instant());
        world.openNow(officer);
        world.setDays(officer, -20, -2, -1);
        school = World.at(world.school(World.PROVINCE), clock.instant());
        visitor = world.visit(mvc, officer);
        page = "/province/schools/" + school.unitId() + "/extension";
        visitor.get(page);
    }

    @Test
    void letsThatSchoolFileAgainAndNoOther() throws Exception {
        var other = World.at(world.school(World.PROVINCE), clock.instant());
        assertThat(may(school)).isFalse();
        grant(today.plusDays(3).toString(), "受灾停电");
        assertThat(visitor.location()).isEqualTo(page + "?saved=true");
        assertThat(may(school)).isTrue();
        assertThat(may(other)).isFalse();
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        assertThat(visitor.get(page + "?saved=true").text())
                .contains("已延期，学校刷新页面就能看到。", "延期到 " + today.plusDays(3) + " 24:00", "受灾停电");
    }

    @Test
    void tellsTheSchoolItsOwnLastDayAndCountsDownToIt() throws Exception {
        extensions.grant(officer, school.unitId(), today.plusDays(3), "受灾停电");
        var form = world.visit(mvc, school).get("/school/undertakings");
        assertThat(form.text())
                .contains("已为本校延期到 " + ChinaTime.shortDay(today.plusDays(3)) + " 24:00");
        assertThat(form.expectFirst("[data-end]").attr("data-end"))
                .isEqualTo(String.valueOf(ChinaTime.endOf(today.plusDays(3)).toEpochMilli()));
        assertThat(visitor.get("/province/schools/" + school.unitId()).text())
                .contains("申报期已为本校延到 " + today.plusDays(3) + " 24:00");
    }

    @Test
    void endsByItself() {
        extensions.grant(officer, school.unitId(), today, "受灾停电");
        assertThat(may(school)).isTrue();
        var later = World.at(school, ChinaTime.endOf(today));
        assertThat(may(later)).isFalse();
        assertThat(may(World.at(school, ChinaTime.endOf(today).minusMillis(1)))).isTrue();
        assertThat(
                        extensions
                                .of(school.unitId(), officer.reach())
                                .getFirst()
                                .holds(later.arrived()))
                .isFalse();
    }

    @Test
    void leavesTheWindowsRuleOnceTakenBackWhateverWasGivenBefore() throws Exception {
        extensions.grant(officer, school.unitId(), today.plusDays(9), "受灾停电");
        extensions.grant(officer, school.unitId(), today.plusDays(3), "改为三天");
        assertThat(Objects.requireNonNull(filings.form(school).window()).lastDay())
                .isEqualTo(today.plusDays(3));
        visitor.get(page);
        visitor.post(page + "/end", Map.of());
        assertThat(visitor.location()).isEqualTo(page + "?saved=true");
        assertThat(may(school)).isFalse();
        assertThat(visitor.get(page).select(".st").eachText()).containsExactly("已收回", "已另行延期");
        visitor.get(page);
        assertThat(visitor.post(page + "/end", Map.of()).text()).contains("这所学校现在没有延期");
        assertThat(visitor.status()).isEqualTo(409);
    }

    @Test
    void logsBoth() {
        extensions.grant(officer, school.unitId(), today.plusDays(3), "受灾停电");
        extensions.end(officer, school.unitId());
        assertThat(
                        jdbc.sql(
                                        """
                                        select action || ' ' || reason || ' ' || (changes -> 0 ->> 'before') || '>' || (changes -> 0 ->> 'after')
                                          from audit.entry where subject_path = :path order by id
                                        """)
                                .param("path", school.path())
                                .query(String.class)
                                .list())
                .containsExactly(
                        "延期 受灾停电 >" + today.plusDays(3), "收回延期  " + today.plusDays(3) + ">");
    }

    @Test
    void saysWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() throws Exception {
        for (var wrong :
                Map.of(
                                "",
                                "应为年-月-日",
                                "明天",
                                "应为年-月-日",
                                today.minusDays(2).toString(),
                                "延期要晚于全省的结束日期",
                                today.minusDays(1).toString(),
                                "这一天已经过去",
                                "2101-01-01",
                                "年份应在 2100 以前")
                        .entrySet()) {
            var answer = grant(wrong.getKey(), "受灾停电");
            assertThat(visitor.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.expectFirst("#lastDay-e").text()).startsWith(wrong.getValue());
            assertThat(answer.expectFirst("#reason").text()).isEqualTo("受灾停电");
        }
        assertThat(grant(today.plusDays(3).toString(), " ").expectFirst("#reason-e").text())
                .isEqualTo("延期要写原因，以备查考。");
        assertThat(visitor.page().expectFirst("#lastDay").val())
                .isEqualTo(today.plusDays(3).toString());
        assertThat(
                        grant(today.plusDays(3).toString(), "长".repeat(201))
                                .expectFirst("#reason-e")
                                .text())
                .isEqualTo("原因最多 200 字，现在是 201 字。");
        assertThat(extensions.all(officer.reach())).isEmpty();
    }

    @Test
    void extendsNothingOnceTheProvinceHasReported() throws Exception {
        windows.seal(officer, plans.current().id());
        assertThat(grant(today.plusDays(3).toString(), "受灾停电").text()).contains("本省已汇总上报教育部");
        assertThat(visitor.status()).isEqualTo(409);
    }

    @Test
    void letsViewersOnlyLook() throws Exception {
        world.makeViewer(officer);
        assertThat(visitor.get(page).select("main form")).isEmpty();
        visitor.get("/account/password");
        grant(today.plusDays(3).toString(), "受灾停电");
        assertThat(visitor.status()).isEqualTo(403);
        visitor.get("/account/password");
        visitor.post(page + "/end", Map.of());
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(extensions.all(officer.reach())).isEmpty();
    }

    @Test
    void showsAnotherProvincesSchoolAsAbsent() throws Exception {
        extensions.grant(officer, school.unitId(), today.plusDays(3), "受灾停电");
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        assertThat(neighbour.get("/province/extensions").text()).doesNotContain(school.unitName());
        neighbour.get(page);
        assertThat(neighbour.status()).isEqualTo(404);
        for (var action : new String[] {page, page + "/end"}) {
            neighbour.get("/account/password");
            neighbour.post(action, Map.of("lastDay", today.plusDays(9).toString(), "reason", "要"));
            assertThat(neighbour.status()).isEqualTo(404);
        }
        assertThat(extensions.all(officer.reach())).hasSize(1);
        assertThat(may(school)).isTrue();
        visitor.get("/province/schools/" + officer.unitId() + "/extension");
        assertThat(visitor.status()).isEqualTo(404);
    }

    private boolean may(Actor somebody) {
        return filings.form(somebody).verdict(Intent.FILE, somebody.arrived()).allowed();
    }

    private Document grant(String lastDay, String reason) throws Exception {
        return visitor.post(page, new HashMap<>(Map.of("lastDay", lastDay, "reason", reason)));
    }
}
