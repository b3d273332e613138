package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which schools are in view, and which comes next (spec R4, R7, X2). */
@PageTest
class SchoolsTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private PickedRows picked;
    @Autowired private Schools schools;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor submitted;
    private Actor saved;
    private Actor absent;

    @BeforeEach
    void file() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        submitted = world.school(World.PROVINCE);
        saved = world.school(World.PROVINCE);
        absent = world.school(World.PROVINCE);
        jdbc.sql(
                        "update organisation.unit set kind = 'SECONDARY', city = '大同市', name = '大同一职' where id = :id")
                .param("id", saved.unitId())
                .update();
        filings.submit(submitted, Typing.manual(), Typing.CONTACT);
        filings.save(saved, Typing.manual().subList(0, 2), Typing.CONTACT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3",
        "standing=SUBMITTED, 1",
        "standing=FILLING_IN, 1",
        "standing=NOT_SIGNED_IN, 1",
        "standing=DECIDED, 0",
        "kind=SECONDARY, 1",
        "kind=OTHER, 0",
        "city=大同市, 1",
        "words=一职, 1",
        "words=大同市, 1",
        "words=99145, 3",
        "words=%25, 0",
        "least=57, 1",
        "least=24&most=56, 1",
        "most=0, 1",
        "changed=2020-11-02T01:59:59Z, 2",
        "changed=2020-11-02T02:00:00Z, 0",
        "waiting=1, 1",
        "resubmitted=1, 0",
        "waiting=1&standing=FILLING_IN, 0"
    })
    void filters(String query, int count) {
        var filter = SchoolFilter.parse(query);
        assertThat(SchoolFilter.parse(filter.query())).isEqualTo(filter);
        assertThat(slice(filter, SchoolOrder.STANDING, Place.BEGINNING).lines()).hasSize(count);
        assertThat(schools.totals(officer.reach(), filter, null).schools()).isEqualTo(count);
    }

    @Test
    void findsSchoolsWithRowsThatWereMended() {
        jdbc.sql("update filing.undertaking set returns = 1 where school_path = :path")
                .param("path", submitted.path())
                .update();
        assertThat(
                        slice(
                                        SchoolFilter.parse("resubmitted=1"),
                                        SchoolOrder.CODE,
                                        Place.BEGINNING)
                                .lines())
                .extracting(SchoolLine::id)
                .containsExactly(submitted.unitId());
    }

    @Test
    void leavesOutClosedSchools() {
        jdbc.sql("update organisation.unit set closed_at = now() where id = :id")
                .param("id", saved.unitId())
                .update();
        assertThat(slice(SchoolFilter.ALL, SchoolOrder.CODE, Place.BEGINNING).lines()).hasSize(2);
        assertThat(schools.cities(officer.reach())).containsExactly("太原市");
    }

    @Test
    void sumsWhatIsInViewAndCountsEveryStanding() {
        var totals =
                schools.totals(
                        officer.reach(),
                        SchoolFilter.parse("standing=SUBMITTED"),
                        World.DURING.minusSeconds(1));
        assertThat(totals.schools()).isEqualTo(1);
        assertThat(totals.rows()).isEqualTo(5);
        assertThat(totals.waiting()).isEqualTo(5);
        assertThat(totals.changed()).isEqualTo(1);
        assertThat(totals.funds().total().plain()).isEqualTo("57");
        assertThat(totals.count(Standing.FILLING_IN)).isEqualTo(1);
        assertThat(totals.all()).isEqualTo(3);
        var funds = Funds.NONE;
        for (var line : slice(SchoolFilter.ALL, SchoolOrder.TOTAL, Place.BEGINNING).lines()) {
            funds = funds.plus(line.funds());
        }
        assertThat(schools.totals(officer.reach(), SchoolFilter.ALL, null).funds())
                .isEqualTo(funds);
    }

    @Test
    void putsThoseThatWaitFirst() {
        assertThat(slice(SchoolFilter.ALL, SchoolOrder.STANDING, Place.BEGINNING).lines())
                .extracting(SchoolLine::id)
                .containsExactly(submitted.unitId(), saved.unitId(), absent.unitId());
    }

    @ParameterizedTest
    @EnumSource(SchoolOrder.class)
    void pagesThroughEverySchoolOnce(SchoolOrder order) {
        for (int i = 0; i < 110; i++) {
            world.school(World.PROVINCE);
        }
        var all = new ArrayList<Long>();
        schools.each(officer.reach(), SchoolFilter.ALL, order, school -> all.add(school.id()));
        var paged = new ArrayList<Long>();
        var slice = slice(SchoolFilter.ALL, order, Place.BEGINNING);
        paged.addAll(ids(slice));
        while (slice.next() != null) {
            slice = slice(SchoolFilter.ALL, order, new Place(slice.next(), false));
            paged.addAll(ids(slice));
        }
        assertThat(all).hasSize(113).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(all);
        var previous = java.util.Objects.requireNonNull(slice.previous());
        assertThat(ids(slice(SchoolFilter.ALL, order, new Place(previous, true))))
                .isEqualTo(all.subList(50, 100));
    }

    @Test
    void goesRoundTheSchoolsThatWait() {
        var other = world.school(World.PROVINCE);
        filings.submit(other, Typing.manual(), Typing.CONTACT);
        assertThat(schools.nextWaiting(submitted.unitId(), officer.reach()))
                .hasValue(other.unitId());
        assertThat(schools.nextWaiting(other.unitId(), officer.reach()))
                .hasValue(submitted.unitId());
        assertThat(schools.nextWaiting(saved.unitId(), officer.reach()))
                .hasValue(submitted.unitId());
        decideAll(other);
        assertThat(schools.nextWaiting(submitted.unitId(), officer.reach())).isEmpty();
        assertThat(schools.nextWaiting(other.unitId(), officer.reach()))
                .hasValue(submitted.unitId());
    }

    @Test
    void showsAnotherProvinceNothing() {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省").reach();
        assertThat(
                        schools.slice(
                                        neighbour,
                                        SchoolFilter.ALL,
                                        SchoolOrder.CODE,
                                        Place.BEGINNING)
                                .lines())
                .isEmpty();
        assertThat(schools.totals(neighbour, SchoolFilter.ALL, null).all()).isZero();
        assertThat(schools.cities(neighbour)).isEmpty();
        assertThat(schools.nextWaiting(submitted.unitId(), neighbour)).isEmpty();
    }

    private void decideAll(Actor school) {
        var picks =
                picked.inView(
                        officer.reach(),
                        RowFilter.parse("school=" + school.unitId()),
                        Set.of(Stage.SUBMITTED));
        decisions.decide(
                officer,
                school.unitId(),
                Step.APPROVE,
                picks.stream().map(PickedRow::pick).toList(),
                "",
                Set.of());
    }

    private Slice<SchoolLine> slice(SchoolFilter filter, SchoolOrder order, Place place) {
        return schools.slice(officer.reach(), filter, order, place);
    }

    private static List<Long> ids(Slice<SchoolLine> slice) {
        return slice.lines().stream().map(SchoolLine::id).toList();
    }
}
