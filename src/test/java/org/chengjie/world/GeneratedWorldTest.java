package org.chengjie.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Step;
import org.chengjie.filing.Submission;
import org.chengjie.filing.Undertaking;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small generated province is what the product itself would have written, and its pages read it.
 */
@PageTest
@Tag("server")
class GeneratedWorldTest {

    private static final int SCHOOLS = 80;

    @Autowired private GeneratedWorld generated;
    @Autowired private DemoFilings people;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Units units;
    @Autowired private JdbcClient jdbc;
    @Autowired private MockMvc mvc;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void balancesAsTheProductsOwnBooksDo() {
        var officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        var school = world.school(World.PROVINCE);
        filings.submit(school, manual(), CONTACT);
        filings.withdraw(World.at(school, World.DURING.plusSeconds(10)));
        filings.submit(World.at(school, World.DURING.plusSeconds(20)), List.of(), CONTACT);
        decide(World.at(officer, World.DURING.plusSeconds(30)), school, Step.APPROVE, "", 0, 1);
        decide(World.at(officer, World.DURING.plusSeconds(40)), school, Step.RETURN, "请核实", 2, 3);
        decide(World.at(officer, World.DURING.plusSeconds(40)), school, Step.REJECT, "不符合", 4);
        filings.resubmit(World.at(school, World.DURING.plusSeconds(50)), List.of(), Set.of("3.1"));
        assertThat(Books.faults(jdbc)).isEmpty();
        assertThat(count("filing.move")).isEqualTo(21);
    }

