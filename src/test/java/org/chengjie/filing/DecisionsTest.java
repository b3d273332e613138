package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 审核 (spec R1, R2, R4, R5, F10). */
@PageTest
@Tag("server")
class DecisionsTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        school = world.school(World.PROVINCE);
        filings.submit(school, manual(), CONTACT);
    }

    @Test
    void approvesSeveralRowsAtOnceAndSumsThem() {
        var outcome = decide(Step.APPROVE, "", "1", "3.1", "3.2");
        assertThat(outcome).isEqualTo(new Outcome(3, List.of()));
        var form = filings.form(school);
        assertThat(filing().approved(form.items()).tasks()).isEqualTo(2);
        assertThat(filing().approved(form.items()).funds().total()).hasToString("37");
        assertThat(filing().intended(form.items()).funds().total()).hasToString("57");
        assertThat(filing().reviewStartedAt()).isEqualTo(World.DURING);
    }

    @Test
    void returnsWithTheCellsAtFaultAndTheValuesOfThatMoment() {
        decide(Step.RETURN, " 举办方投入请核实 ", Set.of(Cell.SPONSOR, Cell.QUANTITY), "3.2");
        assertThat(stored("3.2").stage()).isEqualTo(Stage.RETURNED);
        var move = filings.history(filings.form(school), officer.reach()).moves().getFirst();
        assertThat(move.reason()).isEqualTo("举办方投入请核实");
        assertThat(move.cells()).containsExactlyInAnyOrder(Cell.SPONSOR, Cell.QUANTITY);
        assertThat(move.values()).isEqualTo(Manual.values(2L, 2, 1, 2, 6));
        assertThat(move.byName()).isEqualTo("周敏");
    }

    @Test
    void rejectsAndReopens() {
        decide(Step.REJECT, "不符合条件", "1");
        assertThat(stored("1").stage()).isEqualTo(Stage.REJECTED);
        decide(Step.REOPEN, "补了材料", "1");
        assertThat(stored("1").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(
                        jdbc.sql(
                                        "select action || ' ' || reason || ' ' || changes from audit.entry order by id desc limit 1")
                                .query(String.class)
                                .single())
                .isEqualTo(
                        "重新审核 补了材料 [{\"after\": \"待审核\", \"field\": \"1 审核情况\", \"before\": \"不通过\"}]");
    }

    @Test
    void releasesTheWholeFormWhichIsThenFiledAnew() {
        decide(Step.APPROVE, "", "1");
        decide(Step.RETURN, "改", "2");
        decide(Step.REJECT, "不行", "3.1");
        decisions.release(officer, school.unitId(), "学校申请重填");
        assertThat(filing().count(Stage.DRAFT)).isEqualTo(5);
        assertThat(filing().submitted()).isFalse();
        assertThat(filing().reviewStarted()).isFalse();
        assertThat(filings.submit(school, List.of(), null)).isInstanceOf(Submission.Accepted.class);
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
    }

    @Test
    void releasesOnlyWhatIsSubmitted() {
        filings.withdraw(school);
        refuses(
                () -> decisions.release(officer, school.unitId(), "学校申请"),
                Refusal.Kind.CONFLICT,
                "这所学校没有已提交的填报，不需要放开。");
    }

    @ParameterizedTest
    @EnumSource(names = {"RETURN", "REJECT", "REOPEN"})
    void owesAReason(Step step) {
        refuses(() -> decide(step, " \u3000\n", "1"), Refusal.Kind.INVALID, null);
        unchanged();
    }

    @Test
    void owesAReasonForARelease() {
        refuses(
                () -> decisions.release(officer, school.unitId(), " "),
                Refusal.Kind.INVALID,
                "放开整表要写原因，学校会看到。");
        unchanged();
    }

    @Test
    void takesAReasonOf500CharactersAndNoMore() {
        refuses(
                () -> decide(Step.RETURN, "长".repeat(501), "1"),
                Refusal.Kind.INVALID,
                "意见最多 500 字，现在是 501 字。");
        assertThat(decide(Step.RETURN, "长".repeat(500), "1").moved()).isEqualTo(1);
    }

    @Test
    void namesTheRowThatAnotherDecidedMeanwhileAndDoesTheOthers() {
        var seen = picks("1", "2");
        decide(Step.RETURN, "先改", "1");
        var second = world.officer(World.PROVINCE, "吴刚");
        var outcome = decisions.decide(second, school.unitId(), Step.APPROVE, seen, "", Set.of());
        assertThat(outcome.moved()).isEqualTo(1);
        assertThat(outcome.missed()).containsExactly("1 已由周敏于 11-02 10:00 改为“退回修改”，您的“通过”没有生效。");
        assertThat(stored("1").stage()).isEqualTo(Stage.RETURNED);
        assertThat(stored("2").stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void makesNoStepThatDoesNotLeadFromTheStage() {
        decide(Step.APPROVE, "", "1");
        assertThat(decide(Step.REJECT, "不行", "1").moved()).isZero();
        assertThat(decide(Step.REOPEN, "再看", "2").moved()).isZero();
        assertThat(stored("1").stage()).isEqualTo(Stage.APPROVED);
        assertThat(stored("2").stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void knowsNoSchoolOutOfReach() {
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        refuses(
                () ->
                        decisions.decide(
                                neighbour, school.unitId(), Step.APPROVE, picks("1"), "", Set.of()),
                Refusal.Kind.NOT_FOUND,
                null);
        refuses(
                () -> decisions.release(neighbour, school.unitId(), "学校申请"),
                Refusal.Kind.NOT_FOUND,
                null);
        unchanged();
    }

    @Test
    void knowsNoRowOfAnotherSchool() {
        var other = world.school(World.PROVINCE);
        filings.submit(other, manual(), CONTACT);
        var mixed = List.of(picks("1").getFirst(), pick(other, "2"));
        refuses(
                () -> decisions.decide(officer, school.unitId(), Step.APPROVE, mixed, "", Set.of()),
                Refusal.Kind.NOT_FOUND,
                null);
        unchanged();
    }

    @Test
    void asksForAtLeastOneRow() {
        refuses(() -> decide(Step.APPROVE, ""), Refusal.Kind.INVALID, "还没有选择任何一行。请先勾选要审核的任务。");
    }

    @Test
    void letsNeitherTheSchoolNorAViewerDecide() {
        for (var other : List.of(school, World.as(officer, Role.VIEWER), world.ministry())) {
            refuses(
                    () ->
                            decisions.decide(
                                    other, school.unitId(), Step.APPROVE, picks("1"), "", Set.of()),
                    Refusal.Kind.NOT_ALLOWED,
                    null);
            refuses(
                    () -> decisions.release(other, school.unitId(), "要重填"),
                    Refusal.Kind.NOT_ALLOWED,
                    null);
        }
        unchanged();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMIT", "WITHDRAW", "RELEASE", "UNDO"})
    void decidesNothingThatIsNoDecisionOnRows(Step step) {
        refuses(() -> decide(step, "原因", "1"), Refusal.Kind.NOT_ALLOWED, null);
        unchanged();
    }

    private Outcome decide(Step step, String reason, String... items) {
        return decide(step, reason, Set.of(), items);
    }

    private Outcome decide(Step step, String reason, Set<Cell> cells, String... items) {
        return decisions.decide(officer, school.unitId(), step, picks(items), reason, cells);
    }

    private List<Pick> picks(String... items) {
        return List.of(items).stream().map(no -> pick(school, no)).toList();
    }

    private Pick pick(Actor of, String no) {
        return Pick.of(filings.form(of).row(item(no)));
    }

    private void unchanged() {
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
        assertThat(filing().reviewStarted()).isFalse();
    }

    private static void refuses(
            ThrowingCallable call,
            Refusal.Kind kind,
            @org.jspecify.annotations.Nullable String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.kind()).isEqualTo(kind);
                            if (words != null) {
                                assertThat(refused.words()).isEqualTo(words);
                            }
                        });
    }

    private Undertaking stored(String no) {
        return filings.form(school).row(item(no));
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private Filing filing() {
        return Objects.requireNonNull(filings.form(school).filing());
    }
}
