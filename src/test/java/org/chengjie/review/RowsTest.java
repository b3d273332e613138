package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        var picked = rows.picks(officer.reach(), RowFilter.ALL, ANY);
        assertThat(picked).hasSize(10);
        assertThat(picked).extracting(PickedRow::schoolId).startsWith(first.unitId());
        assertThat(picked.subList(5, 10)).extracting(PickedRow::schoolName).containsOnly("大同一职");
        assertThat(picked.subList(0, 5))
                .extracting(PickedRow::total)
                .containsExactly(wan(10), wan(14), wan(16), wan(11), wan(6));
    }

    @Test
    void picksOnlyWhatStandsAsAskedFor() {
        var one = rows.picks(officer.reach(), filter("item=1&school=" + first.unitId()), ANY);
        decisions.decide(
                officer,
                first.unitId(),
                Step.APPROVE,
                List.of(one.getFirst().pick()),
                "",
                Set.of());
        assertThat(rows.picks(officer.reach(), RowFilter.ALL, Set.of(Stage.SUBMITTED))).hasSize(9);
        assertThat(rows.picks(officer.reach(), RowFilter.ALL, Set.of(Stage.APPROVED))).hasSize(1);
    }

    @Test
    void showsAnotherProvinceNothing() {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(rows.picks(neighbour.reach(), RowFilter.ALL, ANY)).isEmpty();
        assertThat(rows.picks(neighbour.reach(), filter("school=" + first.unitId()), ANY))
                .isEmpty();
    }

    @Test
    void leavesOutDraftsAndClosedSchools() {
        filings.save(world.school(World.PROVINCE), Typing.manual(), Typing.CONTACT);
        assertThat(rows.picks(officer.reach(), RowFilter.ALL, ANY)).hasSize(10);
        jdbc.sql("update organisation.unit set closed_at = now() where id = :id")
                .param("id", first.unitId())
                .update();
        assertThat(rows.picks(officer.reach(), RowFilter.ALL, ANY))
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
        assertThat(rows.picks(officer.reach(), filter(query), ANY)).hasSize(count);
    }

    private Long[] ids(String query) {
        return rows.picks(officer.reach(), filter(query), ANY).stream()
                .map(PickedRow::undertakingId)
                .toArray(Long[]::new);
    }

    private void opinion(long row, boolean agrees) {
        jdbc.sql(
                        """
                        insert into review.opinion (undertaking_id, school_path, agrees, row_version, at, by_account, by_name)
                        select id, school_path, :agrees, version, now(), :account, '市局' from filing.undertaking where id = :row
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
