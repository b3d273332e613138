package org.chengjie.provincial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengjie.provincial.ProvinceCase.funds;
import static org.chengjie.provincial.ProvinceCase.own;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 汇总上报: its checks, its receipt, what it freezes, and the ministry's return (spec P3). */
@PageTest
@Tag("server")
class ProvincialSubmissionsTest {

    private static final String SEALED = "本省已汇总上报教育部，不能再改。确需改动，请联系教育部退回上报。";

    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private OwnUndertakings own;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private Filings filings;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;

    private Actor officer;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
    }

    @Test
    void namesEverythingThatStandsInTheWay() {
        own.save(officer, List.of(own("3.1", 0, "", "", ""), funds("9", 0, "5")));
        assertThat(submissions.readiness(officer).unmet())
                .map(Check::words)
                .containsExactly(
                        "还没有发布本省申报要求。",
                        "省级平台联系人要填两位，现在是 0 位。",
                        "省级承接有 1 条没有填完：3.1 承接数量、承接单位、省财政投入。没有省财政投入请填“0”。",
                        "9 填了省财政投入，但没有学校通过、省级也没有承接。请承接这一条，或改为“0”。");
        world.open(officer);
        province.submitted(World.PROVINCE);
        assertThat(submissions.readiness(officer).unmet())
                .map(Check::href)
                .containsExactly(
                        "/province/rows?stage=SUBMITTED",
                        "/province/contacts",
                        "/province/own#quantity-3.1",
                        "/province/own#provincial-9");
    }

    @Test
    void asksForSomethingToSubmit() {
        world.open(officer);
        province.giveContacts(officer);
        assertThat(submissions.readiness(officer).unmet())
                .map(Check::words)
                .containsExactly("还没有任何承接可以上报：没有通过的条目，也没有省级承接。");
    }

    @Test
    void warnsOfWhatIsLeftBehindWithoutStandingInTheWay() {
        ready();
        province.decide(officer, province.submitted(World.PROVINCE), Step.RETURN);
        var readiness = submissions.readiness(officer);
        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.checks())
                .filteredOn(check -> check.finding() == Check.Finding.WARNING)
                .map(Check::words)
                .containsExactly(
                        "有 5 条已退回，学校还没有重新提交。这些条目不计入上报，上报后学校也不能再提交。",
                        "申报期到 11-06 24:00 才截止。现在上报，学校就不能再填报和提交。");
    }

    @Test
    void sumsFiveSourcesOverWhatIsApprovedAndWhatIsItsOwn() {
        ready();
        province.decide(officer, province.submitted(World.PROVINCE), Step.REJECT);
        var rollUp = submissions.readiness(officer).rollUp();
        assertThat(rollUp.lines())
                .map(line -> line.item().no())
                .containsExactly("1", "2", "3.1", "3.2", "3.3", "9");
        assertThat(rollUp.tasks()).isEqualTo(4);
        assertThat(rollUp.schools()).isEqualTo(1);
        assertThat(rollUp.rows()).isEqualTo(6);
        assertThat(rollUp.funds().of(Source.PROVINCIAL)).isEqualTo(new Amount(430_000));
        assertThat(rollUp.funds().total()).isEqualTo(new Amount(1_000_000));
    }

    @Test
    void handsInWhatWasSeenAndKeepsItAsItWas() {
        ready();
        var seen = submissions.readiness(officer).rollUp();
        var receipt = submissions.submit(officer, seen.seen());
        assertThat(receipt).matches("14-P-20201102-\\d{4,}");
        var kept = submissions.history(officer).getFirst();
        assertThat(kept.receiptNo()).isEqualTo(receipt);
        assertThat(kept.rollUp()).isEqualTo(seen);
        assertThat(kept.byName()).isEqualTo("周敏");
        assertThat(submissions.find(kept.id(), world.ministry()).rollUp()).isEqualTo(seen);
    }

    @Test
    void refusesFiguresThatNobodySaw() {
        ready();
        var seen = submissions.readiness(officer).rollUp().seen();
        own.save(officer, List.of(funds("1", 0, "0.0001")));
        refuses(
                Refusal.Kind.CONFLICT,
                () -> submissions.submit(officer, seen),
                "您打开这一页以后，数字又有变化，还没有上报。请核对下面的新数字，再点“上报教育部”。");
        assertThat(submissions.history(officer)).isEmpty();
    }

    @Test
    void refusesWhatIsNotReady() {
        world.open(officer);
        refuses(
                Refusal.Kind.INVALID,
                () -> submissions.submit(officer, submissions.readiness(officer).rollUp().seen()),
                "还不能上报，有 2 处要办理。没有上报。");
    }

    @Test
    void refusesASecondSubmitAndNamesTheReceipt() {
        ready();
        var receipt = submit();
        refuses(Refusal.Kind.CONFLICT, this::submit, "本省已经上报，回执编号 " + receipt + "。");
        assertThat(submissions.history(officer)).hasSize(1);
    }

    @Test
    void letsOnlyTheProvincesAdministratorSubmit() {
        ready();
        for (var other :
                List.of(
                        World.as(officer, Role.REVIEWER),
                        World.as(officer, Role.VIEWER),
                        world.ministry())) {
            refuses(
                    Refusal.Kind.NOT_ALLOWED,
                    () -> submissions.submit(other, ""),
                    "汇总上报由本省管理员办理，您的账号不能上报。");
        }
    }

    @Test
    void movesNothingOnceSubmitted() {
        var school = ready();
        var late = world.school(World.PROVINCE);
        submit();
        refuses(Refusal.Kind.CLOSED, () -> own.save(officer, List.of(funds("1", 0, "1"))), SEALED);
        refuses(
                Refusal.Kind.CLOSED,
                () -> windows.publish(officer, plans.current().id(), World.WINDOW),
                SEALED);
        refuses(
                Refusal.Kind.CLOSED,
                () -> windows.withhold(officer, plans.current(), List.of()),
                SEALED);
        refuses(
                Refusal.Kind.CLOSED,
                () -> province.decide(officer, school, Step.REOPEN),
                "本省已汇总上报教育部，审核结果不能再改。确需改动，请教育部退回上报。");
        refuses(
                Refusal.Kind.CLOSED,
                () -> filings.submit(late, Typing.manual(), Typing.CONTACT),
                "本省已汇总上报教育部，不能再改。需要改动请联系省厅管理员。");
        assertThat(own.form(officer).sealed()).isTrue();
    }

    @Test
    void movesAgainOnceTheMinistryHasReturnedIt() {
        ready();
        var first = submit();
        var before = submissions.readiness(officer).rollUp();
        var ministry = world.ministry();
        submissions.giveBack(ministry, last().id(), " 3.1 的承接数量请核对 ");
        assertThat(submissions.latest(officer).orElseThrow())
                .extracting(Latest::returned, Latest::reason, Latest::receiptNo)
                .containsExactly(true, "3.1 的承接数量请核对", first);
        own.save(officer, List.of(funds("1", 0, "1")));
        var second = submit();
        assertThat(second).isNotEqualTo(first);
        assertThat(submissions.history(officer)).hasSize(2);
        assertThat(submissions.history(officer).getLast().rollUp()).isEqualTo(before);
        assertThat(last().rollUp().funds().total()).isEqualTo(new Amount(1_010_000));
    }

    @Test
    void refusesAReturnWithoutAReasonTwiceOrByAnybodyElse() {
        ready();
        submit();
        var ministry = world.ministry();
        long id = last().id();
        refuses(
                Refusal.Kind.INVALID,
                () -> submissions.giveBack(ministry, id, "  "),
                "退回上报要写原因，让省厅知道怎么改。");
        refuses(
                Refusal.Kind.INVALID,
                () -> submissions.giveBack(ministry, id, "字".repeat(501)),
                "原因最多 500 字，现在是 501 字。");
        for (var other : List.of(officer, World.as(ministry, Role.REVIEWER))) {
            refuses(
                    Refusal.Kind.NOT_ALLOWED,
                    () -> submissions.giveBack(other, id, "请核对"),
                    "退回上报由教育部管理员办理，您的账号只能查看。");
        }
        submissions.giveBack(ministry, id, "请核对");
        refuses(
                Refusal.Kind.CONFLICT,
                () -> submissions.giveBack(ministry, id, "请再核对"),
                "这次上报已由何司于 11-02 10:00 退回，您的“退回”没有生效。");
    }

    @Test
    void acceptsOnceAndThinksAgainButReturnsNothingThatIsAccepted() {
        ready();
        submit();
        var ministry = world.ministry();
        long id = last().id();
        var waiting = "这次上报还没有核对通过，或核对刚被同事撤销，您的“撤销核对”没有生效。";
        refuses(Refusal.Kind.CONFLICT, () -> submissions.reconsider(ministry, id), waiting);
        submissions.accept(ministry, id);
        assertThat(last().state()).isEqualTo(SubmissionState.ACCEPTED);
        assertThat(submissions.latest(officer).orElseThrow().accepted()).isTrue();
        var accepted = "这次上报已由何司于 11-02 10:00 核对通过，您的“%s”没有生效。要退回，请先撤销核对。";
        refuses(
                Refusal.Kind.CONFLICT,
                () -> submissions.accept(ministry, id),
                accepted.formatted("核对通过"));
        refuses(
                Refusal.Kind.CONFLICT,
                () -> submissions.giveBack(ministry, id, "请核对"),
                accepted.formatted("退回"));
        submissions.reconsider(ministry, id);
        assertThat(last().state()).isEqualTo(SubmissionState.SUBMITTED);
        submissions.giveBack(ministry, id, "请核对");
        refuses(
                Refusal.Kind.CONFLICT,
                () -> submissions.accept(ministry, id),
                "这次上报已由何司于 11-02 10:00 退回，您的“核对通过”没有生效。");
    }

    @Test
    void letsOnlyTheMinistrysAdministratorAccept() {
        ready();
        submit();
        long id = last().id();
        for (var other : List.of(officer, World.as(world.ministry(), Role.REVIEWER))) {
            for (ThrowingCallable deed :
                    List.<ThrowingCallable>of(
                            () -> submissions.accept(other, id),
                            () -> submissions.reconsider(other, id))) {
                refuses(Refusal.Kind.NOT_ALLOWED, deed, "核对上报由教育部管理员办理，您的账号只能查看。");
            }
        }
    }

    @Test
    void tellsWhatAProvinceChangedSinceItsLastSubmission() {
        ready();
        submit();
        submissions.giveBack(world.ministry(), last().id(), "请核对");
        own.save(
                officer,
                List.of(
                        own("9", own.form(officer).row(item("9")).version(), "-", "省教科院", "44.5"),
                        own("3.1", 0, "2", "省电大", "6"),
                        funds("1", 0, "1")));
        submit();
        var history = submissions.history(officer);
        var told = Difference.between(history.getLast().rollUp(), history.getFirst().rollUp());
        assertThat(told)
                .flatExtracting(one ->
                        one.changes().stream()
                                .map(change ->
                                        "%s %s：%s→%s"
                                                .formatted(
                                                        one.item().no(),
                                                        change.field(),
                                                        change.before(),
                                                        change.after()))
                                .toList())
                .containsExactly(
                        "1 省财政投入：0→1",
                        "3.1 省级承接单位：→省电大",
                        "3.1 承接数量：1→3",
                        "3.1 省财政投入：0→6",
                        "9 省财政投入：43→44.5");
        assertThat(Difference.between(history.getFirst().rollUp(), history.getFirst().rollUp()))
                .isEmpty();
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hidesOneProvincesSubmissionFromAnother() {
        ready();
        submit();
        long id = last().id();
        var neighbour = world.officer(World.OTHER_PROVINCE, "邻省");
        assertThat(submissions.history(neighbour)).isEmpty();
        assertThat(submissions.latest(neighbour)).isEmpty();
        assertThatThrownBy(() -> submissions.find(id, neighbour))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThat(submissions.standings(world.ministry()))
                .hasSize(32)
                .filteredOn(one -> one.state() == SubmissionState.SUBMITTED)
                .map(one -> one.province().code())
                .containsExactly(World.PROVINCE);
    }

    /**
     * One school with its five rows of 57 万元 approved, item 9 undertaken with 43 万元, contacts
     * given.
     */
    private Actor ready() {
        world.open(officer);
        province.giveContacts(officer);
        own.save(officer, List.of(own("9", 0, "-", "省教科院", "43")));
        return province.approved(officer);
    }

    private String submit() {
        return submissions.submit(officer, submissions.readiness(officer).rollUp().seen());
    }

    private ProvincialSubmission last() {
        return submissions.history(officer).getFirst();
    }

    private static void refuses(Refusal.Kind kind, ThrowingCallable deed, String words) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> {
                            assertThat(refused.words()).isEqualTo(words);
                            assertThat(refused.kind()).isEqualTo(kind);
                        });
    }
}
