package org.chengjie.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.provincial.ProvinceCase.funds;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Extensions;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Mergers;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.ProvinceCase;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is published moves by adjustment only: every way there is says so in words, and the database
 * refuses what asks it directly (spec P5, W4, R1).
 */
@PageTest
@Tag("server")
class FrozenTest {

    private static final String OFFICERS = "已公布，如需调整请走调整备案。";
    private static final String SCHOOLS = OFFICERS + "请联系省厅管理员。";

    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private ProvinceCase province;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Extensions extensions;
    @Autowired private Mergers mergers;
    @Autowired private OwnUndertakings own;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor ministry;
    private Actor school;
    private Actor late;

    @BeforeEach
    void publish() {
        officer = world.officer(World.PROVINCE, "周敏");
        ministry = world.ministry();
        world.open(officer);
        late = world.school(World.PROVINCE);
        filings.save(late, Typing.manual(), Typing.CONTACT);
        province.decide(officer, province.submitted(World.PROVINCE), Step.RETURN);
        province.decide(officer, province.submitted(World.PROVINCE), Step.REJECT);
        school = cases.published(officer, ministry);
    }

    @Test
    void refusesEveryMoveOfASchool() {
        refuses(SCHOOLS, () -> filings.save(late, Typing.manual(), null));
        refuses(SCHOOLS, () -> filings.check(late, Typing.manual(), null));
        refuses(SCHOOLS, () -> filings.submit(late, Typing.manual(), Typing.CONTACT));
        refuses(SCHOOLS, () -> filings.withdraw(school));
        refuses(SCHOOLS, () -> filings.mend(school, Typing.manual()));
        refuses(SCHOOLS, () -> filings.resubmit(school, Typing.manual(), Set.of("1")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"APPROVE", "RETURN", "REJECT", "REOPEN"})
    void refusesEveryDecision(Step step) {
        var rows = province.at(school, Stage.APPROVED);
        refuses(
                OFFICERS,
                () -> decisions.decide(officer, school.unitId(), step, rows, "请核实", Set.of()));
    }

    @Test
    void refusesToUndoToReleaseToExtendAndToMerge() {
        long last = decisions.last(officer).orElseThrow().id();
        refuses(OFFICERS, () -> decisions.undo(officer, last));
        assertThat(decisions.last(officer).orElseThrow().id()).isEqualTo(last);
        refuses(OFFICERS, () -> decisions.release(officer, school.unitId(), "请重填"));
        refuses(
                OFFICERS,
                () -> extensions.grant(officer, late.unitId(), LocalDate.of(2020, 12, 5), "停电"));
        long empty = world.school(World.PROVINCE).unitId();
        var seen = mergers.preview(officer, school.unitId(), empty).seen();
        refuses(OFFICERS, () -> mergers.merge(officer, school.unitId(), empty, seen, "合并"));
    }

    @Test
    void refusesWhatTheProvinceWouldChangeOfItsOwn() {
        refuses(OFFICERS, () -> own.save(officer, List.of(funds("1", 0, "1"))));
        refuses(OFFICERS, () -> windows.publish(officer, plans.current().id(), World.WINDOW));
        refuses(OFFICERS, () -> windows.withhold(officer, plans.current(), List.of()));
        assertThatThrownBy(() ->
                        submissions.submit(officer, submissions.readiness(officer).rollUp().seen()))
                .isInstanceOf(Refusal.class);
    }

    /** Every pair of stages that a step leads from and to, straight at the table. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void letsNoStatementMoveARow(Step step) {
        for (var from : step.from()) {
            var row =
                    jdbc.sql(
                                    """
                                    select id from filing.undertaking
                                     where starts_with(school_path, :path) and undertaken and stage = :stage limit 1
                                    """)
                            .param("path", officer.path())
                            .param("stage", from.name())
                            .query((line, n) -> line.getLong("id"))
                            .optional();
            // A row that waits cannot be there: nothing is published while one does.
            assertThat(row.isPresent()).as("%s", from).isEqualTo(from != Stage.SUBMITTED);
            row.ifPresent(id ->
                    refused(
                            "update filing.undertaking set stage = '%s' where id = %d"
                                    .formatted(step.to() == from ? Stage.DRAFT : step.to(), id)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update filing.undertaking set local = local + 1 where stage = 'APPROVED' and starts_with(school_path, :path)",
                "update filing.undertaking set quantity = 9 where stage = 'APPROVED' and takes_quantity and starts_with(school_path, :path)",
                "update filing.undertaking set undertaken = false, stage = 'DRAFT', quantity = null, self_raised = null,"
                        + " industry = null, sponsor = null, local = null where stage = 'APPROVED' and starts_with(school_path, :path)",
                "delete from filing.undertaking where stage = 'APPROVED' and starts_with(school_path, :path)",
                "update filing.filing set submitted_at = null, receipt_no = null, review_started_at = null where submitted_at is not null and starts_with(school_path, :path)",
                "update filing.filing set submitted_at = now(), receipt_no = 'x' where submitted_at is null and starts_with(school_path, :path)",
                "delete from filing.filing where starts_with(school_path, :path)",
                "update provincial.own_row set funds = funds + 1 where starts_with(province_path, :path)",
                "update provincial.own_row set bodies = '别家' where starts_with(province_path, :path)",
                "delete from provincial.own_row where starts_with(province_path, :path)",
                "insert into provincial.own_row select province_id, province_path, (select max(id) from plan.item where not takes_quantity),"
                        + " false, false, null, '', 5, 1, changed_at, changed_by, changed_name from provincial.own_row where starts_with(province_path, :path)",
                "update provincial.submission set returned_at = now(), accepted_at = null where starts_with(province_path, :path)",
                "delete from provincial.submission where starts_with(province_path, :path)",
                "update provincial.submission_line l set local = local + 1 from provincial.submission s where s.id = l.submission_id and starts_with(s.province_path, :path)",
                "update filing.filing_window set published_at = null where province_id = split_part(:path, '/', 3)::bigint",
                "update filing.filing_window set sealed_at = null, published_at = null where province_id = split_part(:path, '/', 3)::bigint",
                "delete from filing.filing_window where province_id = split_part(:path, '/', 3)::bigint",
                "update organisation.unit u set closed_at = now() where tier = 'SCHOOL' and starts_with(u.path, :path)"
                        + " and exists (select from filing.undertaking r where r.school_path = u.path and r.stage = 'APPROVED')"
            })
    void letsNoStatementChangeWhatIsPublished(String statement) {
        refused(statement);
    }

    /** A school that moves to another city of its province takes its rows along. */
    @Test
    void letsPathsFollowWithinTheProvince() {
        assertThat(
                        jdbc.sql(
                                        """
                                        update filing.undertaking set school_path = :path || '999999999/'
                                         where starts_with(school_path, :path)
                                        """)
                                .param("path", officer.path())
                                .update())
                .isPositive();
    }

    @Test
    void leavesAnotherProvinceFreeToMove() {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        world.open(neighbour);
        var theirs = province.approved(neighbour);
        province.decide(neighbour, theirs, Step.REOPEN);
        assertThat(province.waiting(theirs)).hasSize(5);
        assertThat(Objects.requireNonNull(filings.form(theirs).filing()).submitted()).isTrue();
    }

    private void refused(String statement) {
        jdbc.sql("savepoint before").update();
        jdbc.sql("set constraints all immediate").update();
        assertThatThrownBy(() -> jdbc.sql(statement).param("path", officer.path()).update())
                .as(statement)
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("Published figures move by adjustment only");
        jdbc.sql("rollback to savepoint before").update();
    }

    private static void refuses(String words, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.words()).isEqualTo(words);
                            assertThat(refused.kind()).isEqualTo(Refusal.Kind.CLOSED);
                        });
    }
}
