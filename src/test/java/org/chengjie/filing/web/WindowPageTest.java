package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.FilingWindows;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** 本省申报要求 as the province sets them (spec W1, C3). */
@PageTest
class WindowPageTest {

    private static final String PAGE = "/province/window";
    private static final Map<String, String> DAYS =
            Map.of(
                    "opens", "2026-10-19",
                    "closes", "2026-11-06",
                    "revisionCloses", "2026-12-11",
                    "note", "1.填写\n2.提交");

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;

    private Actor officer;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        visitor = world.visit(mvc, officer);
        visitor.get(PAGE);
    }

    @Test
    void publishesTheDaysAndTheNote() throws Exception {
        send(DAYS);
        assertThat(visitor.location()).isEqualTo("/province/window?saved=true");
        var window = windows.find(plans.current().id(), officer.unitId()).orElseThrow();
        assertThat(window.closes()).isEqualTo("2026-11-06");
        assertThat(window.noteLines()).containsExactly("填写", "提交");
    }

    @Test
    void saysBesideTheFieldThatTheDaysAreTurnedRound() throws Exception {
        var page = send(DAYS, Map.of("closes", "2026-10-18", "revisionCloses", "2026-10-17"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#closes-h").text()).isEqualTo("结束日期不能早于开始日期 2026-10-19。");
        assertThat(page.expectFirst("#revisionCloses-h").text())
                .isEqualTo("修改截止日期不能早于结束日期 2026-10-18。");
        assertThat(page.expectFirst("#closes").val()).isEqualTo("2026-10-18");
        assertThat(page.select("#problems a").eachAttr("href"))
                .containsExactly("#closes", "#revisionCloses");
        assertThat(windows.find(plans.current().id(), officer.unitId())).isEmpty();
    }

    @Test
    void saysWhatADayLooksLike() throws Exception {
        for (var rubbish : new String[] {"2026-02-30", "06/11/2026", "明天", "-1", "99999-01-01"}) {
            visitor.get(PAGE);
            var page = send(DAYS, Map.of("opens", rubbish));
            assertThat(visitor.status()).isEqualTo(422);
            assertThat(page.expectFirst("#opens-h").text()).isEqualTo("应为年-月-日，例如 2020-11-30。");
        }
        send(DAYS, Map.of("opens", "1999-01-01"));
        assertThat(visitor.page().expectFirst("#opens-h").text())
                .isEqualTo("年份应在 2000 到 2100 之间，现在是 1999。");
    }

    @Test
    void takesAFieldThatWasNotSentForAnEmptyOne() throws Exception {
        var page = visitor.post(PAGE, Map.of("version", "0"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#opens-h").text()).isEqualTo("还没有填日期。");
        visitor.get(PAGE);
        visitor.post(PAGE, Map.of());
        assertThat(visitor.status()).isBetween(400, 422);
        visitor.get(PAGE);
        visitor.post(PAGE, Map.of("version", "x"));
        assertThat(visitor.status()).isEqualTo(400);
    }

    @Test
    void keepsWhatWasTypedWhereAColleagueWasFaster() throws Exception {
        world.open(officer);
        var page = send(DAYS);
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.expectFirst("#problems").text()).contains("申报要求刚被同事改动过。");
        assertThat(page.expectFirst("#closes").val()).isEqualTo("2026-11-06");
    }

    @Test
    void offersOnlyWhatIsTicked() throws Exception {
        visitor.press("form[action$=items]", PAGE + "/items", Map.of());
        assertThat(windows.withheld(officer.unitId())).isEmpty();
        visitor.get(PAGE);
        visitor.post(PAGE + "/items", Map.of("offered", "3.1"));
        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.get(PAGE).select("[name=offered][checked]").eachAttr("value"))
                .containsExactly("3.1");
    }

    @SafeVarargs
    private Document send(Map<String, String>... fields) throws Exception {
        var all = new HashMap<String, String>();
        for (var some : fields) {
            all.putAll(some);
        }
        return visitor.press("form[action=" + PAGE + "]", PAGE, new HashMap<>(all));
    }
}
