package org.chengjie.publication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.publication.AdjustedCell;
import org.chengjie.publication.AdjustmentCase;
import org.chengjie.publication.Adjustments;
import org.chengjie.publication.Editions;
import org.chengjie.publication.PublicationCase;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 调整备案 as both sides see it, press and are told (spec P5). */
@PageTest
class AdjustmentPageTest {

    private static final String PAGE = "/province/adjustments";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private AdjustmentCase asks;
    @Autowired private Adjustments adjustments;
    @Autowired private Editions editions;

    private Actor officer;
    private Actor ministry;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void publish() {
        officer = world.officer(World.PROVINCE, "周敏");
        ministry = world.ministry();
        world.open(officer);
        school = cases.published(officer, ministry);
        visitor = world.visit(mvc, officer);
    }

    @Test
    void asksOnAPageWithoutScriptUntilNothingIsMissing() throws Exception {
        visitor.get(PAGE);
        visitor.submit(PAGE, Map.of());
        var one = visitor.location();
        assertThat(one).matches(PAGE + "/\\d+");
        visitor.get(one);
        var page = press(one, "submit", Map.of());
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.select("#problem li a").eachAttr("href"))
                .containsExactly("#reason", "#letterNo", "#letterDated", "#scan", "#item");
        page = press(one, "add", Map.of("reason", "预算有变", "school", "9900000000", "item", "3.1"));
        assertThat(page.expectFirst("#problem").text()).contains("请从列表中选择");
        assertThat(page.expectFirst("#reason").text()).isEqualTo("预算有变");
        press(one, "add", Map.of("school", school.unitCode(), "item", "3.1"));
        page = visitor.get(one);
        var line = page.expectFirst(".adj-line");
        assertThat(line.text()).contains(school.unitName(), "3.1", "公布数 1");
        var quantity = line.select("input[name$=-quantity]").attr("name");
        visitor.send(
                MockMvcRequestBuilders.multipart(one + "/scan")
                        .file(
                                new MockMultipartFile(
                                        "file", "来函.pdf", "text/html", AdjustmentCase.PDF))
                        .param("version", page.expectFirst("[name=version]").val())
                        .param("reason", "预算有变，另有扫描件")
                        .param(line.select("[name^=u-]").attr("name"), "1")
                        .param(quantity, "1")
                        .param("_csrf", page.expectFirst("[name=_csrf]").val()));
        assertThat(visitor.location()).isEqualTo(one);
        assertThat(visitor.get(one).expectFirst("#reason").text()).isEqualTo("预算有变，另有扫描件");
        page =
                press(
                        one,
                        "submit",
                        Map.of(
                                "letterNo",
                                "晋教函〔2021〕3号",
                                "letterDated",
                                "2020-10-30",
                                quantity,
                                "一个"));
        assertThat(page.expectFirst("#" + quantity).val()).isEqualTo("一个");
        assertThat(page.expectFirst("#" + quantity).attr("aria-invalid")).isEqualTo("true");
        press(one, "submit", Map.of(quantity, "4"));
        assertThat(visitor.location()).isEqualTo(one);
        page = visitor.get(one);
        assertThat(page.expectFirst(".head .st").text()).isEqualTo("已报送");
        assertThat(page.expectFirst(".adjusted b.d").text()).isEqualTo("4");
        visitor.get(one + "/scan");
        assertThat(visitor.response().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(visitor.response().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(visitor.response().getContentType()).isEqualTo("application/pdf");
    }

    @Test
    void consentsPublishesAndTellsEverybody() throws Exception {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        var clerk = world.visit(mvc, ministry);
        assertThat(clerk.get("/ministry/overview").select(".rail .count").text()).contains("1");
        clerk.get("/ministry/adjustments");
        var one = "/ministry/adjustments/" + id;
        var second = world.visit(mvc, world.ministry());
        second.get(one);
        clerk.get(one);
        clerk.submit(one + "/consent", Map.of());
        assertThat(clerk.location()).isEqualTo(one);
        var told = second.submit(one + "/refusal", Map.of("reason", "数量不符"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(told.expectFirst("#problem").text())
                .startsWith("这份调整备案已由何司于")
                .endsWith("您填的理由：数量不符");
        var edition = editions.all().getFirst();
        var published = new Visitor(mvc).get("/published/" + edition.id());
        assertThat(published.select("[aria-labelledby=changes] tbody tr").eachText())
                .singleElement()
                .asString()
                .startsWith("第 2 版 山西省 3.1")
                .contains("承接数量 1 4 调整备案：山西省 晋教函〔2021〕3号（2020-10-30）");
        var first = editions.all().get(1);
        assertThat(new Visitor(mvc).get("/published/" + first.id()).text())
                .contains("这是第 1 版，后来又公布了第 2 版。");
        var reader = world.visit(mvc, school);
        var page = reader.get("/school/preview");
        assertThat(page.expectFirst(".banner").text()).contains("3.1 调整（承接数量 1 → 4）");
        assertThat(page.text()).contains("教育部同意调整备案，调整 1 行：3.1，来函 晋教函〔2021〕3号");
        reader.post("/school/adjustments/" + id + "/read", Map.of("back", "/school/preview"));
        assertThat(reader.location()).isEqualTo("/school/preview");
        assertThat(reader.get("/school/preview").select(".banner")).isEmpty();
    }

    @Test
    void asksTheMinistryForAReasonAndKeepsIt() throws Exception {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        var clerk = world.visit(mvc, ministry);
        var one = "/ministry/adjustments/" + id;
        clerk.get(one);
        clerk.submit(one + "/refusal", Map.of("reason", " "));
        assertThat(clerk.status()).isEqualTo(422);
        clerk.submit(one + "/refusal", Map.of("reason", "数量与方案不符"));
        assertThat(clerk.location()).isEqualTo(one);
        assertThat(visitor.get(PAGE + "/" + id).text()).contains("数量与方案不符", "不同意");
    }

    @Test
    void hidesOneProvincesAdjustmentFromAnother() throws Exception {
        long id = asks.submitted(officer, school, "3.1", AdjustedCell.QUANTITY, "4");
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        for (var address : new String[] {PAGE + "/" + id, PAGE + "/" + id + "/scan"}) {
            neighbour.get(address);
            assertThat(neighbour.status()).as(address).isEqualTo(404);
        }
        neighbour.get(PAGE);
        neighbour.post(PAGE + "/" + id + "/withdrawal", Map.of());
        assertThat(neighbour.status()).isEqualTo(404);
        var other = world.visit(mvc, world.school(World.PROVINCE));
        other.get("/school/undertakings");
        other.post("/school/adjustments/" + id + "/read", Map.of());
        assertThat(other.status()).isEqualTo(404);
        assertThat(adjustments.find(officer, id).lines()).hasSize(1);
    }

    private Document press(String action, String deed, Map<String, String> fields)
            throws Exception {
        var all = new HashMap<String, @Nullable String>(fields);
        all.put("deed", deed);
        return visitor.press("#adjust", action, all);
    }
}
