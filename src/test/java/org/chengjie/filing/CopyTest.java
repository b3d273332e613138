package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Verified.Validity;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 盖章件, its digest, and what is said to whoever holds one (spec F12). */
@PageTest
@Tag("server")
class CopyTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Copies copies;
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
    void keepsWhatWasHandedInAndGivesTheSameDigestAgain() {
        var copy = latest();
        assertThat(copy.rows())
                .extracting(Copy.Row::no)
                .containsExactly("1", "2", "3.1", "3.2", "3.3");
        assertThat(copy.totals().tasks()).isEqualTo(3);
        assertThat(copy.totals().funds().total()).hasToString("57");
        assertThat(copy.schoolName()).isEqualTo(school.unitName());
        assertThat(copy.digest()).isEqualTo(copy.computed());
        assertThat(copy.shownCode()).matches("([0-9A-F]{4} ){3}[0-9A-F]{4}");
        assertThat(copy.text())
                .isEqualTo(
                        """
                        承接任务情况 1
                        %s
                        %s
                        %s
                        2020-11-02 10:00:00
                        1|-|10000|20000|30000|40000
                        2|-|50000|60000|10000|20000
                        3.1|1|60000|50000|40000|10000
                        3.2|2|20000|10000|20000|60000
                        3.3|2|30000|10000|10000|10000
                        """
                                .formatted(copy.receiptNo(), school.unitCode(), school.unitName()));
    }

    @Test
    void verifiesTheCurrentSubmissionHoweverItIsTyped() {
        var copy = latest();
        var shown = copy.shownCode().toLowerCase(java.util.Locale.ROOT).replace(" ", "-");
        assertThat(verified(" " + copy.receiptNo() + " ", shown).validity())
                .isEqualTo(Validity.CURRENT);
        assertThat(verified(copy.receiptNo(), copy.code()).since()).isNull();
    }

    @Test
    void knowsNoNumberWithoutItsCode() {
        var copy = latest();
        assertThat(copies.verify(copy.receiptNo(), "")).isEmpty();
        assertThat(copies.verify(copy.receiptNo(), "0000000000000000")).isEmpty();
        assertThat(copies.verify(copy.receiptNo(), copy.code().substring(1))).isEmpty();
        assertThat(copies.verify(copy.receiptNo(), copy.digest())).isEmpty();
        assertThat(copies.verify("14-20201102-99999", copy.code())).isEmpty();
        assertThat(copies.verify("%", copy.code())).isEmpty();
    }

    @Test
    void verifiesNothingWhoseFiguresNoLongerGiveTheDigest() {
        var copy = latest();
        jdbc.sql(
                        "update filing.submitted_row set self_raised = self_raised + 1 where receipt_no = :no and quantity = 1")
                .param("no", copy.receiptNo())
                .update();
        assertThat(copies.verify(copy.receiptNo(), copy.code())).isEmpty();
    }

    @Test
    void saysThatACopyWasTakenBackAndThenSuperseded() {
        var first = latest();
        filings.withdraw(World.at(school, World.DURING.plusSeconds(60)));
        var back = verified(first.receiptNo(), first.code());
        assertThat(back.validity()).isEqualTo(Validity.TAKEN_BACK);
        assertThat(back.since()).isEqualTo(World.DURING.plusSeconds(60));
        filings.submit(World.at(school, World.DURING.plusSeconds(120)), List.of(), null);
        var superseded = verified(first.receiptNo(), first.code());
        assertThat(superseded.validity()).isEqualTo(Validity.SUPERSEDED);
        assertThat(superseded.since()).isEqualTo(World.DURING.plusSeconds(120));
        assertThat(superseded.copy()).isEqualTo(first);
        var second = latest();
        assertThat(second.digest()).isNotEqualTo(first.digest());
        assertThat(verified(second.receiptNo(), second.code()).validity())
                .isEqualTo(Validity.CURRENT);
    }

    @Test
    void keepsTheWholeFormWithResubmittedRowsAndNotWhatIsHalfMended() {
        decide(Step.RETURN, "3.1", "3.2");
        var later = World.at(school, World.DURING.plusSeconds(60));
        filings.mend(later, List.of(typed("3.2", "2", "9", "9", "9", "")));
        filings.resubmit(later, List.of(typed("3.1", "1", "6.5", "5", "0", "1")), Set.of("3.1"));
        var copy = latest();
        assertThat(copy.at()).isEqualTo(later.arrived());
        assertThat(copy.rows()).hasSize(5);
        assertThat(copy.rows().get(2).values().plain(Cell.SELF_RAISED)).isEqualTo("6.5");
        assertThat(copy.rows().get(3).values().plain(Cell.SELF_RAISED)).isEqualTo("2");
        assertThat(copy.digest()).isEqualTo(copy.computed());
        assertThat(copies.receipts(filing(), school.reach())).hasSize(2);
    }

    @Test
    void showsNoCopyOutOfReach() {
        var other = world.school(World.PROVINCE);
        assertThat(copies.latest(filing(), other.reach())).isEmpty();
        assertThat(copies.receipts(filing(), new Reach("/1/2/3/"))).isEmpty();
    }

    private Verified verified(String no, String code) {
        return copies.verify(no, code).orElseThrow();
    }

    private Copy latest() {
        return copies.latest(filing(), school.reach()).orElseThrow();
    }

    private Filing filing() {
        return Objects.requireNonNull(filings.form(school).filing());
    }

    private Undertaking stored(String no) {
        var form = filings.form(school);
        return form.row(
                form.items().stream()
                        .filter(item -> item.no().equals(no))
                        .findFirst()
                        .orElseThrow());
    }

    private TypedRow typed(String no, String... cells) {
        return row(no, stored(no).version(), cells);
    }

    private void decide(Step step, String... numbers) {
        var picks = List.of(numbers).stream().map(no -> Pick.of(stored(no))).toList();
        decisions.decide(officer, school.unitId(), step, picks, "请核对", Set.of());
    }
}
