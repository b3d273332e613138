package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.SchoolsAtWork;
import org.chengjie.filing.Step;
import org.chengjie.job.Jobs;
import org.chengjie.job.Worker;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
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
    @Autowired private ProvinceCase cases;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private Jobs jobs;
    @Autowired private Worker worker;

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
        province.get("/province/past/" + first + "/schools/" + submitted.unitId() + "/workbook");
        assertThat(province.status()).isEqualTo(200);
        assertThat(ministry.get("/ministry/past/" + first).text()).contains("已提交 1 所，10 条");
        var there = "/ministry/past/" + first + "/provinces/" + officer.unitId();
        assertThat(ministry.get(there).select("tbody tr")).hasSize(2);
        ministry.get("/ministry/past/" + first + "/schools/" + submitted.unitId());
        assertThat(ministry.status()).isEqualTo(200);
    }

    @Test
    void exportsAllRowsOfTheFirstInTheBackground() throws Exception {
        second.open(second.draft());
        var here = "/province/past/" + first;
        province.get(here);
        province.post(here + "/export", Map.of());
        assertThat(sheets(officer, province)).isEqualTo(Map.of("山西省", 10L));
        var clerk = world.ministry();
        var desk = world.visit(mvc, clerk);
        for (var of : new String[] {"", "/provinces/" + officer.unitId()}) {
            desk.get("/ministry/past/" + first + of);
            desk.post("/ministry/past/" + first + of + "/export", Map.of());
            assertThat(sheets(clerk, desk)).isEqualTo(Map.of("山西省", 10L));
        }
        var other = world.officer(World.OTHER_PROVINCE, "吴刚");
        var abroad = world.visit(mvc, other);
        abroad.get(here);
        abroad.post(here + "/export", Map.of());
        long job = job(abroad);
        worker.run(job);
        assertThat(jobs.find(other, job).words()).contains("没有学校填报过这个计划");
        assertThat(jobs.find(other, job).fileName()).isNull();
    }

    @Test
    void keepsWhatTheProvinceHandedInOnTheFirst() throws Exception {
        cases.decide(officer, submitted, Step.APPROVE);
        cases.giveContacts(officer);
        var receipt = submissions.submit(officer, submissions.readiness(officer).rollUp().seen());
        long id = submissions.history(officer).getFirst().id();
        second.open(second.draft());
        var own = "/province/past/" + first + "/submission";
        assertThat(province.get("/province/past/" + first).select("a[href=" + own + "]"))
                .hasSize(1);
        assertThat(province.get(own).text()).contains(receipt, "57", "这个计划已结束");
        province.get(own + "/" + id + "/workbook");
        assertThat(province.status()).isEqualTo(200);
        var of = "/ministry/past/" + first + "/provinces/" + officer.unitId() + "/submission";
        assertThat(ministry.get(of).text()).contains(receipt, "山西省");
        ministry.get(of + "/" + id + "/workbook");
        assertThat(ministry.status()).isEqualTo(200);
        var other = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "吴刚"));
        assertThat(other.get(own).text()).contains("没有上报过这个计划。").doesNotContain(receipt);
        other.get(own + "/" + id + "/workbook");
        assertThat(other.status()).isEqualTo(404);
        province.get("/province/past/" + plans.current().id() + "/submission");
        assertThat(province.status()).as("the current plan is no past").isEqualTo(404);
    }

    /** What the job that a visitor was led to has written: its sheets, and their lines. */
    private Map<String, Long> sheets(Actor by, Visitor visitor) throws Exception {
        long job = job(visitor);
        worker.run(job);
        var lines = new HashMap<String, Long>();
        try (var book = new ReadableWorkbook(jobs.fetch(by, job).content().getInputStream())) {
            for (var sheet : book.getSheets().toList()) {
                lines.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .filter(row -> row.getCellText(0).matches("\\d{10}"))
                                .count());
            }
        }
        return lines;
    }

    private static long job(Visitor visitor) {
        assertThat(visitor.location()).startsWith("/jobs/");
        return Long.parseLong(visitor.location().substring("/jobs/".length()));
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
