package org.chengjie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Typing;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The second wall: queries that ask for everything, as one would whose condition was forgotten, are
 * shown what is in reach and no more (spec X2).
 */
@PageTest
class WallTest {

    /**
     * Each with its reason in afterMigrate.sql: the plan, and what is asked before anybody is
     * known.
     */
    private static final Set<String> OPEN_TO_ALL =
            Set.of(
                    "account.approach",
                    "account.captcha",
                    "account.rule",
                    "plan.amendment",
                    "plan.amendment_change",
                    "plan.area",
                    "plan.clause",
                    "plan.import",
                    "plan.item",
                    "plan.plan",
                    "plan.task",
                    "plan.wording",
                    "publication.edition",
                    "publication.edition_change",
                    "publication.edition_item",
                    "publication.edition_line",
                    "publication.edition_province");

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor stranger;
    private Actor school;
    private Actor other;

    @BeforeEach
    void fileAtTwoSchools() {
        officer = world.officer(World.PROVINCE, "周敏");
        stranger = world.officer(World.OTHER_PROVINCE, "冯涛");
        world.open(officer);
        school = world.school(World.PROVINCE);
        other = world.school(World.PROVINCE);
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        filings.submit(other, Typing.manual(), Typing.CONTACT);
    }

    @Test
    void showsASchoolItsOwnRowsWithoutAnyCondition() {
        for (var table : List.of("filing.filing", "filing.undertaking", "filing.move")) {
            assertThat(pathsSeen(school, table)).as(table).containsExactly(school.path());
        }
        assertThat(seen(school, "filing.submission")).isEqualTo(1);
        assertThat(seen(school, "filing.submitted_row")).isEqualTo(5);
        assertThat(seen(school, "account.account")).isEqualTo(1);
        assertThat(seen(school, "review.row")).isEqualTo(5);
        assertThat(seen(school, "organisation.unit where tier = 'SCHOOL'")).isEqualTo(1);
    }

    @Test
    void showsAProvinceItsSchoolsAndAnotherNone() {
        assertThat(pathsSeen(officer, "filing.undertaking"))
                .containsExactlyInAnyOrder(school.path(), other.path());
        for (var what :
                List.of(
                        "filing.filing",
                        "filing.undertaking",
                        "filing.move",
                        "filing.submission",
                        "filing.submitted_row",
                        "filing.saving",
                        "filing.filing_window",
                        "audit.entry",
                        "review.row",
                        "review.school where name like '学校%'")) {
            assertThat(seen(stranger, what)).as(what).isZero();
            assertThat(seen(officer, what)).as(what).isPositive();
        }
    }

    @Test
    void showsNothingWhereNobodyHasSaidWhoseReachItIs() {
        try (var _ = Wall.aroundNobody()) {
            assertThat(count("filing.filing")).isZero();
            assertThat(count("account.account")).isZero();
            assertThat(count("filing.filing_window")).isZero();
            assertThat(count("organisation.unit where tier in ('SCHOOL', 'CITY')")).isZero();
        }
    }

    @Test
    void changesNothingOutOfReach() {
        try (var _ = Wall.around(school.reach())) {
            assertThat(jdbc.sql("update filing.undertaking set local = 77").update()).isEqualTo(5);
            assertThat(jdbc.sql("delete from account.login").update()).isZero();
        }
        assertThat(
                        jdbc.sql(
                                        "select count(*) from filing.undertaking where local = 77 and school_path <> :path")
                                .param("path", school.path())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void refusesARowThatIsWrittenOutOfReach() {
        assertThatThrownBy(() ->
                        Wall.within(
                                school.reach(),
                                () ->
                                        jdbc.sql("update filing.filing set school_path = :path")
                                                .param("path", other.path())
                                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void refusesASchoolThatSetsTheDaysOfItsProvince() {
        assertThatThrownBy(() ->
                        Wall.within(
                                school.reach(),
                                () ->
                                        jdbc.sql(
                                                        "update filing.filing_window set closes = closes + 1, revision_closes = revision_closes + 1")
                                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void refusesThatWhatHappenedIsChanged() {
        assertThatThrownBy(() -> jdbc.sql("update audit.entry set actor = ''").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void goesBackToTheReachThatHeldBefore() {
        try (var _ = Wall.around(school.reach())) {
            assertThat(count("filing.filing")).isEqualTo(1);
            assertThat(Wall.within(officer.reach(), () -> count("filing.filing"))).isEqualTo(2);
            assertThat(count("filing.filing")).isEqualTo(1);
        }
    }

    @Test
    void worksAsARoleThatOwnsNothingAndIsHeldToEveryPolicy() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin
                                          from pg_roles where rolname = current_user
                                        """)
                                .query(Boolean.class)
                                .single())
                .isFalse();
        assertThat(
                        names(
                                """
                                select c.oid::regclass::text as name from pg_class c
                                 where c.relowner::regrole::text = current_user
                                   and c.relpersistence <> 't'
                                """))
                .isEmpty();
    }

    @Test
    void leavesNoTableWithoutAPolicy() {
        assertThat(tables("not exists (select from pg_policy p where p.polrelid = c.oid)"))
                .as(
                        """
                        tables without a policy. A new one gets a line in R__wall.sql: the column with its path, or the \
                        province's id, or the table it hangs on. One that says nothing of anybody goes on the list in \
                        afterMigrate.sql, with its reason, and on the one here\
                        """)
                .isEqualTo(new TreeSet<>(OPEN_TO_ALL));
    }

    @Test
    void holdsEveryOtherTableBehindTheWallForItsOwnerToo() {
        assertThat(tables("not (c.relrowsecurity and c.relforcerowsecurity)"))
                .isEqualTo(new TreeSet<>(OPEN_TO_ALL));
    }

    @Test
    void mayNeitherTruncateNorChangeWhatHappened() {
        assertThat(tables("has_table_privilege(c.oid, 'truncate, references, trigger')")).isEmpty();
        assertThat(tables("has_table_privilege(c.oid, 'update, delete')"))
                .doesNotContain("audit.entry", "audit.link")
                .contains("filing.filing");
    }

    @Test
    void leavesNoViewThatShowsWhatItsOwnerMaySee() {
        assertThat(
                        names(
                                """
                                select c.relnamespace::regnamespace || '.' || c.relname as name
                                  from pg_class c
                                 where c.relkind in ('v', 'm')
                                   and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
                                   and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'
                                """))
                .isEmpty();
    }

    private Set<String> tables(String condition) {
        return names(
                """
                select c.relnamespace::regnamespace || '.' || c.relname as name
                  from pg_class c
                 where c.relkind in ('r', 'p')
                   and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public', 'pg_toast')
                   and c.relpersistence <> 't'
                   and %s
                """
                        .formatted(condition));
    }

    private Set<String> names(String sql) {
        return new TreeSet<>(jdbc.sql(sql).query((row, n) -> row.getString("name")).list());
    }

    private List<String> pathsSeen(Actor reader, String table) {
        return Wall.within(
                reader.reach(),
                () ->
                        jdbc.sql("select distinct school_path from " + table)
                                .query((row, n) -> row.getString("school_path"))
                                .list());
    }

    private long seen(Actor reader, String what) {
        return Wall.within(new Reach(reader.path()), () -> count(what));
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
