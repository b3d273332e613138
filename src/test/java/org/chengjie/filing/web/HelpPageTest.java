package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.row;

import java.time.Instant;
import java.util.List;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What helps to fill the form in: clauses, heads, targets, what is missing, the timeline (spec C4,
 * F2).
 */
@PageTest
class HelpPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = World.at(world.school(World.PROVINCE), Instant.now());
        visitor = world.visit(mvc, school);
    }

    @Test
    void opensTheClausesOfEachRowsTaskWithoutScriptToo() throws Exception {
        var form = visitor.get("/school/undertakings");
        for (var tr : form.select("tr[data-no]")) {
            assertThat(tr.select("a[data-clause]").attr("href"))
                    .isEqualTo("/school/clauses/" + tr.attr("data-task"));
        }
        assertThat(form.select("tr[data-no=3.2] a[data-clause]").attr("aria-label"))
                .isEqualTo("3.2 的方案条款（任务 3）");
        var page = visitor.get("/school/clauses/3");
        assertThat(page.select("nav.rail")).isNotEmpty();
        assertThat(page.select("h2").text()).isEqualTo("2. 构建职业教育“三全育人”新格局");
        assertThat(page.select("mark").eachText()).contains("培育遴选100个左右名班主任工作室");
        assertThat(page.text()).contains("教育部、人力资源社会保障部，各地有关部门", "3.1 200 所");
    }

    @Test
    void answersTheScriptWithTheClausesAlone() throws Exception {
        var fragment =
                visitor.send(
                        MockMvcRequestBuilders.get("/school/clauses/28")
                                .header("HX-Request", "true"));
        assertThat(fragment.select("nav")).isEmpty();
        assertThat(fragment.select("h3").eachText())
                .containsExactly("13. 健全高职分类考试招生制度", "14. 规范职业教育考试招生形式", "15. 完善“文化素质+职业技能”评价方式");
        assertThat(fragment.select("button[data-close]")).hasSize(1);
    }

    @Test
    void refusesTasksThatThereAreNot() throws Exception {
        visitor.get("/school/clauses/57");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/school/clauses/x");
        assertThat(visitor.status()).isBetween(400, 404);
    }

    @Test
    void showsTheProvinceTheSameClauses() throws Exception {
        var province = world.visit(mvc, officer);
        var items = province.get("/province/items");
        assertThat(items.select("#i3\\.1 a[data-clause]").attr("href"))
                .isEqualTo("/province/clauses/3");
        assertThat(province.get("/province/rows?item=3.1").select("a[href=/province/clauses/3]"))
                .hasSize(1);
        assertThat(province.get("/province/clauses/3").text()).contains("三全育人");
    }

    @Test
    void saysWhatEachSourceMeansAtItsHeadAndTheTargetInTheRow() throws Exception {
        var form = visitor.get("/school/undertakings");
        assertThat(form.select("th details summary").eachText())
                .containsExactly("学校自筹", "行业企业投入", "举办方投入", "地市县投入");
        assertThat(form.select("th details p").eachText())
                .contains("举办方投入：指非财政供养的举办方投入资金。没有投入请填“0”。", "地市县投入：包括地市县各级财政投入资金。没有投入请填“0”。");
        assertThat(form.expectFirst("#r3\\.1 .aim").text()).isEqualTo("全国目标 200 所");
    }

    @Test
    void listsBlanksOfTickedRowsOnlyAndCallsThemNoErrors() throws Exception {
        assertThat(visitor.get("/school/undertakings").expectFirst("#missing").hasAttr("hidden"))
                .isTrue();
        filings.save(school, List.of(row("3.1", 0, "1", "", "1", "1", "")), null);
        var form = visitor.get("/school/undertakings");
        var missing = form.expectFirst("#missing");
        assertThat(missing.hasAttr("hidden")).isFalse();
        assertThat(missing.expectFirst("summary").text()).isEqualTo("2 处待填");
        assertThat(missing.select("a").eachText()).containsExactly("3.1 学校自筹", "3.1 地市县投入");
        for (var href : missing.select("a").eachAttr("href")) {
            assertThat(form.getElementById(href.substring(1))).isNotNull();
        }
        assertThat(form.select("#filing [aria-invalid], #filing tr.note, #problems [role=alert]"))
                .isEmpty();
    }

    @Test
    void showsNothingOfTheOthersUnlessTheProvinceSaysSo() throws Exception {
        assertThat(visitor.get("/school/undertakings").text()).doesNotContain("本省其他学校");
        var province = world.visit(mvc, officer);
        province.get("/province/setting");
        province.submit("/province/setting/uptake", java.util.Map.of());
        assertThat(province.get("/province/setting").text()).contains("已公开");
        Element row = visitor.get("/school/undertakings").expectFirst("#r3\\.1 .aim");
        assertThat(row.text()).isEqualTo("全国目标 200 所 本省其他学校：尚无承接");
    }

    @Test
    void tellsTheFormsWayInWords() throws Exception {
        filings.save(school, List.of(row("1", 0, "-", "1", "1", "1", "1")), null);
        var form = visitor.get("/school/preview");
        assertThat(form.select(".line b").eachText()).containsExactly("已保存");
        assertThat(form.select(".line small").eachText()).anyMatch(by -> by.contains("李敏"));
    }
}
