package org.chengjie.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.filing.Undertaking;
import org.chengjie.organisation.Kind;
import org.chengjie.provincial.OwnCell;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.TypedOwnRow;
import org.chengjie.review.CityReviews;
import org.chengjie.review.Looks;
import org.chengjie.review.OpinionPick;
import org.chengjie.review.Settings;
import org.chengjie.review.Stance;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 工作台: that its numbers are right, and that its parts equal the whole (spec R7, P6). */
@PageTest
class DeskPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private OwnUndertakings own;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private CityReviews reviews;
    @Autowired private Settings settings;
    @Autowired private Looks looks;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Visitor visitor;

    @BeforeEach
    void open() {
        officer = today(world.officer(World.PROVINCE, "周敏"));
        world.openNow(officer);
        visitor = world.visit(mvc, officer);
    }

    @Test
    void countsEachSchoolOnceByStandingAndByCity() throws Exception {
        var city = world.city(World.PROVINCE, "丙市");
        var decided = submitted(world.schoolOf(city, Kind.SECONDARY));
        decide(decided, Step.APPROVE, "1", "2", "3.1", "3.2", "3.3");
        decide(submitted(world.schoolOf(city, Kind.SECONDARY)), Step.APPROVE, "1");
        submitted(world.school(World.PROVINCE));
        filings.save(today(world.school(World.PROVINCE)), Typing.manual(), Typing.CONTACT);
        world.school(World.PROVINCE);
        var page = desk("");
        assertThat(page.expectFirst(".head p").text()).contains("应报 5 所");
        assertThat(page.expectFirst(".stat").text()).isEqualTo("3 / 5 所已提交，60.0%");
        assertThat(page.select(".states b").eachText()).containsExactly("1", "1", "1", "1", "1");
        assertThat(cells(row(page, "丙市"))).startsWith("2", "0", "0", "0", "1", "1");
        assertThat(cells(row(page, "丙市"))).endsWith("100%", "114");
        assertThat(cells(row(page, "太原市"))).startsWith("3", "1", "1", "1", "0", "0");
        assertThat(cells(row(page, "太原市"))).endsWith("33%", "57");
        assertThat(money(page)).isEqualTo("171");
        assertThat(page.text()).contains("其中学校已通过 67");
    }

    @Test
    void makesTheWholeOfItsParts() throws Exception {
        for (var name : List.of("丙市", "丁市", "一个名字长得出奇的自治州或地区行政公署所在地")) {
            var city = world.city(World.PROVINCE, name);
            submitted(world.schoolOf(city, Kind.SECONDARY));
            filings.save(today(world.schoolOf(city, Kind.OTHER)), Typing.manual(), Typing.CONTACT);
            world.schoolOf(city, Kind.COLLEGE);
        }
        jdbc.sql("update organisation.unit set city = '' where id = :id")
                .param("id", submitted(world.school(World.PROVINCE)).unitId())
                .update();
        var page = desk("");
        var all = number(page.expectFirst(".stat small").text().replaceAll("\\D*(\\d+) 所.*", "$1"));
        assertThat(all).isEqualTo(10);
        assertThat(
                        page.select(".states b").eachText().stream()
                                .mapToLong(DeskPageTest::number)
                                .sum())
                .isEqualTo(all);
        var cities = page.select(".cities tbody tr");
        assertThat(cities.eachText().getFirst()).startsWith("省直");
        var foot = cells(page.expectFirst(".cities tfoot tr"));
        for (int column : new int[] {0, 1, 2, 3, 4, 5, 8}) {
            long sum = cities.stream().mapToLong(line -> number(cells(line).get(column))).sum();
            assertThat(sum).as("column " + column).isEqualTo(number(foot.get(column)));
        }
        var sources = page.select(".src .num:not(.soft)").eachText();
        assertThat(sources).hasSize(5);
        assertThat(sources.stream().mapToLong(DeskPageTest::number).sum())
                .isEqualTo(number(money(page)))
                .isEqualTo(number(foot.getLast()));
    }

    @Test
    void leadsFromEveryNumberToItsList() throws Exception {
        var city = world.city(World.PROVINCE, "丙市&丁市");
        submitted(world.schoolOf(city, Kind.SECONDARY));
        var page = desk("?kind=SECONDARY");
        assertThat(page.select(".states a").eachAttr("href"))
                .contains("/province/schools?standing=SUBMITTED&kind=SECONDARY");
        assertThat(row(page, "丙市").select("a").eachAttr("href"))
                .containsExactly(
                        "/province/schools?city=%E4%B8%99%E5%B8%82%26%E4%B8%81%E5%B8%82",
                        "/province/schools?standing=SUBMITTED&city=%E4%B8%99%E5%B8%82%26%E4%B8%81%E5%B8%82");
        assertThat(page.select("[aria-labelledby=items-head] tbody a").eachAttr("href"))
                .hasSize(5)
                .allMatch(href -> href.contains("item=") && href.contains("stage=SUBMITTED"));
    }

    @Test
    void showsTheProgressOfOneKind() throws Exception {
        submitted(world.school(World.PROVINCE));
        world.schoolOf(world.city(World.PROVINCE, "丙市"), Kind.SECONDARY);
        assertThat(desk("").expectFirst(".stat").text()).startsWith("1 / 2 所");
        var page = desk("?kind=SECONDARY");
        assertThat(page.expectFirst(".stat").text()).startsWith("0 / 1 所");
        assertThat(page.expectFirst(".seg [aria-current]").text()).isEqualTo("中职学校");
        assertThat(page.select("svg.daily")).isEmpty();
    }

    @Test
    void beginsWithASchoolThatNobodyHasBegun() throws Exception {
        assertThat(desk("").select(".head .main")).isEmpty();
        var begun = submitted(world.school(World.PROVINCE));
        decide(begun, Step.APPROVE, "1");
        assertThat(desk("").expectFirst(".head .main").attr("href"))
                .isEqualTo("/province/schools/" + begun.unitId());
        var untouched = submitted(world.school(World.PROVINCE));
        assertThat(desk("").expectFirst(".head .main").attr("href"))
                .isEqualTo("/province/schools/" + untouched.unitId());
    }

    @Test
    void tellsWhatHasHappenedInTheLastDayUntilOneHasLooked() throws Exception {
        var mending = submitted(world.school(World.PROVINCE));
        decide(mending, Step.RETURN, "3.2");
        filings.resubmit(
                today(mending),
                List.of(Typing.row("3.2", row(mending, "3.2").version(), "2", "2", "1", "2", "9")),
                Set.of("3.2"));
        filings.withdraw(submitted(world.school(World.PROVINCE)));
        submitted(world.school(World.PROVINCE));
        assertThat(news(desk("")))
                .containsExactly("1 所学校新提交", "1 行退回后重新提交", "1 所学校撤回", "0 行待审核的有提示");
        assertThat(visitor.page().select(".news a").eachAttr("href"))
                .satisfiesExactlyInAnyOrder(
                        href -> assertThat(href).contains("/schools?", "=SUBMITTED", "changed=20"),
                        href -> assertThat(href).contains("/rows?", "resubmitted=1", "changed=20"),
                        href ->
                                assertThat(href)
                                        .contains("/schools?", "=FILLING_IN", "changed=20"));
        assertThat(visitor.page().expectFirst("[aria-labelledby=news-head]").text())
                .contains("最近 24 小时", "涉及 1 所学校");
        visitor.submit("/province/desk/looked", Map.of());
        assertThat(visitor.location()).isEqualTo("/province/desk");
        assertThat(news(desk("")))
                .containsExactly("0 所学校新提交", "0 行退回后重新提交", "0 所学校撤回", "0 行待审核的有提示");
        assertThat(
                        world.visit(mvc, world.officer(World.PROVINCE, "王磊"))
                                .get("/province/desk")
                                .select(".news b")
                                .eachText())
                .containsExactly("1", "1", "1", "0");
    }

    @Test
    void movesTheMarkByNoPageThatIsOnlyRead() throws Exception {
        desk("");
        assertThat(looks.since(officer)).isEmpty();
        looks.looked(officer);
        looks.looked(World.at(officer, officer.arrived().minus(Duration.ofHours(1))));
        assertThat(looks.since(officer).orElseThrow())
                .isAfterOrEqualTo(officer.arrived().minusMillis(1));
    }

    @Test
    void forgetsWhatIsOlderThanADay() throws Exception {
        submitted(world.school(World.PROVINCE));
        jdbc.sql("update filing.filing set submitted_at = :at")
                .param("at", officer.arrived().minus(Duration.ofHours(25)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(news(desk(""))).startsWith("0 所学校新提交");
    }

    @Test
    void countsOpinionsOfCitiesWhereTheProvinceAsksForThem() throws Exception {
        settings.switchCityReview(officer, true);
        var city = today(world.city(World.PROVINCE, "丙市"));
        var school = submitted(world.schoolOf(city, Kind.SECONDARY));
        reviews.give(city, school.unitId(), Stance.AGREE, List.of(seen(school, "1")), "");
        reviews.give(city, school.unitId(), Stance.DISAGREE, List.of(seen(school, "2")), "不妥");
        assertThat(news(desk(""))).contains("2 条市级意见");
        assertThat(visitor.page().expectFirst(".news").text()).contains("同意 1 条，不同意 1 条");
        assertThat(rowsOf("spoken=")).hasSize(2);
        decide(school, Step.RETURN, "2");
        filings.resubmit(
                today(school),
                List.of(Typing.row("2", row(school, "2").version(), "-", "5", "6", "1", "3")),
                Set.of("2"));
        assertThat(news(desk(""))).contains("1 条市级意见");
        assertThat(rowsOf("spoken=")).hasSize(1);
        assertThat(visitor.get("/province/rows?opinion=DISAGREES").select("[data-row]")).isEmpty();
        settings.switchCityReview(officer, false);
        assertThat(news(desk(""))).doesNotContain("1 条市级意见");
    }

    @Test
    void tellsOfRowsThatDeserveALook() throws Exception {
        var school = submitted(world.school(World.PROVINCE));
        jdbc.sql(
                        """
                        update filing.undertaking set self_raised = 0, industry = 0, sponsor = 0, local = 0
                         where id in (:one, :two)
                        """)
                .param("one", row(school, "1").id())
                .param("two", row(school, "2").id())
                .update();
        assertThat(news(desk(""))).contains("2 行待审核的有提示");
        assertThat(rowsOf("marked=1")).hasSize(2);
        decide(school, Step.APPROVE, "1");
        assertThat(news(desk(""))).contains("1 行待审核的有提示");
        assertThat(rowsOf("marked=1")).hasSize(1);
    }

    @Test
    void addsTheFifthSourceOnceThereIsOne() throws Exception {
        submitted(world.school(World.PROVINCE));
        own.save(
                today(officer),
                List.of(new TypedOwnRow("1", 0, false, Map.of(OwnCell.PROVINCIAL, "43"))));
        var page = desk("");
        assertThat(money(page)).isEqualTo("100");
        assertThat(page.select(".src .num").eachText()).containsSequence("43", "43.0%");
        assertThat(page.text()).contains("加上省财政投入 43，即上方合计 100");
    }

    @Test
    void drawsADayForEachFirstSubmissionAndSaysItInWords() throws Exception {
        var school = submitted(world.school(World.PROVINCE));
        filings.withdraw(today(school));
        submitted(school);
        submitted(world.school(World.PROVINCE));
        var page = desk("");
        var day = ChinaTime.dayOf(Clock.systemUTC().instant());
        assertThat(page.expectFirst("svg.daily").attr("aria-label"))
                .contains("共 2 所", "最多的一天是 " + ChinaTime.shortDay(day) + "，2 所", "24:00 截止");
        assertThat(page.select("svg.daily rect")).hasSize(1);
        assertThat(page.expectFirst(".alt tfoot").text()).isEqualTo("合计 2");
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void countsDownToTheDeadline() throws Exception {
        world.school(World.PROVINCE);
        assertThat(desk("").expectFirst(".days").text()).matches("距 \\d\\d-\\d\\d 24:00 截止 ?14 ?天");
        world.setDays(officer, -3, 0, 5);
        assertThat(desk("").expectFirst(".days").text()).contains("今天 24:00 截止，还剩");
        world.setDays(officer, -9, -1, 5);
        assertThat(desk("").expectFirst(".days").text()).startsWith("已于 ").endsWith("24:00 截止");
        world.setDays(officer, 1, 2, 5);
        assertThat(desk("").expectFirst(".days").text()).endsWith("开始申报");
    }

    @Test
    void saysWhatToDoWhereThereIsNothingYet() throws Exception {
        assertThat(desk("").expectFirst(".empty").text()).contains("名册里还没有学校");
        var other = world.officer(World.OTHER_PROVINCE, "邻省");
        world.school(World.OTHER_PROVINCE);
        var page = world.visit(mvc, other).get("/province/desk");
        assertThat(page.text()).contains("还没有发布本省申报要求", "还没有学校提交。", "现在没有待审核的任务。");
        assertThat(page.select(".days")).isEmpty();
    }

    @Test
    void countsNothingOfAnotherProvinceNorOfAClosedSchool() throws Exception {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        world.openNow(neighbour);
        submitted(world.school(World.OTHER_PROVINCE));
        var closed = submitted(world.school(World.PROVINCE));
        jdbc.sql("update organisation.unit set closed_at = now() where id = :id")
                .param("id", closed.unitId())
                .update();
        world.school(World.PROVINCE);
        var page = desk("");
        assertThat(page.expectFirst(".stat").text()).startsWith("0 / 1 所");
        assertThat(page.select(".news b").eachText()).containsOnly("0");
        assertThat(page.select("svg.daily, [aria-labelledby=items-head] tbody")).isEmpty();
    }

    @Test
    void isWhereAProvinceBegins() throws Exception {
        visitor.get("/");
        assertThat(visitor.location()).isEqualTo("/province/desk");
    }

    /** The rows that a line of the news leads to, which are as many as it says. */
    private List<Element> rowsOf(String part) throws Exception {
        var line =
                visitor.get("/province/desk").select(".news li").stream()
                        .filter(li -> !li.select("a[href*=" + part + "]").isEmpty())
                        .findFirst()
                        .orElseThrow();
        var rows =
                visitor.get(URLDecoder.decode(line.expectFirst("a").attr("href"), UTF_8))
                        .select("[data-row]");
        assertThat(line.expectFirst("b").text()).isEqualTo(String.valueOf(rows.size()));
        return rows;
    }

    private Document desk(String query) throws Exception {
        var page = visitor.get("/province/desk" + query);
        assertThat(visitor.status()).isEqualTo(200);
        return page;
    }

    private Actor submitted(Actor school) {
        var now = today(school);
        filings.submit(now, Typing.manual(), Typing.CONTACT);
        return now;
    }

    private void decide(Actor school, Step step, String... items) {
        decisions.decide(
                today(officer),
                school.unitId(),
                step,
                Arrays.stream(items)
                        .map(no -> new Pick(row(school, no).id(), row(school, no).version()))
                        .toList(),
                "请核实",
                Set.of());
    }

    private OpinionPick seen(Actor school, String no) {
        return OpinionPick.of(row(school, no).id(), row(school, no).version(), null);
    }

    private Undertaking row(Actor school, String no) {
        var form = filings.form(school);
        return Objects.requireNonNull(form.filing())
                .row(
                        form.items().stream()
                                .filter(item -> item.no().equals(no))
                                .findFirst()
                                .orElseThrow());
    }

    private static Element row(Document page, String city) {
        return page.select(".cities tbody tr").stream()
                .filter(line -> line.expectFirst("th").text().startsWith(city))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(Element row) {
        return row.select("td").stream().map(Element::text).toList();
    }

    private static List<String> news(Document page) {
        return page.select(".news li").stream()
                .map(line ->
                        line.expectFirst("b").text() + " " + line.expectFirst("span").ownText())
                .toList();
    }

    private static String money(Document page) {
        return page.expectFirst("[aria-labelledby=money-head] .stat").text();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    private static Actor today(Actor actor) {
        return World.at(actor, Clock.systemUTC().instant());
    }
}
