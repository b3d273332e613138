package org.chengjie.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.account.Contact;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filing;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.filing.Undertaking;
import org.chengjie.organisation.Kind;
import org.chengjie.plan.Plans;
import org.chengjie.review.Opinion;
import org.chengjie.review.Opinions;
import org.chengjie.review.Settings;
import org.chengjie.review.Stance;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 市级初审: what a city may say, of whom, and until when (spec R6, X2). */
@PageTest
class CityPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;
    @Autowired private Settings settings;
    @Autowired private Opinions opinions;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor city;
    private Actor school;
    private Visitor visitor;
    private String page;

    @BeforeEach
    void submit() throws Exception {
        officer = today(world.officer(World.PROVINCE, "周敏"));
        world.openNow(officer);
        settings.switchCityReview(officer, true);
        city = world.city(World.PROVINCE, "丙市");
        school = today(world.schoolOf(city, Kind.SECONDARY));
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        visitor = world.visit(mvc, city);
        page = "/city/schools/" + school.unitId();
        visitor.get(page);
    }

    @Test
    void showsTheMobileOnlyOnDemandAndNotesIt() throws Exception {
        var mobile =
                jdbc.sql("select mobile from account.account where unit_id = :unit and main")
                        .param("unit", school.unitId())
                        .query((row, n) -> row.getString(1))
                        .single();
        assertThat(visitor.page().text()).contains(Contact.masked(mobile)).doesNotContain(mobile);
        visitor.submit(page + "/mobile", Map.of());
        assertThat(visitor.page().text()).contains(mobile);
        assertThat(
                        jdbc.sql("select subject from audit.entry where action = '查看手机号'")
                                .query(String.class)
                                .list())
                .containsExactly(school.unitName());
        visitor.post("/city/schools/" + officer.unitId() + "/mobile", Map.of());
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void saysOneRowByItsOwnButtonWhateverIsTicked() throws Exception {
        give(Map.of("one", "AGREE " + pick("2"), "pick", pick("3.3")));
        assertThat(visitor.location()).isEqualTo(page + "?said=AGREE&rows=1");
        assertThat(visitor.get(visitor.location()).expectFirst(".msg.ok").text())
                .isEqualTo("已对 1 行给出意见“同意”。省厅审核前可以改。");
        assertThat(said("2").stance()).isEqualTo(Stance.AGREE);
        assertThat(opinions.of(school.unitId(), city.reach())).hasSize(1);
    }

    @Test
    void saysTheTickedRowsAndTellsTheProvince() throws Exception {
        give(Map.of("stance", "DISAGREE", "pick", pick("3.2"), "words", "场地不足"));
        assertThat(visitor.location()).isEqualTo(page + "?said=DISAGREE&rows=1");
        var review = world.visit(mvc, officer).get("/province/schools/" + school.unitId());
        assertThat(review.expectFirst("#r3\\.2 + .opinion").text())
                .contains("市级不同意", "场地不足", "赵科")
                .doesNotContain("改动前的意见");
        assertThat(review.select(".opinion")).hasSize(1);
    }

    @Test
    void saysAWholeSchoolAtOnceByTheSameWay() throws Exception {
        var rows = visitor.page().select("[name=row]").eachAttr("value");
        assertThat(rows).hasSize(5);
        var request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        page + "/opinions");
        request.param("_csrf", visitor.page().expectFirst("[name=_csrf]").val());
        request.param("whole", "AGREE");
        rows.forEach(row -> request.param("row", row));
        visitor.send(request);
        assertThat(visitor.location()).isEqualTo(page + "?said=AGREE&rows=5");
        assertThat(visitor.get("/city/schools").select(".bar dd").eachText())
                .containsExactly("1 / 1", "0", "0");
    }

    @Test
    void replacesAnOpinionByASecondThought() throws Exception {
        give(Map.of("one", "AGREE " + pick("2")));
        visitor.get(page);
        give(Map.of("one", "DISAGREE " + pick("2"), "words", "再看不妥"));
        assertThat(said("2").stance()).isEqualTo(Stance.DISAGREE);
        assertThat(said("2").words()).isEqualTo("再看不妥");
        assertThat(audited("市级初审：不同意")).contains("同意", "不同意：再看不妥");
    }

    @Test
    void leavesAColleaguesOpinionThatWasNotSeen() throws Exception {
        var blank = pick("2");
        give(Map.of("one", "DISAGREE " + blank, "words", "场地不足"));
        visitor.get(page);
        var answer = give(Map.of("one", "AGREE " + blank, "words", "可以"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(answer.expectFirst("#problems").text())
                .contains("2 已由赵科于", "给出意见“不同意”，您的意见没有生效。");
        assertThat(answer.expectFirst("#words").val()).isEqualTo("可以");
        assertThat(said("2").stance()).isEqualTo(Stance.DISAGREE);
    }

    @Test
    void refusesDisagreementWithoutWordsAndKeepsTheTicks() throws Exception {
        var answer = give(Map.of("stance", "DISAGREE", "pick", pick("1"), "words", "  "));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(answer.expectFirst("#words-e").text()).isEqualTo("不同意要写意见，让省厅知道为什么。");
        assertThat(answer.select("[name=pick][checked]").eachAttr("value"))
                .containsExactly(pick("1"));
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void refusesWordsThatAreTooLongAndNoRowAtAll() throws Exception {
        give(Map.of("stance", "AGREE", "pick", pick("1"), "words", "字".repeat(501)));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().expectFirst("#words-e").text())
                .isEqualTo("意见最多 500 字，现在是 501 字。");
        give(Map.of("stance", "AGREE"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().expectFirst("#words-e").text())
                .isEqualTo("还没有选择任何一行。请先勾选要给意见的任务。");
    }

    @Test
    void refusesRequestsThatNoPageSends() throws Exception {
        for (var fields :
                List.of(
                        Map.of("one", "LOVE " + pick("1")),
                        Map.of("one", "AGREE"),
                        Map.of("stance", "LOVE", "pick", pick("1")),
                        Map.of("stance", "AGREE", "pick", "x:y:z"),
                        Map.of("stance", "AGREE", "pick", "1:2"),
                        Map.<String, String>of())) {
            visitor.get(page);
            give(fields);
            assertThat(visitor.status()).as(fields.toString()).isBetween(400, 422);
        }
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void tellsThatTheProvinceHasDecidedTheRow() throws Exception {
        var stale = pick("1");
        decide(Step.APPROVE, "1", "");
        var answer = give(Map.of("one", "AGREE " + stale));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(answer.expectFirst("#problems").text()).contains("1 已于", "改为“通过”，您的意见没有生效。");
        assertThat(answer.select("#r1 button")).isEmpty();
        give(Map.of("one", "AGREE " + pick("1")));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void tellsThatTheRowHasChangedSinceItWasSeen() throws Exception {
        var stale = pick("3.2");
        decide(Step.RETURN, "3.2", "请核实");
        resubmit("3.2", "9");
        var answer = give(Map.of("one", "AGREE " + stale));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(answer.expectFirst("#problems").text())
                .contains("3.2 已于", "改动，您的意见没有生效。请看过现在的内容再给意见。");
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void tellsThatTheSchoolHasWithdrawn() throws Exception {
        var stale = pick("1");
        filings.withdraw(school);
        var answer = give(Map.of("one", "AGREE " + stale));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(answer.expectFirst("#problems").text()).contains("可能刚刚撤回");
        assertThat(answer.text()).contains("这所学校还没有提交").doesNotContain("意向承接");
        assertThat(answer.select(".filing")).isEmpty();
    }

    @Test
    void marksAnOpinionFromBeforeAResubmissionOnly() throws Exception {
        give(Map.of("one", "AGREE " + pick("3.2")));
        decide(Step.APPROVE, "3.2", "");
        assertThat(said("3.2").outdated()).isFalse();
        decide(Step.REOPEN, "3.2", "再看");
        assertThat(said("3.2").outdated()).isFalse();
        decide(Step.RETURN, "3.2", "请核实");
        resubmit("3.2", "9");
        assertThat(said("3.2").outdated()).isTrue();
        assertThat(visitor.get(page).expectFirst("#r3\\.2 + .opinion").text()).contains("改动前的意见");
        assertThat(visitor.get("/city/schools").select(".bar dd").eachText())
                .containsExactly("1 / 1", "0", "5");
        visitor.get(page);
        give(Map.of("one", "AGREE " + pick("3.2")));
        assertThat(said("3.2").outdated()).isFalse();
    }

    @Test
    void refusesWhileTheProvinceHasNotSwitchedItOn() throws Exception {
        var row = pick("1");
        settings.switchCityReview(officer, false);
        assertThat(visitor.get(page).select("[name=pick], #words, button[name]")).isEmpty();
        assertThat(visitor.page().text()).contains("省厅没有开启市级初审，现在只能查看。");
        give(Map.of("one", "AGREE " + row));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void refusesOnceTheProvinceIsSealed() throws Exception {
        var row = pick("1");
        windows.seal(officer, plans.current().id());
        assertThat(visitor.get(page).text()).contains("本省已汇总上报教育部，不能再给意见。");
        give(Map.of("one", "AGREE " + row));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void letsViewersOnlyLook() throws Exception {
        var row = pick("1");
        world.makeViewer(city);
        assertThat(visitor.get(page).select("[name=pick], #words, button[name]")).isEmpty();
        give(Map.of("one", "AGREE " + row));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(opinions.of(school.unitId(), city.reach())).isEmpty();
    }

    @Test
    void hasNeitherAnothersSchoolNorOneThatIsNoSecondarySchoolOfItsOwn() throws Exception {
        var neighbour = world.city(World.PROVINCE, "丁市");
        var theirs = today(world.schoolOf(neighbour, Kind.SECONDARY));
        var provincial = today(world.school(World.PROVINCE));
        var college = today(world.schoolOf(city, Kind.COLLEGE));
        for (var other : List.of(theirs, provincial, college)) {
            filings.submit(other, Typing.manual(), Typing.CONTACT);
            var row = row(other, "1");
            visitor.get("/city/schools/" + other.unitId());
            assertThat(visitor.status()).isEqualTo(404);
            visitor.get(page);
            var pick = row.id() + ":" + row.version() + ":0";
            visitor.post(
                    "/city/schools/" + other.unitId() + "/opinions",
                    Map.of("one", "AGREE " + pick));
            assertThat(visitor.status()).isEqualTo(404);
            visitor.get(page);
            give(Map.of("one", "AGREE " + pick));
            assertThat(visitor.status()).isEqualTo(404);
            assertThat(opinions.of(other.unitId(), officer.reach())).isEmpty();
        }
        assertThat(visitor.get("/city/schools").select("tbody th").eachText())
                .singleElement()
                .asString()
                .contains(school.unitName());
    }

    @Test
    void tellsWhoHasNotFiled() throws Exception {
        var silent = world.schoolOf(city, Kind.SECONDARY);
        var list = visitor.get("/city/schools?view=NOT_SUBMITTED");
        assertThat(list.select("tbody th").eachText())
                .singleElement()
                .asString()
                .contains(silent.unitName());
        assertThat(list.select(".seg a").eachText()).containsExactly("全部 2", "待初审 1", "未提交 1");
        assertThat(visitor.get("/city/schools/" + silent.unitId()).text()).contains("这所学校还没有提交");
    }

    @Test
    void showsNothingOfAFormThatIsStillBeingFilledIn() throws Exception {
        var silent = today(world.schoolOf(city, Kind.SECONDARY));
        filings.save(silent, Typing.manual(), Typing.CONTACT);
        visitor.get("/city/schools/" + silent.unitId());
        assertThat(visitor.page().select("table")).isEmpty();
    }

    @Test
    void switchesItOnAndOffByTheProvinceAndTellsTheAudit() throws Exception {
        var own = world.visit(mvc, officer);
        assertThat(own.get("/province/setting").text()).contains("已开启");
        own.submit("/province/setting/city-review", Map.of());
        assertThat(own.get(own.location()).text()).contains("已保存", "未开启");
        assertThat(settings.cityReview(officer.unitId())).isFalse();
        assertThat(audited("关闭市级初审")).contains("开启", "关闭");
        own.submit("/province/setting/city-review", Map.of());
        assertThat(settings.cityReview(officer.unitId())).isTrue();
        own.get("/province/setting");
        world.makeViewer(officer);
        own.submit("/province/setting/city-review", Map.of());
        assertThat(own.status()).isEqualTo(403);
        assertThat(settings.cityReview(officer.unitId())).isTrue();
    }

    @Test
    void signsInByTheDoorOfTheProvinceAndCanBeReachedByItsMenu() throws Exception {
        visitor.get("/");
        assertThat(visitor.location()).isEqualTo("/city/schools");
        visitor.get("/city/schools");
        assertThat(visitor.page().select(".rail a").eachAttr("href"))
                .contains("/city/schools", "/city/contacts");
        assertThat(visitor.get("/account/password").expectFirst(".who").text())
                .contains("丙市", "赵科 · 管理员");
        assertThat(visitor.get("/city/contacts").expectFirst("h1").text()).isEqualTo("省级平台联系人");
    }

    @Test
    void showsWhatACityTypesAsText() throws Exception {
        var evil = "\"><svg onload=1></script><script>alert(1)</script>";
        give(Map.of("one", "DISAGREE " + pick("1"), "words", evil));
        for (var seen :
                List.of(
                        visitor.get(page),
                        world.visit(mvc, officer).get("/province/schools/" + school.unitId()))) {
            assertThat(seen.select("[onload], script:not([src])")).isEmpty();
            assertThat(seen.text()).contains(evil);
        }
    }

    private Document give(Map<String, String> fields) throws Exception {
        return visitor.post(page + "/opinions", new HashMap<>(fields));
    }

    private void decide(Step step, String no, String reason) {
        decisions.decide(
                today(officer),
                school.unitId(),
                step,
                List.of(new Pick(row(school, no).id(), row(school, no).version())),
                reason,
                Set.of());
    }

    private void resubmit(String no, String local) {
        var now = today(school);
        filings.resubmit(
                now,
                List.of(Typing.row(no, row(school, no).version(), "2", "2", "1", "2", local)),
                Set.of(no));
    }

    /** The row as a page that is open now would send it. */
    private String pick(String no) {
        var row = row(school, no);
        var standing = opinions.of(school.unitId(), city.reach()).get(row.id());
        return row.id() + ":" + row.version() + ":" + (standing == null ? 0 : standing.mark());
    }

    private Opinion said(String no) {
        return Objects.requireNonNull(
                opinions.of(school.unitId(), city.reach()).get(row(school, no).id()));
    }

    private Undertaking row(Actor of, String no) {
        Filing filing = Objects.requireNonNull(filings.form(of).filing());
        return filing.row(
                filings.form(of).items().stream()
                        .filter(item -> item.no().equals(no))
                        .findFirst()
                        .orElseThrow());
    }

    private String audited(String action) {
        return jdbc.sql(
                        "select changes::text from audit.entry where action = :action order by id desc limit 1")
                .param("action", action)
                .query(String.class)
                .single();
    }

    private static Actor today(Actor actor) {
        return World.at(actor, Clock.systemUTC().instant());
    }
}