    @Test
    void balancesWithEveryFateInIt() {
        fill();
        assertThat(Books.faults(jdbc)).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "select distinct standing from review.school where starts_with(path, :reach)")
                                .param("reach", province().path())
                                .query(String.class)
                                .set())
                .containsExactlyInAnyOrder(
                        "NOT_SIGNED_IN", "FILLING_IN", "SUBMITTED", "UNDER_REVIEW", "DECIDED");
        assertThat(
                        jdbc.sql("select distinct stage from filing.undertaking")
                                .query(String.class)
                                .set())
                .hasSize(5);
        assertThat(count("filing.move where step = 'WITHDRAW'")).isPositive();
        assertThat(count("filing.undertaking where not undertaken")).isPositive();
        assertThat(
                        count(
                                "filing.undertaking where undertaken and stage = 'DRAFT' and local is null"))
                .isPositive();
    }

    @Test
    void noticesBooksThatDoNotBalance() {
        fill();
        jdbc.sql("update filing.undertaking set local = local + 1 where stage = 'APPROVED'")
                .update();
        jdbc.sql("update filing.submission set total = total + 1").update();
        assertThat(Books.faults(jdbc)).hasSize(2);
    }

    @Test
    void hasAsManySchoolsAndRowsAsItsScaleSays() {
        fill();
        assertThat(
                        count(
                                "organisation.unit where tier = 'SCHOOL' and city <> '' and starts_with(path, '"
                                        + province().path()
                                        + "')"))
                .isEqualTo(SCHOOLS);
        assertThat(count("organisation.unit where tier = 'SCHOOL' and code like '9913%'"))
                .isEqualTo(SCHOOLS - 60);
        assertThat(
                        count(
                                "account.account where main and not initial_password and user_name ~ '^[0-9]{10}$'"))
                .isBetween(SCHOOLS * 80 / 100, SCHOOLS);
        assertThat(count("filing.undertaking where undertaken"))
                .isBetween(SCHOOLS * 20, SCHOOLS * 45);
    }

    @Test
    void addsNothingToAProvinceThatIsFull() {
        fill();
        int rows = count("filing.undertaking");
        fill();
        assertThat(count("filing.undertaking")).isEqualTo(rows);
        assertThat(count("organisation.unit where tier = 'SCHOOL'")).isEqualTo(SCHOOLS);
    }

    @Test
    void fallsAlikeEveryTime() {
        var digests = new ArrayList<String>();
        var nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        for (int i = 0; i < 2; i++) {
            nested.executeWithoutResult(status -> {
                fill();
                digests.add(digest());
                status.setRollbackOnly();
            });
        }
        assertThat(digests.getFirst()).isNotEmpty().isEqualTo(digests.getLast());
    }

    @Test
    void isReadByTheProductsOwnPages() throws Exception {
        fill();
        var officer = people.actor(province(), "省厅管理员");
        var browser = world.visit(mvc, officer);
        browser.get("/province/schools");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().select("a[href^=/province/schools/]"))
                .hasSizeGreaterThanOrEqualTo(50);
        for (var standing : List.of("FILLING_IN", "SUBMITTED", "UNDER_REVIEW", "DECIDED")) {
            browser.get("/province/schools/" + one(standing));
            assertThat(browser.status()).isEqualTo(200);
            assertThat(browser.page().select("main")).isNotEmpty();
        }
        for (var standing : List.of("FILLING_IN", "SUBMITTED")) {
            var school = people.actor(units.find(one(standing), province().reach()), "李敏");
            var its = world.visit(mvc, school);
            its.get("/school/undertakings");
            if (!its.location().isEmpty()) {
                its.get(its.location());
            }
            assertThat(its.status()).isEqualTo(200);
        }
    }

    @Test
    void goesOnAsAnyProvinceWould() {
        fill();
        var officer = people.actor(province(), "省厅管理员");
        var waiting = people.actor(units.find(one("SUBMITTED"), province().reach()), "李敏");
        var first = rows(waiting).getFirst();
        assertThat(
                        decisions
                                .decide(
                                        officer,
                                        waiting.unitId(),
                                        Step.APPROVE,
                                        List.of(new Pick(first.id(), first.version())),
                                        "",
                                        Set.of())
                                .moved())
                .isEqualTo(1);
        var returned =
                jdbc.sql(
                                """
                                select f.school_id, i.no
                                  from filing.undertaking u
                                  join filing.filing f on f.id = u.filing_id
                                  join plan.item i on i.id = u.item_id
                                 where u.stage = 'RETURNED'
                                 limit 1
                                """)
                        .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                        .single();
        var mender = people.actor(units.find(returned.getKey(), province().reach()), "李敏");
        assertThat(filings.resubmit(mender, List.of(), Set.of(returned.getValue())))
                .isInstanceOf(Submission.Accepted.class);
        assertThat(Books.faults(jdbc)).isEmpty();
    }

    private void fill() {
        generated.fill(Scale.province(SCHOOLS));
    }

    private Unit province() {
        return units.provinces().stream()
                .filter(unit -> unit.code().equals(World.OTHER_PROVINCE))
                .findFirst()
                .orElseThrow();
    }

    private long one(String standing) {
        return jdbc.sql(
                        "select id from review.school where standing = :standing and starts_with(path, :reach) and rows > 0 limit 1")
                .param("standing", standing)
                .param("reach", province().path())
                .query(Long.class)
                .single();
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private String digest() {
        return jdbc.sql(
                        """
                        select md5(string_agg(concat_ws(' ', s.code, i.no, u.undertaken, u.stage, u.quantity, u.self_raised, u.industry, u.sponsor, u.local),
                                              ',' order by s.code, i.position))
                          from filing.undertaking u
                          join filing.filing f on f.id = u.filing_id
                          join organisation.unit s on s.id = f.school_id
                          join plan.item i on i.id = u.item_id
                        """)
                .query(String.class)
                .single();
    }

    private void decide(Actor officer, Actor school, Step step, String reason, int... rows) {
        var all = rows(school);
        var picks = new ArrayList<Pick>();
        for (int row : rows) {
            picks.add(new Pick(all.get(row).id(), all.get(row).version()));
        }
        decisions.decide(officer, school.unitId(), step, picks, reason, Set.of());
    }

    private List<Undertaking> rows(Actor school) {
        var form = filings.form(school);
        return form.items().stream().map(form::row).filter(Undertaking::undertaken).toList();
    }
}
