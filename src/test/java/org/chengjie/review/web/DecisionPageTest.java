package org.chengjie.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filing;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.filing.Undertaking;
import org.chengjie.job.Worker;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Decisions on rows of many schools: ticked, in view, previewed, carried out, taken back (spec R4).
 */
@PageTest
class DecisionPageTest {

    private static final String DECISIONS = "/province/decisions";
    private static final String BACK = "/province/rows?stage=SUBMITTED";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Plans plans;
    @Autowired private FilingWindows windows;
    @Autowired private Worker worker;

    private Actor officer;
    private Actor first;
    private Actor second;
    private Visitor visitor;

    @BeforeEach
    void submit() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        first = submitted();
        second = submitted();
        visitor = world.visit(mvc, officer);
        visitor.get("/province/schools");
    }

    @Test
    void decidesTickedRowsOfSeveralSchoolsAtOnce() throws Exception {
        decide(Map.of("step", "APPROVE", "pick", pick(first, "1"), "rows", ""));
        decide(Map.of("one", "APPROVE " + pick(second, "2")));
        assertThat(visitor.location()).startsWith(BACK + "&done=");
        assertThat(stage(first, "1")).isEqualTo(Stage.APPROVED);
        assertThat(stage(second, "2")).isEqualTo(Stage.APPROVED);
        assertThat(stage(second, "1")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void offersNoDecisionWhereTheProvinceHasSubmittedToTheMinistryAndSaysWhomToAsk()
            throws Exception {
        var school = "/province/schools/" + first.unitId();
        var pick = pick(first, "1");
        windows.seal(officer, plans.current().id());
        for (var path : List.of(school, BACK)) {
            var page = visitor.get(path);
            assertThat(page.expectFirst(".decide").text())
                    .isEqualTo("只能查看 本省已汇总上报教育部，不能再改。确需改动，请联系教育部退回上报。");
            assertThat(
                            page.select(
                                    "button[name=one], button[name=step], .release, .bulk, [name=pick]:not([disabled])"))
                    .isEmpty();
            assertThat(page.select("[data-row]")).isNotEmpty();
        }
        var refused =
                visitor.post(
                        school + "/decisions",
                        Map.of("step", "RETURN", "pick", pick, "reason", "请核对自筹。"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(refused.expectFirst("#problems").text())
                .startsWith("本省已汇总上报教育部，")
                .endsWith("您写的意见还在：请核对自筹。");
    }

    @Test
    void offersNoDecisionWhereTheListIsEmpty() throws Exception {
        var page = visitor.get("/province/rows?stage=REJECTED");
        assertThat(page.select(".empty").text()).startsWith("没有符合条件的行。");
        assertThat(page.select(".decide, .keys, button[name=step]")).isEmpty();
    }

    @Test
    void showsWhatEverythingInViewIsBeforeItDecides() throws Exception {
        var page =
                decide(
                                Map.of(
                                        "step",
                                        "APPROVE",
                                        "scope",
                                        "view",
                                        "filter",
                                        "stage=SUBMITTED&item=3.2"))
                        .text();
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(page).contains("行数 2 行", "学校 2 所", "汇总（万元） 22", "通过 2 行");
        assertThat(stage(first, "3.2")).isEqualTo(Stage.SUBMITTED);
        confirm("APPROVE", "");
        assertThat(visitor.location()).startsWith(BACK);
        assertThat(stage(first, "3.2")).isEqualTo(Stage.APPROVED);
        assertThat(stage(second, "3.2")).isEqualTo(Stage.APPROVED);
        assertThat(stage(second, "3.1")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void leavesRowsThatChangedSinceThePreviewAndSaysSo() throws Exception {
        decide(Map.of("step", "APPROVE", "scope", "view", "filter", "item=3.2"));
        var page = visitor.page();
        var colleague = world.officer(World.PROVINCE, "王磊");
        decisions.decide(
                colleague,
                first.unitId(),
                Step.REJECT,
                List.of(new Pick(row(first, "3.2").id(), row(first, "3.2").version())),
                "不符合",
                Set.of());
        var rows = page.expectFirst("[name=rows]").val();
        decide(Map.of("step", "APPROVE", "rows", rows));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page().expectFirst("#problems").text())
                .contains("1 行已办理，1 行没有改动：", first.unitName() + " 3.2 已由王磊于");
        assertThat(stage(first, "3.2")).isEqualTo(Stage.REJECTED);
        assertThat(stage(second, "3.2")).isEqualTo(Stage.APPROVED);
    }

    @Test
    void asksForTheReasonAndKeepsTheRows() throws Exception {
        var page = decide(Map.of("step", "RETURN", "pick", pick(first, "1"), "cells", "SPONSOR"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#reason-e").text()).isEqualTo("退回修改要写修改意见，让学校知道怎么改。");
        assertThat(page.select("[name=cells][checked]").eachAttr("value"))
                .containsExactly("SPONSOR");
        confirm("RETURN", "请核实举办方投入");
        assertThat(stage(first, "1")).isEqualTo(Stage.RETURNED);
    }

    @Test
    void keepsAReasonAsAPhraseOnlyWhenAskedTo() throws Exception {
        decide(Map.of("step", "RETURN", "pick", pick(first, "1"), "reason", "只说一次"));
        decide(
                Map.of(
                        "step",
                        "RETURN",
                        "pick",
                        pick(first, "2"),
                        "reason",
                        " 请核实 ",
                        "keep",
                        "true"));
        var page = visitor.get("/province/phrases");
        assertThat(page.select("th[scope=row]").eachText()).containsExactly("请核实");
        var other = world.visit(mvc, world.officer(World.PROVINCE, "王磊"));
        assertThat(other.get("/province/phrases").text()).doesNotContain("请核实");
        visitor.submit(page.expectFirst("td form").attr("action"), Map.of());
        assertThat(visitor.get("/province/phrases").text()).contains("还没有常用意见");
    }

    @Test
    void tellsOfAJobWhatWasDoneAndWhatWasNot() throws Exception {
        Stream.generate(this::submitted).limit(9).forEach(school -> {});
        decide(Map.of("step", "APPROVE", "scope", "view", "filter", "stage=SUBMITTED"));
        assertThat(visitor.page().text()).contains("行数 55 行", "学校 11 所", "汇总（万元） 627");
        confirm("APPROVE", "");
        var job = visitor.location();
        assertThat(visitor.get(job).text()).contains("通过 55 行（11 所学校）", "排队中");
        filings.withdraw(first);
        worker.run(Long.parseLong(job.substring("/jobs/".length())));
        var page = visitor.get(job).text();
        assertThat(page).contains("已完成", "通过：50 行已办理，5 行没有改动。", "没有办理的 5 项");
        assertThat(page).contains(first.unitName() + " 3.2 已由李敏于", "改为“未提交”，您的“通过”没有生效。");
        assertThat(stage(second, "1")).isEqualTo(Stage.APPROVED);
        assertThat(filing(first).count(Stage.APPROVED)).isZero();
    }

    @Test
    void decidesNothingForAnOfficerWhoMayNoLongerWhenItRuns() throws Exception {
        Stream.generate(this::submitted).limit(9).forEach(school -> {});
        decide(Map.of("step", "APPROVE", "scope", "view", "filter", "stage=SUBMITTED"));
        confirm("APPROVE", "");
        var job = visitor.location();
        world.makeViewer(officer);
        worker.run(Long.parseLong(job.substring("/jobs/".length())));
        assertThat(visitor.get(job).text())
                .contains("通过：0 行已办理，55 行没有改动。", first.unitName() + "：您的账号现在不能审核");
        assertThat(stage(first, "1")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void takesBackTheLastDecisionOfAllItsSchools() throws Exception {
        decide(Map.of("step", "APPROVE", "scope", "view", "filter", "item=1"));
        confirm("APPROVE", "");
        var decision = decisions.last(officer).orElseThrow();
        visitor.get("/province/schools");
        visitor.post(
                DECISIONS + "/undo",
                Map.of("decision", String.valueOf(decision.id()), "back", BACK));
        assertThat(visitor.location()).startsWith(BACK);
        assertThat(stage(first, "1")).isEqualTo(Stage.SUBMITTED);
        assertThat(stage(second, "1")).isEqualTo(Stage.SUBMITTED);
        visitor.get("/province/schools");
        visitor.post(DECISIONS + "/undo", Map.of("decision", String.valueOf(decision.id())));
        assertThat(visitor.status()).isEqualTo(409);
    }

    @Test
    void decidesNoRowOutOfReach() throws Exception {
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        neighbour.get("/province/schools");
        neighbour.post(DECISIONS, Map.of("step", "APPROVE", "pick", pick(first, "1")));
        assertThat(neighbour.status()).isEqualTo(422);
        assertThat(neighbour.page().text()).doesNotContain(first.unitName());
        neighbour.get("/province/schools");
        neighbour.post(DECISIONS, Map.of("step", "APPROVE", "scope", "view", "filter", ""));
        assertThat(neighbour.page().text()).doesNotContain(first.unitName());
        neighbour.get("/province/rows/" + row(first, "1").id());
        assertThat(neighbour.status()).isEqualTo(404);
        assertThat(stage(first, "1")).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void goesBackOnlyToThePagesOfTheProvince() throws Exception {
        for (var evil :
                List.of("//evil.example", "https://evil.example/", "/province/\r\nX: y", "/jobs")) {
            visitor.get("/province/schools");
            visitor.post(DECISIONS, Map.of("one", "APPROVE " + pick(first, "1"), "back", evil));
            assertThat(
                            visitor.status() == 409
                                    || visitor.location().startsWith("/province/rows?done="))
                    .isTrue();
        }
    }

    @Test
    void showsTheWholeHistoryOfARow() throws Exception {
        decide(
                Map.of(
                        "step",
                        "RETURN",
                        "pick",
                        pick(first, "3.2"),
                        "reason",
                        "请核实",
                        "cells",
                        "SPONSOR"));
        var version = row(first, "3.2").version();
        filings.resubmit(
                first, List.of(Typing.row("3.2", version, "2", "2", "1", "0", "6")), Set.of("3.2"));
        var page = visitor.get("/province/rows/" + row(first, "3.2").id());
        assertThat(page.select(".diff tr.ch").eachText())
                .containsExactly("举办方投入 要求核对 2 0", "汇总 11 9");
        assertThat(page.select(".line li b").eachText()).containsExactly("提交", "退回修改", "提交");
        assertThat(page.text()).contains("请核实（指出：举办方投入）", "李敏");
    }

    private Actor submitted() {
        var school = world.school(World.PROVINCE);
        var today = World.at(school, Instant.now());
        filings.submit(today, Typing.manual(), Typing.CONTACT);
        return today;
    }

    private Document decide(Map<String, String> fields) throws Exception {
        visitor.get("/province/schools");
        var all = new HashMap<String, @Nullable String>(fields);
        all.putIfAbsent("back", BACK);
        visitor.post(DECISIONS, all);
        return visitor.page();
    }

    /** The button on the preview. */
    private void confirm(String step, String reason) throws Exception {
        visitor.submit(DECISIONS, Map.of("step", step, "reason", reason));
    }

    private String pick(Actor school, String no) {
        var row = row(school, no);
        return row.id() + ":" + row.version();
    }

    private Stage stage(Actor school, String no) {
        return row(school, no).stage();
    }

    private Undertaking row(Actor school, String no) {
        return filing(school).row(item(no));
    }

    private Filing filing(Actor school) {
        return Objects.requireNonNull(filings.form(school).filing());
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
