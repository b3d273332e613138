package org.chengjie.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.review.PickedRow;
import org.chengjie.review.PickedRows;
import org.chengjie.review.RowFilter;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The province's lists as pages: by item, row by row, and by school (spec R4, R7, X2). */
@PageTest
class ListPagesTest {

    private static final String EVIL = "\"><svg onload=1>&stage=APPROVED#%";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private PickedRows picked;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = today(world.school(World.PROVINCE));
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        visitor = world.visit(mvc, officer);
    }

    @Test
    void listsTheRowsOfAnItemWithWhatADecisionNeeds() throws Exception {
        var page = visitor.get("/province/rows?item=3.2");
        assertThat(page.select(".rail a[aria-current=page]").eachText()).containsExactly("按任务审核");
        assertThat(page.expectFirst("h1").text()).isEqualTo("3.2 培育遴选100个左右名班主任工作室");
        var picked = picks("item=3.2").getFirst();
        var row = page.expectFirst("#r" + picked.undertakingId());
        assertThat(row.attr("data-total")).isEqualTo("11");
        assertThat(row.attr("data-quantity")).isEqualTo("2");
        assertThat(row.attr("data-school")).isEqualTo(String.valueOf(school.unitId()));
        assertThat(row.expectFirst("th a").attr("href"))
                .isEqualTo("/province/schools/" + school.unitId() + "#r3.2");
        assertThat(row.expectFirst("[name=pick]").val())
                .isEqualTo(picked.undertakingId() + ":" + picked.version());
        var form = page.expectFirst("form#review[action=/province/decisions]");
        assertThat(form.expectFirst("[name=filter]").val()).isEqualTo("item=3.2");
        assertThat(form.select(".bulk button[name=step]").eachAttr("value"))
                .containsExactly("APPROVE", "RETURN", "REJECT");
        assertThat(form.select("[name=scope]").eachAttr("value")).containsExactly("picked", "view");
        assertThat(form.expectFirst("[name=scope][checked]").val()).isEqualTo("picked");
        assertThat(page.expectFirst(".split > aside #panel").text()).isEmpty();
        assertThat(page.expectFirst(".bar").text()).contains("1 行 · 1 所 · 待审核 1", "2 个", "11");
    }

    /** The first submit button is what a browser presses on Enter; a disabled one, never. */
    @Test
    void decidesNothingByEnter() throws Exception {
        var first = visitor.get("/province/rows").expectFirst("#review button:not([type=button])");
        assertThat(first.hasAttr("disabled")).isTrue();
    }

    @Test
    void offersNoTickForWhatNoDecisionCanMove() throws Exception {
        decisions.decide(
                officer,
                school.unitId(),
                Step.RETURN,
                List.of(picks("item=1").getFirst().pick()),
                "请核对",
                Set.of());
        var page = visitor.get("/province/rows?stage=RETURNED");
        assertThat(page.select("#review tbody tr")).hasSize(1);
        assertThat(page.select("[name=pick]")).isEmpty();
        assertThat(visitor.get("/province/rows").select("[name=pick]")).hasSize(4);
    }

    @Test
    void offersWhoeverMayOnlyLookNoDecision() throws Exception {
        world.makeViewer(officer);
        var page = visitor.get("/province/rows");
        assertThat(page.select("#review tbody tr")).hasSize(5);
        assertThat(page.select("[name=step], [name=pick]:not([disabled])")).isEmpty();
        assertThat(visitor.get("/province/items").select("[name^=quota]")).isEmpty();
    }

    @Test
    void keepsTheFilterInEveryLinkWithoutLettingItOut() throws Exception {
        var filter = RowFilter.of(Map.of("words", EVIL, "kind", "COLLEGE"));
        var page = open("/province/rows?" + filter.query());
        assertThat(page.select("svg[onload]")).isEmpty();
        assertThat(page.expectFirst("[name=words]").val()).isEqualTo(EVIL);
        for (var link : page.select(".seg a")) {
            var query = link.attr("href").substring("/province/rows?".length());
            assertThat(RowFilter.parse(query).words()).isEqualTo(EVIL);
            assertThat(RowFilter.parse(query).kind()).isEqualTo(filter.kind());
        }
        assertThat(page.expectFirst("#review [name=filter]").val()).isEqualTo(filter.query());
        var schools = open("/province/schools?" + filter.query());
        assertThat(schools.select("svg[onload]")).isEmpty();
        for (var link : schools.select(".seg a")) {
            assertThat(link.attr("href")).contains("words=%22%3E%3Csvg%20onload%3D1%3E%26stage");
        }
    }

    @Test
    void tellsOfBoundsThatNothingCanLieBetween() throws Exception {
        for (var list : List.of("/province/rows", "/province/schools")) {
            assertThat(open(list + "?least=5000&most=10").expectFirst("[role=alert].msg").text())
                    .contains("请把 5,000 和 10 对调后再筛选");
            assertThat(open(list + "?least=10&most=10").select("[role=alert].msg")).isEmpty();
        }
    }

    @Test
    void tellsOfABoundThatIsNoAmountAndKeepsIt() throws Exception {
        for (var list : List.of("/province/rows", "/province/schools")) {
            var page = open(list + "?least=1%2C2x&most=100");
            assertThat(page.expectFirst("[role=alert].msg").text()).contains("“1,2x”没有用来筛选");
            assertThat(page.expectFirst("[name=least]").val()).isEqualTo("1,2x");
            assertThat(page.expectFirst("[name=least]").attr("aria-invalid")).isEqualTo("true");
            assertThat(page.expectFirst("[name=most]").val()).isEqualTo("100");
        }
    }

    @Test
    void pagesByLinksThatCountUpToAll() throws Exception {
        for (int i = 0; i < 12; i++) {
            filings.submit(today(world.school(World.PROVINCE)), Typing.manual(), Typing.CONTACT);
        }
        var first = visitor.get("/province/rows?kind=COLLEGE&sort=TOTAL");
        assertThat(first.expectFirst(".pager").text()).isEqualTo("本页 50，共 65 行 下一页");
        var second = open(first.expectFirst(".pager a").attr("href"));
        assertThat(second.expectFirst(".pager").text()).isEqualTo("本页 15，共 65 行 上一页");
        assertThat(second.select("#review tbody tr").eachAttr("id"))
                .doesNotContainAnyElementsOf(first.select("#review tbody tr").eachAttr("id"));
        var again = open(second.expectFirst(".pager a").attr("href"));
        assertThat(again.select("#review tbody tr").eachAttr("id"))
                .isEqualTo(first.select("#review tbody tr").eachAttr("id"));
    }

    @Test
    void offersWhatHasChangedSinceTheOfficerLooked() throws Exception {
        assertThat(visitor.get("/province/rows").select("[name=changed]")).isEmpty();
        jdbc.sql(
                        "insert into review.look (account_id, since) values (:account, now() - interval '1 day')")
                .param("account", officer.accountId())
                .update();
        var page = visitor.get("/province/rows");
        var changed = page.expectFirst("[name=changed]");
        assertThat(changed.parent()).isNotNull();
        assertThat(page.expectFirst("label:has([name=changed])").text()).endsWith("查看后有变化 5");
        assertThat(
                        visitor.get("/province/rows?changed=" + changed.val())
                                .select("#review tbody tr"))
                .hasSize(5);
    }

    @Test
    void showsWhatTheCitySaidAndFiltersByIt() throws Exception {
        assertThat(visitor.get("/province/rows").select("[name=opinion]")).isEmpty();
        jdbc.sql(
                        """
                        insert into review.opinion (undertaking_id, school_path, agrees, words, row_version, at, by_account, by_name)
                        select id, school_path, false, '配套资金未落实<i>', version, now(), :account, '市局'
                          from filing.undertaking where id = :row
                        """)
                .param("row", picks("item=2").getFirst().undertakingId())
                .param("account", officer.accountId())
                .update();
        var page = visitor.get("/province/rows");
        assertThat(page.select("[name=opinion] option").eachText())
                .containsExactly("全部", "同意", "不同意", "未给意见");
        assertThat(page.expectFirst(".said").text()).isEqualTo("市级意见：配套资金未落实<i>");
        assertThat(visitor.get("/province/rows?opinion=DISAGREES").select("#review tbody tr"))
                .hasSize(1);
    }

    @Test
    void setsQuotasAndSaysWhereTheyDoNotFit() throws Exception {
        visitor.get("/province/items");
        visitor.post("/province/items/quotas", Map.of("quota-3.2", "１", "seen-3.2", ""));
        assertThat(visitor.location()).isEqualTo("/province/items?saved=true");
        var page = visitor.get(visitor.location());
        assertThat(page.expectFirst(".msg.ok").text()).isEqualTo("配额已保存。");
        assertThat(page.expectFirst("[name=quota-3.2]").val()).isEqualTo("1");
        assertThat(page.expectFirst("[id=i3.2]").text()).contains("意向 2 超过配额 1");
        assertThat(visitor.get("/province/rows?item=3.2").expectFirst(".against").text())
                .contains("意向 2", "已通过 0", "配额 1", "全国目标 100", "意向 2 超过配额 1");
    }

    @Test
    void keepsWhatWasTypedForQuotasThatAreNone() throws Exception {
        visitor.get("/province/items");
        var page =
                visitor.post(
                        "/province/items/quotas", Map.of("quota-3.2", "2.5", "quota-3.1", "7"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#problems").text()).contains("配额还没有保存，有 1 处要改正。");
        assertThat(page.expectFirst("[name=quota-3.2]").val()).isEqualTo("2.5");
        assertThat(page.expectFirst("[name=quota-3.2]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("[id=e3.2]").text())
                .isEqualTo("配额应为 1 到 9,999,999 的整数，不设请留空，现在填的是“2.5”。");
        assertThat(page.expectFirst("[name=quota-3.1]").val()).isEqualTo("7");
        assertThat(page.expectFirst("[name=seen-3.1]").val()).isEmpty();
    }

    @Test
    void refusesAQuotaMadeFromAnOlderOneAndKeepsIt() throws Exception {
        visitor.get("/province/items");
        visitor.post("/province/items/quotas", Map.of("quota-3.2", "5", "seen-3.2", ""));
        visitor.get("/province/items");
        var page = visitor.post("/province/items/quotas", Map.of("quota-3.2", "9", "seen-3.2", ""));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.expectFirst("#problems").text()).contains("3.2 的配额刚被同事改动过");
        assertThat(page.expectFirst("[name=quota-3.2]").val()).isEqualTo("9");
        assertThat(page.expectFirst("[name=seen-3.2]").val()).isEqualTo("5");
    }

    @Test
    void asksForAnExportOfWhatIsInView() throws Exception {
        visitor.get("/province/rows?item=3.2");
        visitor.submit("/province/rows/export", Map.of());
        assertThat(visitor.location()).matches("/jobs/\\d+");
        assertThat(visitor.get(visitor.location()).expectFirst("h1").text()).isEqualTo("导出审核明细");
        assertThat(visitor.page().select("a[href='/province/rows?item=3.2']")).hasSize(1);
        visitor.get("/province/schools?kind=COLLEGE");
        visitor.submit("/province/schools/export", Map.of());
        assertThat(visitor.location()).matches("/jobs/\\d+");
    }

    @Test
    void givesTheProvinceTheSameFileAsTheSchool() throws Exception {
        visitor.get("/province/schools/" + school.unitId() + "/workbook");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.response().getHeader("Content-Disposition")).contains("attachment");
        assertThat(visitor.response().getContentAsByteArray()).startsWith('P', 'K');
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        neighbour.get("/province/schools/" + school.unitId() + "/workbook");
        assertThat(neighbour.status()).isEqualTo(404);
        visitor.get("/province/schools/" + officer.unitId() + "/workbook");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void showsAnotherProvinceNothingOfAllThis() throws Exception {
        var neighbour = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "邻省"));
        for (var list : List.of("/province/rows", "/province/items", "/province/schools")) {
            assertThat(neighbour.get(list + "?school=" + school.unitId()).text())
                    .doesNotContain(school.unitName(), school.unitCode());
            assertThat(neighbour.status()).isEqualTo(200);
        }
    }

    /** An address that is encoded already, as a browser follows it. */
    private Document open(String address) throws Exception {
        return visitor.send(MockMvcRequestBuilders.get(URI.create(address)));
    }

    private List<PickedRow> picks(String query) {
        return picked.inView(officer.reach(), RowFilter.parse(query), Set.of(Stage.SUBMITTED));
    }

    private static Actor today(Actor actor) {
        return World.at(actor, java.time.Clock.systemUTC().instant());
    }
}
