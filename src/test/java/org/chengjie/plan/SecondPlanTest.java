package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.SchoolsAtWork;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The whole product runs on a second plan, and the first stays readable (spec C1). */
@PageTest
class SecondPlanTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Plans plans;
    @Autowired private SecondPlan second;
    @Autowired private SchoolsAtWork schools;

    private long first;
    private Actor officer;
    private Actor submitted;
    private Visitor school;
    private Visitor province;
    private Visitor ministry;

    @BeforeEach
    void file() throws Exception {
        first = plans.current().id();
        officer = world.officer(World.PROVINCE, "周敏");
        submitted = schools.submit();
        schools.save();
        world.setDays(officer, -14, 14, 28);
        school = world.visit(mvc, submitted);
        province = world.visit(mvc, officer);
        ministry = world.visit(mvc, world.ministry());
    }

    @Test
    void changesNothingForAnybodyWhileItIsADraft() throws Exception {
        var before = pages();
        second.draft();
        assertThat(pages()).isEqualTo(before);
        school.get("/school/past");
        assertThat(school.page().text()).contains("还没有已结束的计划。");
    }

    @Test
    void givesTheSchoolTheNewPlansItemsAndAnEmptyForm() throws Exception {
        second.open(second.draft());
        var form = school.get("/school/undertakings");
        assertThat(form.select("tr[data-no]").eachAttr("data-no"))
                .containsExactly("1", "2.1", "2.2");
        assertThat(form.select(".who").text()).contains("第二期行动计划");
        assertThat(form.text()).contains("省厅还没有发布申报要求");
        assertThat(school.get("/school/preview").text()).contains("状态：未提交", "还没有承接任何任务。");
        assertThat(school.get("/school/returned").text()).doesNotContain("3.1");
        assertThat(school.get("/school/workbook").text()).isNotNull();
        world.openNow(officer);
        school.get("/school/undertakings");
        school.postJson(
                "/school/undertakings",
                Map.of("on-1", "1", "version-1", "0", "self-raised-1", "5"));
        assertThat(school.status()).isEqualTo(200);
    }

    @Test
    void emptiesTheDeskAndTheListsOfTheProvince() throws Exception {
        second.open(second.draft());
        assertThat(
                        province.get("/province/rows")
                                .select("tbody tr[data-row], tbody input[name=row]"))
                .isEmpty();
        assertThat(province.get("/province/items").text())
                .contains("培育典型学校")
                .doesNotContain("三全育人");
        assertThat(province.get("/province/window").text()).contains("培育典型学校");
        assertThat(province.get("/province/own").text()).contains("培育典型学校");
        assertThat(province.get("/province/schools").text()).doesNotContain("待审核 1");
        for (var page :
                new String[] {
                    "/province/desk",
                    "/province/submission",
                    "/province/setting",
                    "/province/extensions"
                }) {
            province.get(page);
            assertThat(province.status()).as(page).isEqualTo(200);
        }
        for (var page : new String[] {"/ministry/overview", "/ministry/submissions"}) {
            ministry.get(page);
            assertThat(ministry.status()).as(page).isEqualTo(200);
        }
    }

    @Test
    void letsEverybodyReadAndExportTheirOwnOfTheFirst() throws Exception {
        second.open(second.draft());
        assertThat(school.get("/school/past").select("tbody th a").attr("href"))
                .isEqualTo("/school/past/" + first);
        var mine = school.get("/school/past/" + first);
        assertThat(mine.text()).contains("填报内容只能查看和导出", "57", "3.1");
        assertThat(mine.select("main form, main input")).isEmpty();
        school.get("/school/past/" + first + "/workbook");
        assertThat(school.status()).isEqualTo(200);
        var list = province.get("/province/past/" + first);
        assertThat(list.select("tbody tr")).hasSize(2);
        province.get("/province/past/" + first + "/schools/" + submitted.unitId());
        assertThat(province.page().text()).contains("3.1");
        for (var file :
                new String[] {"/workbook", "/schools/" + submitted.unitId() + "/workbook"}) {
            province.get("/province/past/" + first + file);
            assertThat(province.status()).as(file).isEqualTo(200);
        }
        assertThat(ministry.get("/ministry/past/" + first).text()).contains("已提交 1 所，10 条");
        var there = "/ministry/past/" + first + "/provinces/" + officer.unitId();
        assertThat(ministry.get(there).select("tbody tr")).hasSize(2);
        ministry.get(there + "/workbook");
        assertThat(ministry.status()).isEqualTo(200);
        ministry.get("/ministry/past/" + first + "/schools/" + submitted.unitId());
        assertThat(ministry.status()).isEqualTo(200);
    }

    @Test
    void keepsThePastWithinReach() throws Exception {
        second.open(second.draft());
        var other = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "吴刚"));
        assertThat(other.get("/province/past/" + first).text()).contains("没有学校填报过这个计划。");
        other.get("/province/past/" + first + "/schools/" + submitted.unitId());
        assertThat(other.status()).isEqualTo(404);
        other.get("/province/past/" + first + "/schools/" + submitted.unitId() + "/workbook");
        assertThat(other.status()).isEqualTo(404);
        school.get("/school/past/" + plans.current().id());
        assertThat(school.status()).as("the current plan is no past").isEqualTo(404);
    }

    @Test
    void changesNothingOfTheFirstAnyMore() throws Exception {
        var row = province.get("/province/rows").select("input[name=pick]").attr("value");
        assertThat(row).as("there was something to decide").isNotEmpty();
        second.open(second.draft());
        world.openNow(officer);
        province.post("/province/decisions", Map.of("pick", row, "step", "APPROVE"));
        province.post(
                "/province/schools/" + submitted.unitId() + "/release", Map.of("reason", "请放开"));
        school.get("/school/preview");
        school.post("/school/withdrawal", Map.of());
        assertThat(school.get("/school/past/" + first).select(".st-wait").eachText())
                .as("all five rows still wait")
                .hasSize(6);
    }

    private String pages() throws Exception {
        var all = new StringBuilder();
        for (var page :
                new String[] {"/school/undertakings", "/school/preview", "/school/contacts"}) {
            all.append(school.get(page).select("main, .rail, .who").text());
        }
        for (var page :
                new String[] {
                    "/province/rows", "/province/items", "/province/schools", "/province/own"
                }) {
            all.append(province.get(page).select("main, .rail, .who").text());
        }
        return all.toString();
    }
}
