package org.chengjie.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.account.Contact;
import org.chengjie.filing.ContactEdit;
import org.chengjie.filing.Filing;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Typing;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The province's pages, and what its words look like on the school's (spec R1-R5, X2). */
@PageTest
class SchoolPageTest {

    private static final String EVIL = "\"><svg onload=1></script><script>alert(1)</script>";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Register register;
    @Autowired private SchoolChanges changes;

    private Actor officer;
    private Actor school;
    private Visitor visitor;
    private String review;

    @BeforeEach
    void submit() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = today(world.school(World.PROVINCE));
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        visitor = world.visit(mvc, officer);
        review = "/province/schools/" + school.unitId();
        visitor.get(review);
    }

    @Test
    void approvesOneRowByItsOwnButtonWhateverIsTicked() throws Exception {
        var one = "APPROVE " + pick("2");
        assertThat(visitor.page().select("button[name=one]").eachAttr("value")).contains(one);
        decide(Map.of("one", one, "pick", pick("3.3")));
        assertThat(visitor.location()).startsWith(review + "?done=");
        assertThat(stage("2")).isEqualTo(Stage.APPROVED);
        assertThat(stage("3.3")).isEqualTo(Stage.SUBMITTED);
        assertThat(visitor.get(visitor.location()).expectFirst("#last").text())
                .contains("已办理“通过”1 行。学校处理之前可以撤销。", "撤销 U");
    }

    /** The first submit button is what a browser presses on Enter; a disabled one, never. */
    @Test
    void decidesNothingByEnter() {
        var first = visitor.page().expectFirst("#review button:not([type=button])");
        assertThat(first.hasAttr("disabled")).isTrue();
        assertThat(first.hasAttr("name")).isFalse();
    }

    @Test
    void keepsTicksAndCellsWhereTheReasonIsMissing() throws Exception {
        var page = decide(Map.of("step", "RETURN", "pick", pick("3.2"), "cells", "SPONSOR"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#reason-e").text()).isEqualTo("退回修改要写修改意见，让学校知道怎么改。");
        assertThat(page.select("[name=pick][checked]").eachAttr("value"))
                .containsExactly(pick("3.2"));
        assertThat(page.select("[name=cells][checked]").eachAttr("value"))
                .containsExactly("SPONSOR");
        assertThat(stage("3.2")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void blamesTheReasonForNothingButItself() throws Exception {
        var page = decide(Map.of("step", "RETURN", "reason", "请核对自筹。"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problems").text()).isEqualTo("还没有选择任何一行。请先勾选要审核的任务。");
        assertThat(page.select("#reason-e, #reason[aria-invalid]")).isEmpty();
        assertThat(page.expectFirst("#reason").val()).isEqualTo("请核对自筹。");
    }

    @Test
    void namesTheRowThatAnotherDecidedAndKeepsTheReason() throws Exception {
        var stale = pick("1");
        decide(Map.of("one", "APPROVE " + stale));
        var page = decide(Map.of("step", "REJECT", "pick", stale, "reason", "不符合"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.expectFirst("#problems").text())
                .contains("1 行没有改动：", "1 已由周敏于", "改为“通过”，您的“不通过”没有生效。");
        assertThat(page.expectFirst("#reason").val()).isEqualTo("不符合");
    }

    @Test
    void showsAnotherProvincesSchoolAsAbsent() throws Exception {
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        neighbour.get("/province/schools");
        assertThat(neighbour.page().text()).doesNotContain(school.unitName());
        neighbour.send(MockMvcRequestBuilders.get(review));
        assertThat(neighbour.status()).isEqualTo(404);
        neighbour.get("/province/schools");
        neighbour.post(review + "/decisions", Map.of("one", "APPROVE " + pick("1")));
        assertThat(neighbour.status()).isEqualTo(404);
        neighbour.get("/province/schools");
        neighbour.get("/province/window");
        neighbour.post(review + "/release", Map.of("reason", "要"));
        assertThat(neighbour.status()).isEqualTo(404);
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
        assertThat(filing().reviewStarted()).isFalse();
    }

    @Test
    void decidesOnNoRowOfAnotherSchool() throws Exception {
        var other = today(world.school(World.PROVINCE));
        visitor.post(
                "/province/schools/" + other.unitId() + "/decisions",
                Map.of("one", "APPROVE " + pick("1")));
        assertThat(visitor.status()).isEqualTo(404);
        filings.submit(other, Typing.manual(), Typing.CONTACT);
        visitor.get(review);
        visitor.post(
                "/province/schools/" + other.unitId() + "/decisions",
                Map.of("one", "APPROVE " + pick("1")));
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
    }

    @Test
    void refusesRequestsThatNoPageSends() throws Exception {
        for (var fields :
                List.of(
                        Map.of("one", "RELEASE " + pick("1"), "reason", "要"),
                        Map.of("step", "RELEASE", "pick", pick("1"), "reason", "要"),
                        Map.of("one", "WITHDRAW " + pick("1")),
                        Map.of("one", "APPROVE"),
                        Map.of("step", "DONE", "pick", pick("1")),
                        Map.of("step", "APPROVE", "pick", "x:y"),
                        Map.of("step", "APPROVE"),
                        Map.of("cells", "NONE"),
                        Map.<String, String>of())) {
            visitor.get(review);
            visitor.post(review + "/decisions", new HashMap<>(fields));
            assertThat(visitor.status()).as(fields.toString()).isBetween(400, 422);
        }
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
    }

    @Test
    void letsViewersOnlyLook() throws Exception {
        world.makeViewer(officer);
        assertThat(visitor.get(review).select("button[name], #reason, .release")).isEmpty();
        visitor.get("/province/window");
        visitor.post(review + "/decisions", Map.of("one", "APPROVE " + pick("1")));
        assertThat(visitor.status()).isEqualTo(403);
        visitor.get("/province/window");
        visitor.post("/province/window/items", Map.of("offered", "1"));
        assertThat(visitor.status()).isEqualTo(403);
        var window =
                Map.of(
                        "opens",
                        "2026-01-01",
                        "closes",
                        "2026-02-01",
                        "revisionCloses",
                        "2026-03-01",
                        "note",
                        "",
                        "version",
                        "1");
        visitor.post("/province/window", new HashMap<>(window));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(filing().reviewStarted()).isFalse();
    }

    @Test
    void showsAClosedSchoolOnlyToBeRead() throws Exception {
        decide(Map.of("step", "RETURN", "pick", pick("3.2"), "reason", "请核实"));
        var entry = register.find(school.unitId(), officer.reach());
        changes.close(today(officer), school.unitId(), entry.version(), "停办");
        var page = visitor.get(review);
        assertThat(page.select("button[name], #reason, .release, [name=pick]:not([disabled])"))
                .isEmpty();
        assertThat(page.text()).contains("这所学校已于 ", " 撤销。填报和审核经过都在，只能查看", "请核实");
        visitor.post(review + "/decisions", Map.of("one", "APPROVE " + pick("1")));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(stage("1")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void hasNoPageOfTheProvinceForASchool() throws Exception {
        var own = world.visit(mvc, school);
        own.get("/school/preview");
        own.post(review + "/decisions", Map.of("one", "APPROVE " + pick("1")));
        assertThat(own.status()).isEqualTo(404);
        assertThat(stage("1")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void tellsTheSchoolWhyAFormWasReopenedOrReleased() throws Exception {
        decide(Map.of("one", "APPROVE " + pick("1")));
        visitor.get(review);
        decide(Map.of("step", "REOPEN", "pick", pick("1"), "reason", "附件有误"));
        visitor.get(review);
        visitor.post(review + "/release", Map.of("reason", "学校申请重填"));
        assertThat(visitor.location()).startsWith(review + "?done=");
        assertThat(world.visit(mvc, school).get("/school/preview").expectFirst(".line").text())
                .contains("省厅重新审核 1 行：1，理由：附件有误", "省厅放开整表：学校申请重填");
    }

    @Test
    void mendsReturnedRowsOnThePageOfTheSchool() throws Exception {
        decide(Map.of("step", "RETURN", "pick", pick("3.2"), "reason", "请核实", "cells", "SPONSOR"));
        var own = world.visit(mvc, school);
        var page = own.get("/school/returned");
        assertThat(page.expectFirst("#said-3\\.2").text()).contains("请核实", "周敏");
        own.press("#filing", "/school/returned/submission", Map.of());
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.page().expectFirst("#problems").text()).contains("还没有勾选要提交的任务。");
        own.press(
                "#filing",
                "/school/returned/submission",
                Map.of("ready-3.2", "1", "sponsor-3.2", "", "local-3.2", "5"));
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.page().select("#problems a").eachAttr("href"))
                .containsExactly("#sponsor-3.2");
        own.press("#filing", "/school/returned/submission", Map.of("sponsor-3.2", "0"));
        assertThat(own.location()).isEqualTo("/school/preview");
        assertThat(visitor.get(review).select("del").eachText()).containsExactly("2", "6");
    }

    @Test
    void offersNothingToMendOnceTheLastDayForItHasPassed() throws Exception {
        decide(Map.of("step", "RETURN", "pick", pick("3.2"), "reason", "请核实", "cells", "SPONSOR"));
        var own = world.visit(mvc, school);
        assertThat(own.get("/school/returned").expectFirst(".head").text()).contains("逐项修改");
        assertThat(own.page().select("#filing [readonly]")).isEmpty();
        world.setDays(officer, -30, -14, -2);
        var page = own.get("/school/returned");
        assertThat(page.expectFirst(".head").text()).contains("1 项被退回。现在只能查看。");
        assertThat(page.expectFirst("#window").text()).isEmpty();
        assertThat(page.text()).contains("请核实").doesNotContain("可以提交", "用 Excel 填报");
        assertThat(page.select("input.cell:not([readonly]), #save, #submit")).isEmpty();
    }

    @Test
    void tellsTheSchoolThatTheRowsHaveGoneMeanwhile() throws Exception {
        decide(Map.of("step", "RETURN", "pick", pick("3.2"), "reason", "请核实"));
        var own = world.visit(mvc, school);
        own.get("/school/returned");
        visitor.get(review);
        visitor.post(review + "/release", Map.of("reason", "学校申请"));
        own.press("#filing", "/school/returned", Map.of("sponsor-3.2", "0"));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.page().expectFirst(".msg.bad[role=alert]").text()).isEqualTo("没有需要修改的任务。");
    }

    @Test
    void givesTheWorkbookAsAFileOfTheSchoolsName() throws Exception {
        var own = world.visit(mvc, school);
        own.get("/school/workbook");
        assertThat(own.response().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(own.response().getContentAsByteArray()).startsWith('P', 'K', 3, 4);
    }

    @Test
    void showsWhatPeopleTypeAsTextEverywhere() throws Exception {
        filings.withdraw(school);
        filings.submit(
                school,
                List.of(),
                ContactEdit.of(new Contact("<svg onload=1>", "0351-7654321", "13000000011")));
        visitor.get(review);
        decide(Map.of("step", "RETURN", "pick", pick("3.2"), "reason", EVIL));
        visitor.get(review);
        decide(Map.of("step", "REJECT", "pick", pick("1"), "reason", EVIL));
        visitor.get(review);
        decide(Map.of("step", "REOPEN", "pick", pick("1"), "reason", EVIL));
        inert(visitor.get(review));
        inert(decide(Map.of("step", "APPROVE", "reason", EVIL)));
        inert(visitor.post(review + "/release", Map.of("reason", EVIL + "x".repeat(500))));
        inert(visitor.get("/province/schools?words=%22%3E%3Csvg%20onload%3D1%3E"));
        var window = new HashMap<String, String>();
        window.put("opens", EVIL);
        window.put("note", EVIL);
        window.put("version", "1");
        inert(visitor.post("/province/window", new HashMap<>(window)));
        var own = world.visit(mvc, school);
        for (var path : List.of("/school/preview", "/school/returned")) {
            inert(own.get(path));
            assertThat(own.status()).isEqualTo(200);
        }
        assertThat(own.page().text()).contains(EVIL);
        inert(own.press("#filing", "/school/returned", Map.of("local-3.2", EVIL)));
        assertThat(own.page().expectFirst("#local-3\\.2").val()).isEqualTo(EVIL);
    }

    private static void inert(Document page) {
        assertThat(page.select("[onload], svg[onload]")).isEmpty();
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("[href^=javascript]")).isEmpty();
        assertThat(page.select("h1")).isNotEmpty();
    }

    private static Actor today(Actor actor) {
        return World.at(actor, java.time.Clock.systemUTC().instant());
    }

    private Document decide(Map<String, String> fields) throws Exception {
        return visitor.post(review + "/decisions", new HashMap<>(fields));
    }

    private String pick(String no) {
        var row = row(no);
        return row.id() + ":" + row.version();
    }

    private Stage stage(String no) {
        return row(no).stage();
    }

    private org.chengjie.filing.Undertaking row(String no) {
        var form = filings.form(school);
        return form.row(
                form.items().stream()
                        .filter(item -> item.no().equals(no))
                        .findFirst()
                        .orElseThrow());
    }

    private Filing filing() {
        return Objects.requireNonNull(filings.form(school).filing());
    }
}
