package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Undertaking;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** 承接任务 as a browser without script, the page's script, and somebody by hand send it. */
@PageTest
class FormPageTest {

    private static final String PAGE = "/school/undertakings";
    private static final String SUBMIT = "/school/undertakings/submission";
    private static final long DAY = 86_400_000;
    private static final Map<String, String> CONTACT =
            Map.of("name", "李敏", "officePhone", "0351-7654321", "mobile", "13000000011");
    private static final Map<String, String> ROW_1 =
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
                    "4");

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JsonMapper json;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = world.school(World.PROVINCE);
        visitor = world.visit(mvc, school);
        visitor.get(PAGE);
    }

    @Test
    void savesAndSubmitsWithoutScript() throws Exception {
        press(PAGE, ROW_1, CONTACT);
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(visitor.get(PAGE).expectFirst("#local-1").val()).isEqualTo("4");
        press(SUBMIT, Map.of("local-1", "5"));
        assertThat(visitor.location()).isEqualTo("/school/preview");
        var preview = visitor.get("/school/preview");
        assertThat(preview.expectFirst(".head").text()).contains("状态：已提交");
        var lines = preview.expectFirst(".lines");
        assertThat(lines.select(".nm").eachText()).containsExactly("意向承接", "已通过");
        assertThat(lines.select(".all dd").eachText()).containsExactly("11", "0");
        assertThat(lines.select(".sep dd span:first-child").eachText()).startsWith("1");
    }

    @Test
    void leadsFromEachFaultToItsFieldAndKeepsWhatWasTyped() throws Exception {
        var page =
                press(SUBMIT, Map.of("on-3.1", "1", "self-raised-3.1", "abc", "local-3.1", "-1"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problems b").text()).isEqualTo("还不能提交，有 7 处要改正：");
        everyLinkLeadsSomewhere(page);
        assertThat(page.expectFirst("#note-3\\.1").text())
                .contains("3.1 承接数量：还没有填", "3.1 学校自筹：应为 0 或正数", "现在填的是“abc”");
        assertThat(page.expectFirst("#self-raised-3\\.1").val()).isEqualTo("abc");
        assertThat(page.expectFirst("#self-raised-3\\.1").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#contact-mobile").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void takesTheMissingCellOfARefusedSubmitWithoutAClashWithOneself() throws Exception {
        var gap = new HashMap<>(ROW_1);
        gap.put("local-1", "");
        press(SUBMIT, gap, CONTACT);
        assertThat(visitor.status()).isEqualTo(422);
        press(SUBMIT, Map.of("local-1", "0"));
        assertThat(visitor.location()).isEqualTo("/school/preview");
    }

    @Test
    void keepsForBothWhatOnlyOneOfThemTouched() throws Exception {
        press(PAGE, ROW_1, Map.of("on-2", "1", "self-raised-2", "5"), CONTACT);
        visitor.get(PAGE);
        var colleague = world.visit(mvc, school);
        colleague.get(PAGE);
        colleague.press("#filing", PAGE, Map.of("self-raised-1", "9"));
        press(PAGE, Map.of("self-raised-2", "7"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(plain("1", Cell.SELF_RAISED)).isEqualTo("9");
        assertThat(plain("2", Cell.SELF_RAISED)).isEqualTo("7");
    }

    @Test
    void refusesARowThatAColleagueChangedAndGoesOnRefusingIt() throws Exception {
        press(PAGE, ROW_1, CONTACT);
        visitor.get(PAGE);
        var colleague = world.visit(mvc, school);
        colleague.get(PAGE);
        colleague.press("#filing", PAGE, Map.of("self-raised-1", "9"));
        for (int i = 0; i < 2; i++) {
            var page = press(PAGE, Map.of("self-raised-1", "7"));
            assertThat(visitor.status()).isEqualTo(422);
            assertThat(page.expectFirst("#problems").text()).contains("已被李敏于", "改动，您的改动没有保存");
            assertThat(page.expectFirst("#self-raised-1").val()).isEqualTo("7");
            everyLinkLeadsSomewhere(page);
        }
        assertThat(plain("1", Cell.SELF_RAISED)).isEqualTo("9");
    }

    @Test
    void refusesTheWindowsVerdictByHandAndKeepsWhatWasTyped() throws Exception {
        world.setDays(officer, -14, -2, 10);
        refuses("截止。如需延期，请联系省厅管理员。");
        world.setDays(officer, 3, 10, 20);
        refuses("开始申报，现在可以先看任务。");
        assertThat(filings.form(school).filing()).isNull();
    }

    @Test
    void showsReadingsInPlaceOfFieldsOnceTheWindowHasClosed() throws Exception {
        press(PAGE, ROW_1, CONTACT);
        assertThat(visitor.get(PAGE).select("#filing [readonly]")).isEmpty();
        world.setDays(officer, -14, -2, 10);
        var page = visitor.get(PAGE);
        assertThat(page.select("input.cell, [id^=contact-]:is(input)"))
                .isNotEmpty()
                .allMatch(field -> field.hasAttr("readonly") && field.attr("tabindex").equals("-1"))
                .noneMatch(field -> field.hasAttr("disabled"));
        assertThat(page.expectFirst("#local-1").val()).isEqualTo("4");
        assertThat(page.expectFirst("#window .days").text()).isEqualTo("已截止");
        assertThat(page.select("[data-left], .req, #save")).isEmpty();
    }

    @Test
    void refusesBySubmissionAndReviewAndKeepsWhatWasTyped() throws Exception {
        press(SUBMIT, ROW_1, CONTACT);
        visitor.get("/school/preview");
        refuses("本校已提交。需要改动请先点“继续修改”，把提交撤回。");
        var id = world.visit(mvc, officer);
        var review = "/province/schools/" + school.unitId();
        var pick = id.get(review).expectFirst("[name=pick]").val();
        id.post(review + "/decisions", Map.of("one", "APPROVE " + pick));
        assertThat(id.status()).isEqualTo(303);
        refuses("省厅已开始审核，不能自行撤回。需要改动请联系省厅管理员。");
        assertThat(plain("1", Cell.SELF_RAISED)).isEqualTo("1");
    }

    @Test
    void tellsTheScriptWhatBecameOfEachRow() throws Exception {
        var fields = new HashMap<>(ROW_1);
        fields.put("version-1", "0");
        fields.put("on-3.1", "1");
        fields.put("version-3.1", "0");
        fields.put("self-raised-3.1", "x");
        fields.putAll(Map.of("name", "李敏", "officePhone", "1", "mobile", "13000000011"));
        visitor.postJson(PAGE, new HashMap<>(fields));
        assertThat(visitor.status()).isEqualTo(422);
        var answer = json.readTree(visitor.response().getContentAsString());
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder(
                        "savedAt",
                        "now",
                        "end",
                        "rows",
                        "faults",
                        "clashes",
                        "contact",
                        "storedContact");
        assertThat(answer.at("/end").asLong() - answer.at("/now").asLong())
                .isBetween(DAY * 14, DAY * 15);
        assertThat(answer.at("/savedAt").asString()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(answer.at("/rows/1/saved").asString()).isEqualTo("1||1|2|3|4");
        assertThat(answer.at("/rows/1/version").asLong()).isEqualTo(stored("1").version());
        assertThat(answer.at("/faults/0/cell").asString()).isEqualTo("self-raised");
        assertThat(answer.at("/contact/officePhone").asString()).startsWith("应为“区号-号码”");
        fields.put("self-raised-1", "8");
        visitor.postJson(PAGE, new HashMap<>(fields));
        answer = json.readTree(visitor.response().getContentAsString());
        assertThat(answer.at("/clashes/0/itemNo").asString()).isEqualTo("1");
        assertThat(answer.at("/clashes/0/saved").asString()).isEqualTo("1||1|2|3|4");
        assertThat(answer.at("/clashes/0/name").asString()).isEqualTo("李敏");
    }

    @Test
    void tellsTheScriptOfARefusal() throws Exception {
        world.setDays(officer, -14, -2, 10);
        visitor.postJson(PAGE, new HashMap<>(ROW_1));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.response().getContentAsString()).contains("\"message\":\"申报已于 ");
    }

    @Test
    void answersBrowsersWithAPageWhateverElseTheyAccept() throws Exception {
        for (var accept : List.of("text/html,application/xhtml+xml,*/*;q=0.8", "*/*")) {
            visitor.send(
                    MockMvcRequestBuilders.post(PAGE)
                            .header("Accept", accept)
                            .param("_csrf", csrf()));
            assertThat(visitor.status()).isEqualTo(303);
            visitor.get(PAGE);
        }
    }

    @Test
    void takesNothingFromFieldsThatItDidNotAskFor() throws Exception {
        var other = world.school(World.PROVINCE);
        var more = new HashMap<>(ROW_1);
        more.putAll(
                Map.of(
                        "stage", "APPROVED",
                        "stage-1", "APPROVED",
                        "schoolId", String.valueOf(other.unitId()),
                        "school", String.valueOf(other.unitId()),
                        "submittedAt", "2020-01-01",
                        "total-1", "999"));
        press(PAGE, more, CONTACT);
        assertThat(stored("1").stage()).isEqualTo(org.chengjie.filing.Stage.DRAFT);
        assertThat(filings.form(school).ticked().funds().total()).hasToString("10");
        assertThat(filings.form(other).filing()).isNull();
    }

    @Test
    void takesFullWidthDigits() throws Exception {
        press(PAGE, Map.of("on-3.1", "1", "quantity-3.1", "１２", "local-3.1", "３．５"), CONTACT);
        assertThat(visitor.status()).isEqualTo(303);
        assertThat(stored("3.1").values().quantity()).isEqualTo(12);
        assertThat(plain("3.1", Cell.LOCAL)).isEqualTo("3.5");
    }

    @Test
    void leadsSomewhereEvenFromWhatThePageDoesNotHave() throws Exception {
        var page =
                press(
                        SUBMIT,
                        Map.of(
                                "version-5",
                                "0",
                                "on-5",
                                "1",
                                "version-<i>",
                                "0",
                                "on-1",
                                "1",
                                "quantity-1",
                                "7"));
        assertThat(visitor.status()).isEqualTo(422);
        everyLinkLeadsSomewhere(page);
        assertThat(page.select("#problems i")).isEmpty();
    }

    @Test
    void saysSoWhereASubmitBringsNoContact() throws Exception {
        var fields = new HashMap<String, String>(ROW_1);
        fields.put("version-1", "0");
        var page = visitor.post(SUBMIT, new HashMap<>(fields));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.select("#problems a").eachAttr("href"))
                .containsExactly("#contact-officePhone", "#contact-mobile");
    }

    @Test
    void refusesWhatNoPersonTypes() throws Exception {
        press(PAGE, Map.of("name", "李\0敏"));
        assertThat(visitor.status()).isEqualTo(400);
    }

    @Test
    void showsViewersTheFormOnly() throws Exception {
        world.makeViewer(school);
        press(PAGE, ROW_1, CONTACT);
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.page().text()).contains("您的账号只能查看，不能填报。");
        assertThat(visitor.get(PAGE).select("#save, #submit, input.cell:not([readonly])"))
                .isEmpty();
        assertThat(visitor.get(PAGE).expectFirst("#problems").text()).isEqualTo("您的账号只能查看，不能填报。");
        assertThat(filings.form(school).filing()).isNull();
    }

    private void refuses(String words) throws Exception {
        var typed = new HashMap<String, String>();
        typed.putAll(Map.of("version-1", "0", "on-1", "1", "self-raised-1", "77.7"));
        typed.putAll(Map.of("name", "王五", "officePhone", "0351-1234567", "mobile", "13100000000"));
        for (var action : List.of(PAGE, SUBMIT)) {
            var page = visitor.post(action, new HashMap<>(typed));
            assertThat(visitor.status()).isEqualTo(409);
            assertThat(page.expectFirst("#problems").text()).contains(words, "您填的内容都还在这一页上");
            assertThat(page.expectFirst("#self-raised-1").val()).isEqualTo("77.7");
            assertThat(page.expectFirst("#contact-name").val()).isEqualTo("王五");
        }
    }

    private static void everyLinkLeadsSomewhere(Document page) {
        var links = page.select("#problems a");
        assertThat(links).isNotEmpty();
        for (var link : links) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
    }

    @SafeVarargs
    private Document press(String action, Map<String, String>... fields) throws Exception {
        var all = new HashMap<String, String>();
        for (var some : fields) {
            all.putAll(some);
        }
        return visitor.press("#filing", action, new HashMap<>(all));
    }

    private String csrf() {
        return visitor.page().expectFirst("[name=_csrf]").val();
    }

    private String plain(String no, Cell cell) {
        return stored(no).values().plain(cell);
    }

    private Undertaking stored(String no) {
        var form = filings.form(school);
        return form.row(
                form.items().stream()
                        .filter(item -> item.no().equals(no))
                        .findFirst()
                        .orElseThrow());
    }
}
