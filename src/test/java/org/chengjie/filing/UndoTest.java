package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 撤销 of one's own last decision, until the school has acted on it; runs that go on (spec R4). */
@PageTest
@Tag("server")
class UndoTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        school = world.school(World.PROVINCE);
        filings.submit(school, manual(), CONTACT);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVE", "RETURN", "REJECT"})
    void takesBackWhatWasDecidedAndGivesTheSchoolItsFormBack(Step step) {
        decide(step, "1", "3.2");
        assertThat(undo()).isEqualTo(new Outcome(2, List.of()));
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
        assertThat(filing().reviewStarted()).isFalse();
        assertThat(history().last(stored("1").id(), Set.of(step))).isEmpty();
        assertThat(history().of(stored("1").id()).stream().map(Move::step))
                .containsExactly(Step.UNDO, step, Step.SUBMIT);
        filings.withdraw(school);
        assertThat(filing().submitted()).isFalse();
    }

    @Test
    void leavesTheFormUnderReviewWhereAnotherDecisionStands() {
        decide(Step.APPROVE, "1");
        decide(Step.APPROVE, "2");
        undo();
        assertThat(stored("1").stage()).isEqualTo(Stage.APPROVED);
        assertThat(filing().reviewStarted()).isTrue();
    }

    @Test
    void leavesTheFormUnderReviewWhereARowWasOnlyReopened() {
        decide(Step.APPROVE, "1");
        decide(Step.REOPEN, "1");
        decide(Step.REJECT, "2");
        undo();
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
        assertThat(filing().reviewStarted()).isTrue();
    }

    @Test
    void takesBackOnlyTheRowsThatTheSchoolHasNotTouched() {
        decide(Step.RETURN, "3.1", "3.2");
        filings.mend(
                school,
                List.of(Typing.row("3.1", stored("3.1").version(), "1", "6", "5", "4", "9")));
        var outcome = undo();
        assertThat(outcome.moved()).isEqualTo(1);
        assertThat(outcome.missed()).containsExactly("3.1 已由李敏于 11-02 10:00 改为“退回修改”，您的“撤销”没有生效。");
        assertThat(stored("3.1").stage()).isEqualTo(Stage.RETURNED);
        assertThat(stored("3.2").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(filing().reviewStarted()).isTrue();
    }

    @Test
    void refusesASecondTime() {
        decide(Step.APPROVE, "1");
        var last = last();
        undo();
        refuses(() -> decisions.undo(officer, last.id()), "这次审核已经撤销，或学校已经处理，不能再撤销。");
    }

    @Test
    void refusesAnotherOfficersAndAnyButTheLast() {
        decide(Step.APPROVE, "1");
        var first = last();
        var colleague = world.officer(World.PROVINCE, "王磊");
        refuses(() -> decisions.undo(colleague, first.id()), "只能撤销您自己最近的一次审核。");
        decide(Step.APPROVE, "2");
        refuses(() -> decisions.undo(officer, first.id()), "只能撤销您自己最近的一次审核。");
        assertThat(filing().count(Stage.APPROVED)).isEqualTo(2);
    }

    @Test
    void refusesToTakeBackAReopening() {
        decide(Step.APPROVE, "1");
        decide(Step.REOPEN, "1");
        assertThat(last().undoable()).isFalse();
        refuses(() -> decisions.undo(officer, last().id()), "这次审核已经撤销，或学校已经处理，不能再撤销。");
    }

    @Test
    void countsWhatARunThatWasCutOffHadDoneAsDone() {
        var picks = new SchoolPicks(school.unitId(), List.of(pick("1"), pick("2")));
        var decision = decisions.begin(officer, Step.APPROVE, "", Set.of());
        decisions.carryOut(officer, decision, picks);
        assertThat(decisions.carryOut(officer, decision, picks))
                .isEqualTo(new Outcome(2, List.of()));
        assertThat(last().rows()).isEqualTo(2);
    }

    @Test
    void carriesOutNoDecisionOfAnother() {
        var decision = decisions.begin(officer, Step.APPROVE, "", Set.of());
        var colleague = world.officer(World.PROVINCE, "王磊");
        assertThatThrownBy(() ->
                        decisions.carryOut(
                                colleague,
                                decision,
                                new SchoolPicks(school.unitId(), List.of(pick("1")))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void movesNothingOnceTheProvinceHasSubmitted() {
        windows.seal(officer, plans.current().id());
        refuses(() -> decide(Step.APPROVE, "1"), "本省已汇总上报教育部，审核结果不能再改。确需改动，请教育部退回上报。");
        refuses(() -> filings.withdraw(school), "本省已汇总上报教育部，不能再改。需要改动请联系省厅管理员。");
        windows.unseal(plans.current().id(), officer.unitId());
        decide(Step.APPROVE, "1");
        assertThat(stored("1").stage()).isEqualTo(Stage.APPROVED);
    }

    private void decide(Step step, String... items) {
        var picks = List.of(items).stream().map(this::pick).toList();
        decisions.decide(
                officer, school.unitId(), step, picks, step.owesReason() ? "请核实" : "", Set.of());
    }

    private Outcome undo() {
        var undo = decisions.undo(officer, last().id());
        return decisions.carryOut(officer, undo.decisionId(), undo.rows().getFirst());
    }

    private Decision last() {
        return decisions.last(officer).orElseThrow();
    }

    private Pick pick(String no) {
        return Pick.of(stored(no));
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

    private History history() {
        return filings.history(filings.form(school), school.reach());
    }

    private Filing filing() {
        return Objects.requireNonNull(filings.form(school).filing());
    }

    private static void refuses(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.words()).isEqualTo(words));
    }
}
