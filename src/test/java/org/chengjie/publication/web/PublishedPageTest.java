package org.chengjie.publication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.organisation.Units;
import org.chengjie.publication.Edition;
import org.chengjie.publication.Editions;
import org.chengjie.publication.PublicationCase;
import org.chengjie.shared.Actor;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** 公布 as the ministry makes it and as everybody reads it, without signing in (spec P5). */
@PageTest
class PublishedPageTest {

    private static final String PAGE = "/ministry/publication";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private Editions editions;
    @Autowired private Units units;
    @Autowired private JsonMapper json;

    private Actor officer;
    private Actor ministry;
    private Visitor clerk;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        ministry = world.ministry();
        clerk = world.visit(mvc, ministry);
    }

    @Test
    void saysWhatIsMissingBeforeAnythingIsAccepted() throws Exception {
        var page = clerk.get(PAGE);
        assertThat(page.select("#publish")).isEmpty();
        assertThat(page.expectFirst("[aria-labelledby=checks] header p").text())
                .isEqualTo("有 2 处要办理，办完才能公布");
        assertThat(new Visitor(mvc).get("/published").text()).contains("还没有公布");
    }

    @Test
    void keepsWhatWasTypedAndNamesEveryFieldAtFault() throws Exception {
        cases.accepted(officer, ministry);
        clerk.get(PAGE);
        var page = press(Map.of("documentNo", " ", "dated", "2021年1月", "title", "公布"));
        assertThat(clerk.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problem").text()).startsWith("还没有公布，有 2 处要改正。");
        assertThat(page.expectFirst("#documentNo-fault").text()).startsWith("请写文号");
        assertThat(page.expectFirst("#dated").val()).isEqualTo("2021年1月");
        assertThat(page.expectFirst("#title").val()).isEqualTo("公布");
        page = press(Map.of("documentNo", "函〔2021〕1号", "dated", "2021-01-05"));
        assertThat(clerk.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problem").text()).startsWith("还不能公布，有 1 处要办理。");
    }

    @Test
    void publishesAfterAPreviewAndTellsTheProvince() throws Exception {
        cases.accepted(officer, ministry);
        assertThat(clerk.get(PAGE + "/preview").expectFirst("tfoot").text()).contains("全国合计");
        clerk.get(PAGE);
        press(announced());
        assertThat(clerk.location()).matches("/published/\\d+");
        var edition = editions.all().getFirst();
        assertThat(edition.announcement().documentNo()).isEqualTo("教职成司函〔2021〕1号");
        assertThat(world.visit(mvc, officer).get("/province/desk").expectFirst(".banner").text())
                .startsWith("本省承接任务已公布，填报、审核和省级承接只能查看")
                .contains("已公布，如需调整请走调整备案。");
    }

    @Test
    void tellsTheMinistryHowFarAProvinceIsAndOffersNothingThatCannotBeDone() throws Exception {
        cases.accepted(officer, ministry);
        assertThat(clerk.get("/ministry/overview").expectFirst(".head p").text())
                .contains("已核对 1 个");
        var one = clerk.get("/ministry/submissions").expectFirst("table a").attr("href");
        assertThat(clerk.get(one).select("form[action$=undo]")).hasSize(1);
        clerk.get(PAGE);
        press(announced());
        assertThat(clerk.get("/ministry/overview").expectFirst(".head p").text())
                .contains("已公布 1 个")
                .doesNotContain("已核对");
        assertThat(clerk.get(one).select("form[action$=undo]")).isEmpty();
    }

    @Test
    void leadsASecondClerkToTheNewState() throws Exception {
        cases.accepted(officer, ministry);
        var second = world.visit(mvc, world.ministry());
        var seen = second.get(PAGE).expectFirst("[name=seen]").val();
        clerk.get(PAGE);
        press(announced());
        var fields = new HashMap<String, @Nullable String>(announced());
        fields.put("seen", seen);
        second.post(PAGE, fields);
        assertThat(second.status()).isEqualTo(422);
        assertThat(editions.all()).hasSize(1);
    }

    @Test
    void showsBothAnnexesToWhoeverComes() throws Exception {
        var edition = published();
        var visitor = new Visitor(mvc);
        assertThat(visitor.get("/published").select(".editions a").eachAttr("href"))
                .containsExactly("/published/" + edition.id());
        var page = visitor.get("/published/" + edition.id());
        assertThat(page.select("[aria-labelledby=annex-1] tbody tr").eachText())
                .containsExactly("1 山西省 4 6 1 6 5 1 100 17 15 11 14 43");
        assertThat(page.expectFirst("[aria-labelledby=annex-1] tfoot tr").text())
                .isEqualTo("全国合计 4 6 1 6 5 1 100 17 15 11 14 43");
        assertThat(page.select("[aria-labelledby=annex-2] tr:not(.area) th[scope=row]")).hasSize(7);
        assertThat(
                        page.expectFirst("[aria-labelledby=annex-2] tbody tr:has(td:contains(3.1))")
                                .text())
                .startsWith("3.1")
                .contains("200 所", "1 所", "山西 1", "16");
        assertThat(page.text()).doesNotContain("周敏", "何司", "李敏");
        assertThat(page.select("form, [hx-headers], script")).isEmpty();
        for (var href : page.select("a[href^=/published/]").eachAttr("href")) {
            visitor.get(href);
            assertThat(visitor.status()).as(href).isEqualTo(200);
        }
        assertThat(visitor.get("/").select("a[href=/published]")).isNotEmpty();
    }

    @Test
    void answersWhoeverHasItAlreadyThatItHasNotChanged() throws Exception {
        var edition = published();
        for (var file : List.of("", "/annex-1.xlsx", "/annex-2.xlsx", "/data.csv", "/data.json")) {
            var address = "/published/" + edition.id() + file;
            var first = mvc.perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
            var mark = first.getHeader("ETag");
            assertThat(mark).as(address).startsWith("W/");
            assertThat(first.getHeaders("Cache-Control"))
                    .as(address)
                    .singleElement()
                    .asString()
                    .startsWith("max-age=")
                    .endsWith(", public");
            assertThat(first.getCookies()).as(address).isEmpty();
            var again =
                    mvc.perform(
                                    MockMvcRequestBuilders.get(address)
                                            .header("If-None-Match", String.valueOf(mark)))
                            .andReturn()
                            .getResponse();
            assertThat(again.getStatus()).as(address).isEqualTo(304);
            assertThat(again.getContentAsByteArray()).isEmpty();
        }
    }

    @Test
    void writesTheNumbersOfThePageIntoTheWorkbooks() throws Exception {
        var edition = published();
        var first = rows(edition, "annex-1.xlsx");
        assertThat(first.getFirst().getCellText(0)).isEqualTo("附件 1　分省承接任务（项目）数量汇总表");
        assertThat(first.get(4).getCellText(1)).isEqualTo("山西省");
        for (var row : List.of(first.get(4), first.get(5))) {
            assertThat(numbers(row, 2, 13))
                    .containsExactly(
                            "4", "6", "1", "6", "5", "1", "100", "17", "15", "11", "14", "43");
        }
        var second = rows(edition, "annex-2.xlsx");
        assertThat(second).hasSize(3 + 6 + 2);
        assertThat(second.get(5).getCellText(0)).isEqualTo("3.1");
        assertThat(numbers(second.get(5), 2, 5)).containsExactly("200", "1", "1", "1");
        assertThat(second.get(5).getCellText(6)).isEqualTo("山西 1");
        assertThat(numbers(second.get(9), 7, 7)).containsExactly("100");
    }

    @Test
    void writesALineForEachProvinceAndItemForMachines() throws Exception {
        var edition = published();
        var csv = text(edition, "data.csv");
        assertThat(csv).startsWith("\ufeffprovince_code,province,task_no,item_no,item,units,");
        assertThat(csv.lines()).hasSize(1 + 6);
        assertThat(csv).contains("140000,山西省,9,9,").contains(",1,'=省教科院,,");
        var all = json.readTree(text(edition, "data.json"));
        assertThat(all.get("lines").size()).isEqualTo(6);
        assertThat(all.get("national").get("total").decimalValue())
                .isEqualByComparingTo(new BigDecimal("100"));
        assertThat(all.get("lines").get(2).get("item_no").asString()).isEqualTo("3.1");
        assertThat(all.get("lines").get(2).get("total").toString()).isEqualTo("16");
        assertThat(all.get("omitted").size()).isEqualTo(31);
    }

    @Test
    void knowsNoEditionThatIsNotThere() throws Exception {
        var visitor = new Visitor(mvc);
        visitor.get("/published/999999999");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.response().getHeader("Cache-Control")).isEqualTo("no-store");
        visitor.get("/published/x");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void letsAViewerOfTheMinistryOnlyLook() throws Exception {
        cases.accepted(officer, ministry);
        var viewer = world.ministry();
        world.makeViewer(viewer);
        var visitor = world.visit(mvc, viewer);
        assertThat(visitor.get(PAGE).select("#publish")).isEmpty();
        visitor.post(PAGE, new HashMap<>(announced()));
        assertThat(visitor.status()).isEqualTo(403);
    }

    private Edition published() {
        cases.accepted(officer, ministry, "=省教科院");
        return cases.publish(ministry);
    }

    /** The document, and a reason for each that is left out. */
    private Map<String, String> announced() {
        var fields = new HashMap<String, String>();
        units.provinces().forEach(one -> fields.put("omit-" + one.id(), "没有上报"));
        fields.put("title", "承接情况");
        fields.put("documentNo", "教职成司函〔2021〕1号");
        fields.put("dated", "2021-01-05");
        return fields;
    }

    private Document press(Map<String, String> fields) throws Exception {
        return clerk.press("#publish", PAGE, new HashMap<String, @Nullable String>(fields));
    }

    private List<Row> rows(Edition edition, String file) throws Exception {
        var visitor = new Visitor(mvc);
        visitor.get("/published/" + edition.id() + "/" + file);
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(visitor.response().getContentAsByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    private String text(Edition edition, String file) throws Exception {
        var visitor = new Visitor(mvc);
        visitor.get("/published/" + edition.id() + "/" + file);
        return new String(visitor.response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> numbers(Row row, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(column -> row.getCellAsNumber(column).orElseThrow().toPlainString())
                .toList();
    }
}
