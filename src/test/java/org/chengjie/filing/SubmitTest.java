package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.account.Contact;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 提交 and 继续修改 (spec F8, F10). */
@PageTest
@Tag("server")
class SubmitTest {

    private static final Instant LAST = Instant.parse("2020-11-06T15:59:59.999Z");

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void open() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        school = world.school(World.PROVINCE);
    }

    @Test
    void givesAReceiptOfProvinceDayAndTurn() {
        var at = World.at(school, LAST);
        var accepted = (Submission.Accepted) filings.submit(at, manual(), CONTACT);
        assertThat(accepted.receiptNo()).matches("14-20201106-\\d{5,}");
        assertThat(accepted.at()).isEqualTo(LAST);
        var filing = filing();
        assertThat(filing.receiptNo()).isEqualTo(accepted.receiptNo());
        assertThat(filing.submittedAt()).isEqualTo(LAST);
        assertThat(filing.count(Stage.SUBMITTED)).isEqualTo(5);
        assertThat(
                        jdbc.sql("select rows || ' ' || total from filing.submission")
                                .query(String.class)
                                .single())
                .isEqualTo("5 570000");
    }

    @Test
    void neverGivesOneReceiptTwice() {
        var other = world.school(World.PROVINCE);
        var one = (Submission.Accepted) filings.submit(school, manual(), CONTACT);
        var two = (Submission.Accepted) filings.submit(other, manual(), CONTACT);
        assertThat(one.receiptNo()).isNotEqualTo(two.receiptNo());
    }

    @Test
    void countsReceiptsOnBeyondFiveDigits() {
        long used = jdbc.sql("select nextval('filing.receipt')").query(Long.class).single();
        jdbc.sql("select count(nextval('filing.receipt')) from generate_series(:next, 199999)")
                .param("next", used + 1)
                .query(Long.class)
                .single();
        var other = world.school(World.PROVINCE);
        var one = (Submission.Accepted) filings.submit(school, manual(), CONTACT);
        var two = (Submission.Accepted) filings.submit(other, manual(), CONTACT);
        assertThat(one.receiptNo()).isEqualTo("14-20201102-200000");
        assertThat(two.receiptNo()).isEqualTo("14-20201102-200001");
    }

    @Test
    void refusesAnEmptyForm() {
        var refused = refused(filings.submit(school, List.of(), CONTACT));
        assertThat(refused.faults())
                .extracting(Fault::words)
                .containsExactly("还没有承接任何任务。请至少勾选一条再提交。");
        assertThat(filing().submitted()).isFalse();
    }

    @Test
    void refusesGapsInTheOrderOfThePageAndKeepsWhatWasTyped() {
        var refused =
                refused(
                        filings.submit(
                                school,
                                List.of(row("3.1", 0, "", "0", "0"), row("1", 0, "-", "0")),
                                CONTACT));
        assertThat(refused.faults())
                .extracting(fault -> fault.itemNo() + " " + fault.cell())
                .containsExactly(
                        "1 INDUSTRY",
                        "1 SPONSOR",
                        "1 LOCAL",
                        "3.1 QUANTITY",
                        "3.1 SPONSOR",
                        "3.1 LOCAL");
        assertThat(filing().submitted()).isFalse();
        assertThat(filing().count(Stage.DRAFT)).isEqualTo(2);
    }

    @Test
    void takesZeroForAnAnswer() {
        assertThat(filings.submit(school, List.of(row("1", 0, "-", "0", "0", "0", "0")), CONTACT))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void refusesAContactThatDoesNotHold() {
        assertThat(filings.submit(school, manual(), ContactEdit.of(new Contact("李敏", "1", "2"))))
                .isInstanceOf(Submission.Refused.class);
        assertThat(filings.submit(school, manual(), null)).isInstanceOf(Submission.Refused.class);
        assertThat(filing().submitted()).isFalse();
        filings.save(school, List.of(), CONTACT);
        assertThat(filings.submit(school, List.of(), null)).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void makesNoSecondReceiptForARetry() {
        filings.submit(school, manual(), CONTACT);
        var first = filing();
        closed(() -> filings.submit(school, manual(), CONTACT), "本校已提交。需要改动请先点“继续修改”，把提交撤回。");
        assertThat(filing()).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from filing.submission").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void takesTheFormBackWhileNothingIsDecided() {
        filings.submit(school, manual(), CONTACT);
        filings.withdraw(World.at(school, LAST));
        assertThat(filing().submitted()).isFalse();
        assertThat(filing().receiptNo()).isNull();
        assertThat(filing().count(Stage.DRAFT)).isEqualTo(5);
        closed(() -> filings.withdraw(school), "本校还没有提交，可以直接在“承接任务”中修改。");
        assertThat(filings.submit(school, List.of(), null)).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void doesNotTakeTheFormBackAfterTheWindow() {
        filings.submit(school, manual(), CONTACT);
        closed(
                () -> filings.withdraw(World.at(school, LAST.plusMillis(1))),
                "申报已于 11-06 24:00 截止。如需延期，请联系省厅管理员。");
        assertThat(filing().submitted()).isTrue();
    }

    @Test
    void doesNotTakeTheFormBackOnceTheProvinceHasDecidedEvenIfItReopens() {
        filings.submit(school, manual(), CONTACT);
        var words = "省厅已开始审核，不能自行撤回。需要改动请联系省厅管理员。";
        var row = filing().rows().values().iterator().next();
        decide(Step.APPROVE, row, "");
        closed(() -> filings.withdraw(school), words);
        var approved = java.util.Objects.requireNonNull(filing().rows().get(row.itemId()));
        decide(Step.REOPEN, approved, "再看");
        assertThat(filing().count(Stage.SUBMITTED)).isEqualTo(5);
        closed(() -> filings.withdraw(school), words);
        closed(() -> filings.submit(school, manual(), CONTACT), words);
    }

    @Test
    void letsViewersNeitherSubmitNorTakeBack() {
        filings.submit(school, manual(), CONTACT);
        var viewer = World.as(school, Role.VIEWER);
        assertThatThrownBy(() -> filings.withdraw(viewer)).hasMessage("您的账号只能查看，不能填报。");
        assertThatThrownBy(() -> filings.submit(viewer, List.of(), null))
                .hasMessage("您的账号只能查看，不能填报。");
        assertThat(filing().submitted()).isTrue();
    }

    private void decide(Step step, Undertaking row, String reason) {
        var outcome =
                decisions.decide(
                        officer, school.unitId(), step, List.of(Pick.of(row)), reason, Set.of());
        assertThat(outcome.moved()).isEqualTo(1);
    }

    private static void closed(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.CLOSED))
                .hasMessage(words);
    }

    private static Submission.Refused refused(Submission submission) {
        return (Submission.Refused) submission;
    }

    private Filing filing() {
        return java.util.Objects.requireNonNull(filings.form(school).filing());
    }
}
