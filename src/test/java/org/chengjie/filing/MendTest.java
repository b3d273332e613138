package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;

import java.time.Instant;
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
import org.springframework.beans.factory.annotation.Autowired;

/** 需修改的任务 (spec R2, R3). */
@PageTest
@Tag("server")
class MendTest {

    private static final Instant LAST = Instant.parse("2020-12-11T15:59:59.999Z");

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Plans plans;

    private Actor officer;

    /** On the last day of revision, long after the window. */
    private Actor school;

    @BeforeEach
    void returnTwoRows() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        var during = world.school(World.PROVINCE);
        filings.submit(during, manual(), CONTACT);
        school = World.at(during, LAST);
        decide(Step.RETURN, "3.1", "3.2");
    }

    @Test
    void mendsAndResubmitsAfterTheWindowHasClosed() {
        assertThat(filings.returned(school)).isEqualTo(2);
        var receipt = filing().receiptNo();
        var mended = filings.mend(school, List.of(typed("3.2", "2", "2", "1", "0", "6")));
        assertThat(mended.clean()).isTrue();
        assertThat(stored("3.2").stage()).isEqualTo(Stage.RETURNED);
        var accepted = filings.resubmit(school, List.of(), Set.of("3.2"));
        assertThat(accepted).isInstanceOf(Submission.Accepted.class);
        assertThat(((Submission.Accepted) accepted).receiptNo())
                .startsWith("14-20201211-")
                .isNotEqualTo(receipt);
        assertThat(stored("3.2").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(filings.returned(school)).isEqualTo(1);
        assertThat(filing().receiptNo()).isEqualTo(receipt);
    }

    @Test
    void keepsTheOldValuesInTheHistory() {
        filings.resubmit(school, List.of(typed("3.2", "2", "2", "1", "0", "6")), Set.of("3.2"));
        long id = stored("3.2").id();
        var moves =
                filings.history(filings.form(school), school.reach()).moves().stream()
                        .filter(move -> move.undertakingId() == id)
                        .toList();
        assertThat(moves)
                .extracting(Move::step)
                .containsExactly(Step.SUBMIT, Step.RETURN, Step.SUBMIT);
        assertThat(moves.get(0).values()).isEqualTo(Manual.values(2L, 2, 1, 0, 6));
        assertThat(moves.get(1).values()).isEqualTo(Manual.values(2L, 2, 1, 2, 6));
    }

    @Test
    void submitsOnlyTheTickedRowsAndKeepsTheOthers() {
        filings.resubmit(
                school,
                List.of(
                        typed("3.1", "3", "1", "1", "1", "1"),
                        typed("3.2", "4", "", "1", "1", "1")),
                Set.of("3.1"));
        assertThat(stored("3.1").stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(stored("3.2").stage()).isEqualTo(Stage.RETURNED);
        assertThat(stored("3.2").values().quantity()).isEqualTo(4);
    }

    @Test
    void refusesBlanksInTickedRows() {
        var refused =
                (Submission.Refused)
                        filings.resubmit(
                                school,
                                List.of(typed("3.1", "", "", "0", "0", "0")),
                                Set.of("3.1"));
        assertThat(refused.faults())
                .extracting(Fault::cell)
                .containsExactly(Cell.QUANTITY, Cell.SELF_RAISED);
        assertThat(stored("3.1").stage()).isEqualTo(Stage.RETURNED);
    }

    @Test
    void asksForATickWhereNoneIs() {
        for (var ready : List.of(Set.<String>of(), Set.of("1"), Set.of("99"))) {
            var refused = (Submission.Refused) filings.resubmit(school, List.of(), ready);
            assertThat(refused.faults())
                    .extracting(Fault::words)
                    .containsExactly("还没有勾选要提交的任务。请先勾选已改好的，再提交。");
        }
    }

    @Test
    void changesNoOtherRowThroughThisDoorAndSaysSo() {
        decide(Step.APPROVE, "1");
        for (var no : List.of("1", "2")) {
            var before = stored(no);
            var saved = filings.mend(school, List.of(typed(no, "-", "9", "9", "9", "9")));
            assertThat(stored(no)).isEqualTo(before);
            assertThat(saved.faults()).extracting(Fault::itemNo).containsExactly(no);
        }
        var unchanged = filings.mend(school, List.of(typed("1", "-", "1", "2", "3", "4")));
        assertThat(unchanged.clean()).isTrue();
        var untouched = filings.mend(school, List.of(row("6", 0, "-", "1", "1", "1", "1")));
        assertThat(untouched.faults()).extracting(Fault::itemNo).containsExactly("6");
        assertThat(stored("6").undertaken()).isFalse();
    }

    @Test
    void cannotUntickAReturnedRow() {
        filings.mend(school, List.of(Typing.unticked("3.1", stored("3.1").version())));
        assertThat(stored("3.1").undertaken()).isTrue();
        assertThat(stored("3.1").values().quantity()).isEqualTo(1);
    }

    @Test
    void refusesAfterTheLastDayToTheMillisecond() {
        var late = World.at(school, LAST.plusMillis(1));
        var words = "修改已于 12-11 24:00 截止，请联系省厅管理员。";
        assertThatThrownBy(() -> filings.mend(late, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage(words);
        assertThatThrownBy(() -> filings.resubmit(late, List.of(), Set.of("3.1")))
                .hasMessage(words);
        assertThat(filings.resubmit(school, List.of(), Set.of("3.1", "3.2")))
                .isInstanceOf(Submission.Accepted.class);
        assertThatThrownBy(() -> filings.mend(school, List.of())).hasMessage("没有需要修改的任务。");
    }

    private void decide(Step step, String... items) {
        var picks = List.of(items).stream().map(no -> Pick.of(stored(no))).toList();
        decisions.decide(officer, school.unitId(), step, picks, "请核实", Set.of(Cell.SPONSOR));
    }

    private TypedRow typed(String no, String... cells) {
        return row(no, stored(no).version(), cells);
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
