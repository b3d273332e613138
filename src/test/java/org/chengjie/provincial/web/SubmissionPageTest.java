package org.chengjie.provincial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.provincial.ProvinceCase.own;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 汇总上报 and 各省上报: what both sides see, press and are told (spec P3, P4). */
@PageTest
class SubmissionPageTest {

    private static final String PAGE = "/province/submission";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private OwnUndertakings own;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        officer = World.at(world.officer(World.PROVINCE, "周敏"), Clock.systemUTC().instant());
        world.openNow(officer);
        visitor = world.visit(mvc, officer);
    }

    @Test
    void linksEveryFailedCheckToWhereItIsMended() throws Exception {
        own.save(officer, List.of(own("3.1", 0, "", "省教科院", "43")));
        var page = visitor.get(PAGE);
        assertThat(page.select(".checks .unmet a").eachAttr("href"))
                .containsExactly("/province/contacts", "/province/own#quantity-3.1");
        assertThat(page.expectFirst("[aria-labelledby=checks] header p").text())
                .isEqualTo("有 2 处要办理，办完才能上报");
        assertThat(page.select("form[action=" + PAGE + "]")).isEmpty();
        for (var href : page.select(".checks a").eachAttr("href")) {
            visitor.get(href);
            assertThat(visitor.status()).as(href).isEqualTo(200);
        }
    }

    @Test
    void showsTheReceiptAndTheFiguresAsTheyWere() throws Exception {
        ready();
        var page = visitor.get(PAGE);
        assertThat(page.select(".bar dd").eachText())
                .containsExactly("1 项 · 1 条 · 学校 0 所", "43", "0", "0", "0", "0", "43");
        press(Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
        var receipt = submissions.latest(officer).orElseThrow().receiptNo();
        page = visitor.get(PAGE);
        assertThat(page.expectFirst("[aria-labelledby=receipt]").text())
                .contains("回执编号 " + receipt);
        assertThat(page.select("tfoot td").eachText())
                .containsExactly("学校 0 所；省级 1 条", "1 条", "43", "0", "0", "0", "0", "43");
        assertThat(page.select("form[action=" + PAGE + "]")).isEmpty();
    }

    @Test
    void leadsASecondSubmitToTheReceipt() throws Exception {
        ready();
        visitor.get(PAGE);
        var other = world.visit(mvc, world.officer(World.PROVINCE, "吴刚"));
        var seen = other.get(PAGE).expectFirst("[name=seen]").val();
        press(Map.of());
        other.post(PAGE, Map.of("seen", seen));
        assertThat(other.status()).isEqualTo(303);
        assertThat(other.location()).isEqualTo(PAGE);
        assertThat(submissions.history(officer)).hasSize(1);
    }

    @Test
    void submitsNoOtherFiguresThanThoseOnTheScreen() throws Exception {
        ready();
        visitor.get(PAGE);
        own.save(officer, List.of(own("3.1", 0, "2", "省电大", "57")));
        var page = press(Map.of());
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.expectFirst("main [role=alert] b").text())
                .startsWith("您打开这一页以后，数字又有变化，还没有上报。");
        assertThat(page.select(".bar .all dd").text()).isEqualTo("100");
        press(Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
    }

    @Test
    void refusesASubmitThatIsNotReadyOrByAReviewer() throws Exception {
        visitor.get(PAGE);
        var page = visitor.post(PAGE, Map.of("seen", "x"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("main [role=alert] b").text())
                .isEqualTo("还不能上报，有 2 处要办理。没有上报。");
        ready();
        jdbc.sql("update account.account set role = 'REVIEWER' where id = :id")
                .param("id", officer.accountId())
                .update();
        page = visitor.get(PAGE);
        assertThat(page.select("form[action=" + PAGE + "]")).isEmpty();
        visitor.post(PAGE, Map.of("seen", "x"));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(submissions.history(officer)).isEmpty();
    }

    @Test
    void tellsTheProvinceOnItsDeskWhyTheMinistryReturnedIt() throws Exception {
        ready();
        visitor.get(PAGE);
        press(Map.of());
        var clerk = world.visit(mvc, world.ministry());
        var list = clerk.get("/ministry/submissions");
        assertThat(list.select("tbody tr")).hasSize(32);
        assertThat(list.select("tr.sent th").eachText()).containsExactly("山西省");
        assertThat(list.select(".bar .all dd").text()).isEqualTo("43");
        var one = list.expectFirst("tr.sent th a").attr("href");
        clerk.get(one);
        var refused = clerk.submit(one + "/return", Map.of("reason", " "));
        assertThat(clerk.status()).isEqualTo(422);
        assertThat(refused.expectFirst("main [role=alert] b").text())
                .isEqualTo("退回上报要写原因，让省厅知道怎么改。");
        clerk.submit(one + "/return", Map.of("reason", "9 的承接单位请写全称"));
        assertThat(clerk.location()).isEqualTo(one);
        assertThat(clerk.get(one).text()).contains("9 的承接单位请写全称");
        assertThat(visitor.get("/province/desk").expectFirst(".banner").text())
                .startsWith("教育部已退回本省上报")
                .contains("9 的承接单位请写全称");
        assertThat(visitor.get(PAGE).expectFirst(".line").text()).contains("教育部退回：9 的承接单位请写全称");
        press(Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(submissions.history(officer)).hasSize(2);
        assertThat(visitor.get("/province/desk").expectFirst(".banner").text())
                .startsWith("已汇总上报教育部，现在只能查看");
    }

    @Test
    void acceptsOnThePageTakesItBackAndTellsTheSecondClerk() throws Exception {
        ready();
        visitor.get(PAGE);
        press(Map.of());
        var one = "/ministry/submissions/" + submissions.history(officer).getFirst().id();
        var clerk = world.visit(mvc, world.ministry());
        var second = world.visit(mvc, world.ministry());
        second.get(one);
        clerk.get(one);
        clerk.submit(one + "/acceptance", Map.of());
        assertThat(clerk.location()).isEqualTo(one);
        assertThat(clerk.get("/ministry/submissions").select("tr.sent .st").eachText())
                .containsExactly("已核对");
        var told = second.submit(one + "/return", Map.of("reason", "请核对 9"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(told.expectFirst("#problem").text())
                .startsWith("这次上报已由何司于")
                .contains("您的“退回”没有生效")
                .endsWith("您填的原因：请核对 9");
        assertThat(visitor.get("/province/desk").expectFirst(".banner").text())
                .startsWith("教育部已核对通过本省上报");
        clerk.get(one);
        clerk.submit(one + "/acceptance/undo", Map.of());
        assertThat(clerk.get(one).expectFirst(".head .st").text()).isEqualTo("已上报");
    }

    @Test
    void showsWhatChangedSinceTheLastSubmission() throws Exception {
        ready();
        visitor.get(PAGE);
        press(Map.of());
        submissions.giveBack(world.ministry(), submissions.history(officer).getFirst().id(), "请核对");
        own.save(officer, List.of(own("3.1", 0, "2", "省电大", "57")));
        visitor.get(PAGE);
        press(Map.of());
        var one = "/ministry/submissions/" + submissions.history(officer).getFirst().id();
        var clerk = world.visit(mvc, world.ministry());
        assertThat(
                        clerk.get(one)
                                .select("[aria-labelledby=differences] > .in > ul > li")
                                .eachText())
                .singleElement()
                .asString()
                .startsWith("3.1 ")
                .endsWith("承接 新增 1 个单位，57 万元");
    }

    @Test
    void letsAViewerOfTheMinistryReadOnly() throws Exception {
        ready();
        visitor.get(PAGE);
        press(Map.of());
        var viewer = world.ministry();
        world.makeViewer(viewer);
        var clerk = world.visit(mvc, viewer);
        var one = "/ministry/submissions/" + submissions.history(officer).getFirst().id();
        assertThat(clerk.get(one).select("main form")).isEmpty();
        clerk.post(one + "/return", Map.of("reason", "请核对"));
        assertThat(clerk.status()).isEqualTo(403);
    }

    @Test
    void hidesWhatANeighbourSubmitted() throws Exception {
        ready();
        visitor.get(PAGE);
        press(Map.of());
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        neighbour.get(PAGE + "/" + submissions.history(officer).getFirst().id() + "/workbook");
        assertThat(neighbour.status()).isEqualTo(404);
        visitor.get(PAGE + "/" + submissions.history(officer).getFirst().id() + "/workbook");
        assertThat(visitor.status()).isEqualTo(200);
    }

    @Test
    void writesTheSameNumbersIntoTheWorkbook() throws Exception {
        ready();
        own.save(officer, List.of(own("3.1", 0, "2", "=1+1", "57.5")));
        visitor.get(PAGE + "/workbook");
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(visitor.response().getContentAsByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("山西省承接任务汇总表");
            assertThat(rows).hasSize(4 + 2 + 1);
            assertThat(rows.get(4).getCellText(3)).isEqualTo("=1+1");
            assertThat(rows.get(4).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("2");
            assertThat(rows.getLast().getCellAsNumber(6).orElseThrow())
                    .isEqualByComparingTo("100.5");
            assertThat(rows.getLast().getCellAsNumber(11).orElseThrow())
                    .isEqualByComparingTo("100.5");
        }
    }

    /** Contacts given, and item 9 undertaken by the province itself with 43 万元. */
    private void ready() {
        province.giveContacts(officer);
        own.save(officer, List.of(own("9", 0, "-", "省教科院", "43")));
    }

    private Document press(Map<String, String> fields) throws Exception {
        return visitor.press(
                "form[action=" + PAGE + "]", PAGE, new HashMap<String, @Nullable String>(fields));
    }
}
