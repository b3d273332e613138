package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rows are in view (spec R4, X2). */
@PageTest
class RowsTest {

    private static final Set<Stage> ANY = EnumSet.allOf(Stage.class);

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Rows rows;
    @Autowired private PickedRows picked;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor first;
    private Actor second;

    /** Two schools with the manual's five rows each; the second is a 中职 of 大同. */
    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        first = world.school(World.PROVINCE);
        second = world.school(World.PROVINCE);
        jdbc.sql(
                        "update organisation.unit set kind = 'SECONDARY', city = '大同市', name = '大同一职' where id = :id")
                .param("id", second.unitId())
                .update();
        filings.submit(first, Typing.manual(), Typing.CONTACT);
        filings.submit(second, Typing.manual(), Typing.CONTACT);
    }

    @Test
    void picksRowsSchoolBySchoolInThePlansOrder() {
        var found = picked.inView(officer.reach(), RowFilter.ALL, ANY);
        assertThat(found).hasSize(10);
        assertThat(found).extracting(PickedRow::schoolId).startsWith(first.unitId());
        assertThat(found.subList(5, 10)).extracting(PickedRow::schoolName).containsOnly("大同一职");
        assertThat(found.subList(0, 5))
                .extracting(PickedRow::total)
                .containsExactly(wan(10), wan(14), wan(16), wan(11), wan(6));
    }

    @Test
    void picksOnlyWhatStandsAsAskedFor() {
        var one = picked.inView(officer.reach(), filter("item=1&school=" + first.unitId()), ANY);
        decisions.decide(
                officer,
                first.unitId(),
                Step.APPROVE,
                List.of(one.getFirst().pick()),
                "",
                Set.of());
        assertThat(picked.inView(officer.reach(), RowFilter.ALL, Set.of(Stage.SUBMITTED)))
                .hasSize(9);
        assertThat(picked.inView(officer.reach(), RowFilter.ALL, Set.of(Stage.APPROVED)))
                .hasSize(1);
    }

    @Test
    void findsTheSchoolsOfNoKnownCityAsTheDeskCountsThem() {
        jdbc.sql("update organisation.unit set city = '' where id = :id")
                .param("id", second.unitId())
                .update();
        assertThat(picked.inView(officer.reach(), filter("city=省直"), ANY))
                .extracting(PickedRow::schoolId)
                .containsOnly(second.unitId());
    }

    @Test
    void showsAnotherProvinceNothing() {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(picked.inView(neighbour.reach(), RowFilter.ALL, ANY)).isEmpty();
        assertThat(picked.inView(neighbour.reach(), filter("school=" + first.unitId()), ANY))
                .isEmpty();
    }

    @Test
    void leavesOutDraftsAndClosedSchools() {
        filings.save(world.school(World.PROVINCE), Typing.manual(), Typing.CONTACT);
        assertThat(picked.inView(officer.reach(), RowFilter.ALL, ANY)).hasSize(10);
        jdbc.sql("update organisation.unit set closed_at = now() where id = :id")
                .param("id", first.unitId())
                .update();
        assertThat(picked.inView(officer.reach(), RowFilter.ALL, ANY))
                .extracting(PickedRow::schoolId)
                .containsOnly(second.unitId());
    }

    @ParameterizedTest
    @CsvSource({
        "item=3.1, 2",
        "item=9, 0",
        "kind=SECONDARY, 5",
        "city=大同市, 5",
        "stage=SUBMITTED, 10",
        "stage=RETURNED, 0",
        "words=一职, 5",
        "words=三全育人, 2",
        "words=99140, 0",
        "words=99145, 10",
        "words=%25, 0",
        "least=14, 4",
        "most=10, 4",
        "least=11&most=14, 4",
        "changed=2020-11-02T01:59:59Z, 10",
        "changed=2020-11-02T02:00:00Z, 0",
        "resubmitted=1, 2",
        "opinion=AGREES, 1",
        "opinion=DISAGREES, 1",
        "opinion=NONE, 8",
        "kind=SECONDARY&item=3.1&stage=SUBMITTED&words=大同, 1"
    })
    void filters(String query, int count) {
        jdbc.sql(
                        """
                        update filing.undertaking set returns = 1
                         where id = any(:ids)
                        """)
                .param("ids", ids("item=3.3"))
                .update();
        opinion(ids("item=1")[0], true);
        opinion(ids("item=1")[1], false);
        assertThat(picked.inView(officer.reach(), filter(query), ANY)).hasSize(count);
    }

    @ParameterizedTest
    @EnumSource(RowOrder.class)
    void pagesThroughEveryRowOnceForwardsAndBackwards(RowOrder order) {
        many();
        var all = new ArrayList<Long>();
        rows.each(officer.reach(), RowFilter.ALL, order, row -> all.add(row.id()));
        var forwards = new ArrayList<Long>();
        var slice = slice(order, Place.BEGINNING);
        assertThat(slice.previous()).isNull();
        forwards.addAll(ids(slice));
        while (slice.next() != null) {
            slice = slice(order, new Place(slice.next(), false));
            assertThat(slice.previous()).isNotNull();
            forwards.addAll(ids(slice));
        }
        assertThat(all).hasSize(130).doesNotHaveDuplicates();
        assertThat(forwards).isEqualTo(all);
        var backwards = new ArrayList<Long>(ids(slice));
        while (slice.previous() != null) {
            slice = slice(order, new Place(slice.previous(), true));
            assertThat(slice.next()).isNotNull();
            backwards.addAll(0, ids(slice));
        }
        assertThat(backwards).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "x~1", "1~x", "1", "2020-11-02~1", "'~1", "9999999999999999999~1"})
    void beginsAtTheBeginningWhereAPlaceIsNone(String at) {
        for (var order : RowOrder.values()) {
            if (order != RowOrder.SCHOOL && order != RowOrder.ITEM) {
                assertThat(slice(order, new Place(at, false)).lines()).hasSize(10);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "item=3.2", "kind=SECONDARY", "stage=APPROVED", "least=11", "words=一职"})
    void sumsWhatIsInView(String query) {
        var one = picked.inView(officer.reach(), filter("item=3.2"), ANY).getFirst();
        decisions.decide(officer, one.schoolId(), Step.APPROVE, List.of(one.pick()), "", Set.of());
        var lines = new ArrayList<RowLine>();
        rows.each(officer.reach(), filter(query), RowOrder.SCHOOL, lines::add);
        var totals = rows.totals(officer.reach(), filter(query), World.DURING.minusSeconds(1));
        assertThat(totals.rows()).isEqualTo(lines.size());
        assertThat(totals.changed()).isEqualTo(lines.size());
        assertThat(totals.schools())
                .isEqualTo(lines.stream().map(line -> line.school().id()).distinct().count());
        assertThat(totals.waiting())
                .isEqualTo(lines.stream().filter(line -> line.stage() == Stage.SUBMITTED).count());
        assertThat(totals.quantity())
                .isEqualTo(
                        lines.stream()
                                .map(line -> line.values().quantity())
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .sum());
        var funds = Funds.NONE;
        for (var line : lines) {
            funds = funds.plus(line.values());
        }
        assertThat(totals.funds()).isEqualTo(funds);
    }

    @Test
    void countsEveryStageWhateverStageIsInView() {
        var one = picked.inView(officer.reach(), filter("item=3.2"), ANY).getFirst();
        decisions.decide(officer, one.schoolId(), Step.APPROVE, List.of(one.pick()), "", Set.of());
        var totals = rows.totals(officer.reach(), filter("stage=APPROVED&item=3.2"), null);
        assertThat(totals.rows()).isEqualTo(1);
        assertThat(totals.waiting()).isZero();
        assertThat(totals.count(Stage.APPROVED)).isEqualTo(1);
        assertThat(totals.count(Stage.SUBMITTED)).isEqualTo(1);
        assertThat(totals.all()).isEqualTo(2);
        assertThat(totals.changed()).isZero();
    }

    @Test
    void sumsNothingOfAnotherProvince() {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(rows.totals(neighbour.reach(), RowFilter.ALL, null).all()).isZero();
        assertThat(
                        rows.slice(
                                        neighbour.reach(),
                                        RowFilter.ALL,
                                        RowOrder.SCHOOL,
                                        Place.BEGINNING)
                                .lines())
                .isEmpty();
        rows.each(
                neighbour.reach(),
                RowFilter.ALL,
                RowOrder.SCHOOL,
                row -> {
                    throw new AssertionError(row);
                });
    }

    @Test
    void marksByTheMediansOfPeersOnceThereAreEnough() {
        six("1", "10");
        assertThat(marked("3.1")).isEmpty();
        rows.keepMarksFresh(officer.reach(), World.DURING);
        assertThat(marked("3.1")).isEmpty();
        set("3.1", first, 12, 100_000);
        set("3.2", first, 1, 0);
        assertThat(marked("3.1")).containsExactly("承接数量 12，同类院校中位数 1");
        assertThat(marked("3.2")).containsExactly("四项投入均为 0");
        set("3.1", first, 201, 6_000_000_000L);
        assertThat(marked("3.1"))
                .containsExactly(
                        "疑为按“元”填写：汇总 600,000 万元，同类院校中位数 10",
                        "承接数量 201，同类院校中位数 1",
                        "承接数量 201，超过全国目标 200 所");
    }

    /** The 中职 is alone of its kind, so it is measured by all. */
    @Test
    void measuresByTheWholeProvinceWhereAKindHasFewRows() {
        six("1", "10");
        rows.keepMarksFresh(officer.reach(), World.DURING);
        set("3.1", second, 5, 100_000);
        assertThat(marked("3.1")).containsExactly("承接数量 5，全省中位数 1");
    }

    @Test
    void computesMediansAnewAfterFiveMinutes() {
        six("1", "10");
        rows.keepMarksFresh(officer.reach(), World.DURING);
        jdbc.sql("update filing.undertaking set quantity = 3 where quantity = 1").update();
        set("3.1", first, 12, 100_000);
        rows.keepMarksFresh(officer.reach(), World.DURING.plusSeconds(299));
        assertThat(marked("3.1")).containsExactly("承接数量 12，同类院校中位数 1");
        rows.keepMarksFresh(officer.reach(), World.DURING.plusSeconds(301));
        assertThat(marked("3.1")).isEmpty();
    }

    /** Twenty-four more schools, so that there is more than a page. */
    private void many() {
        for (int i = 0; i < 24; i++) {
            filings.submit(world.school(World.PROVINCE), Typing.manual(), Typing.CONTACT);
        }
    }

    /** Six more colleges that ask for 3.1 and 3.2 alike. */
    private void six(String quantity, String wan) {
        for (int i = 0; i < 6; i++) {
            filings.submit(
                    world.school(World.PROVINCE),
                    List.of(
                            Typing.row("3.1", 0, quantity, wan, "0", "0", "0"),
                            Typing.row("3.2", 0, quantity, wan, "0", "0", "0")),
                    Typing.CONTACT);
        }
    }

    private void set(String item, Actor school, long quantity, long yuan) {
        jdbc.sql(
                        """
                        update filing.undertaking
                           set quantity = :quantity, self_raised = :yuan, industry = 0, sponsor = 0, local = 0
                         where id = :id
                        """)
                .param("quantity", quantity)
                .param("yuan", yuan)
                .param("id", ids("item=" + item + "&school=" + school.unitId())[0])
                .update();
    }

    private List<String> marked(String item) {
        var words = new ArrayList<String>();
        rows.each(
                officer.reach(),
                filter("marked=1&item=" + item),
                RowOrder.SCHOOL,
                row -> row.marks().forEach(mark -> words.add(row.why(mark))));
        return words;
    }

    private Slice<RowLine> slice(RowOrder order, Place place) {
        return rows.slice(officer.reach(), RowFilter.ALL, order, place);
    }

    private static List<Long> ids(Slice<RowLine> slice) {
        return slice.lines().stream().map(RowLine::id).toList();
    }

    private Long[] ids(String query) {
        return picked.inView(officer.reach(), filter(query), ANY).stream()
                .map(PickedRow::undertakingId)
                .toArray(Long[]::new);
    }

    private void opinion(long row, boolean agrees) {
        jdbc.sql(
                        """
                        insert into review.opinion (undertaking_id, school_path, agrees, words, row_version, at, by_account, by_name)
                        select id, school_path, :agrees, '意见', version, now(), :account, '市局' from filing.undertaking where id = :row
                        """)
                .param("row", row)
                .param("agrees", agrees)
                .param("account", officer.accountId())
                .update();
    }

    private static RowFilter filter(String query) {
        return RowFilter.parse(query);
    }

    private static Amount wan(long wan) {
        return new Amount(wan * 10_000);
    }
}
