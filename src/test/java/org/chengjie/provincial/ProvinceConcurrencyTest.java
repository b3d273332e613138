package org.chengjie.provincial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.provincial.ProvinceCase.funds;
import static org.chengjie.provincial.ProvinceCase.own;

import java.util.List;
import java.util.Set;
import org.chengjie.AtOnce;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Officers who act at once: a province is submitted once, with nothing moving under it, and no row
 * of its own is overwritten unread (spec P3, R5, F7). What is done here stays done, in a database
 * of its own.
 */
@SpringBootTest(properties = "test.of=provinces-at-once")
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(120)
class ProvinceConcurrencyTest {

    @Autowired private World world;
    @Autowired private ProvinceCase province;
    @Autowired private OwnUndertakings own;
    @Autowired private ProvincialSubmissions submissions;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;

    private Actor officer;
    private Actor colleague;
    private Actor ministry;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        colleague = world.officer(World.PROVINCE, "吴刚");
        ministry = world.ministry();
        if (windows.find(plans.current().id(), officer.unitId()).isEmpty()) {
            world.open(officer);
            province.giveContacts(officer);
        }
        submissions.history(officer).stream()
                .filter(ProvincialSubmission::standing)
                .forEach(one -> submissions.giveBack(ministry, one.id(), "重来"));
        province.approved(officer);
    }

    @RepeatedTest(5)
    void givesOneReceiptForTwoSubmits() throws Exception {
        int before = submissions.history(officer).size();
        var seen = submissions.readiness(officer).rollUp().seen();
        var answers =
                AtOnce.of(
                        () -> submissions.submit(officer, seen),
                        () -> submissions.submit(colleague, seen));
        var standing = submissions.latest(officer).orElseThrow();
        assertThat(standing.returned()).isFalse();
        assertThat(submissions.history(officer)).hasSize(before + 1);
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        standing.receiptNo(), "本省已经上报，回执编号 " + standing.receiptNo() + "。");
    }

    @RepeatedTest(5)
    void submitsBeforeASchoolIsDecidedOrAfterButNeverBetween() throws Exception {
        var school = province.approved(officer);
        var all = province.at(school, Stage.APPROVED);
        var seen = submissions.readiness(officer).rollUp().seen();
        var answers =
                AtOnce.of(
                        () -> submissions.submit(officer, seen),
                        () ->
                                decisions.decide(
                                        colleague,
                                        school.unitId(),
                                        Step.REOPEN,
                                        all,
                                        "请再核",
                                        Set.of()));
        boolean submitted = submissions.latest(officer).filter(one -> !one.returned()).isPresent();
        if (submitted) {
            assertThat(answers.get(1)).isEqualTo("本省已汇总上报教育部，审核结果不能再改。确需改动，请教育部退回上报。");
            assertThat(province.waiting(school)).isEmpty();
        } else {
            assertThat(answers.get(0)).isEqualTo("还不能上报，有 1 处要办理。没有上报。");
            assertThat(((Outcome) answers.get(1)).moved()).isEqualTo(5);
            province.decide(officer, school, Step.APPROVE);
        }
    }

    @RepeatedTest(5)
    void keepsWhatIsSavedAtTheSameTimeOutOfTheSubmissionOrOutOfTheForm() throws Exception {
        long version = own.form(officer).row(item("1")).version();
        var before = own.form(officer).row(item("1")).provincial();
        var more = before.plus(new Amount(10_000));
        var seen = submissions.readiness(officer).rollUp().seen();
        var answers =
                AtOnce.of(
                        () -> submissions.submit(officer, seen),
                        () ->
                                own.save(colleague, List.of(funds("1", version, more.plain())))
                                        .clean());
        boolean saved = answers.get(1).equals(true);
        assertThat(own.form(officer).row(item("1")).provincial()).isEqualTo(saved ? more : before);
        assertThat(answers.get(saved ? 0 : 1))
                .isEqualTo(
                        saved
                                ? "您打开这一页以后，数字又有变化，还没有上报。请核对下面的新数字，再点“上报教育部”。"
                                : "本省已汇总上报教育部，不能再改。确需改动，请联系教育部退回上报。");
    }

    @RepeatedTest(5)
    void clashesWhereTwoOfficersSaveOneRow() throws Exception {
        long version = own.form(officer).row(item("3.1")).version();
        var answers =
                AtOnce.of(
                        () -> own.save(officer, List.of(own("3.1", version, "7", "甲单位", "1"))),
                        () -> own.save(colleague, List.of(own("3.1", version, "8", "乙单位", "2"))));
        assertThat(answers)
                .map(answer -> ((OwnSaved) answer).clashes().size())
                .containsExactlyInAnyOrder(0, 1);
        assertThat(own.form(officer).row(item("3.1")).bodies())
                .isEqualTo(((OwnSaved) answers.get(0)).clean() ? "甲单位" : "乙单位");
        own.save(officer, List.of(funds("3.1", own.form(officer).row(item("3.1")).version(), "")));
    }

    @RepeatedTest(5)
    void returnsASubmissionOnce() throws Exception {
        submissions.submit(officer, submissions.readiness(officer).rollUp().seen());
        long id = submissions.history(officer).getFirst().id();
        var answers = AtOnce.of(() -> giveBack(id, "一"), () -> giveBack(id, "二"));
        assertThat(answers)
                .containsExactlyInAnyOrder("returned", "这次上报已由何司于 11-02 10:00 退回，您的“退回”没有生效。");
    }

    @RepeatedTest(5)
    void acceptsOrReturnsASubmissionOfTwoClerksButNeverBoth() throws Exception {
        submissions.submit(officer, submissions.readiness(officer).rollUp().seen());
        long id = submissions.history(officer).getFirst().id();
        var answers = AtOnce.of(() -> accept(id), () -> giveBack(id, "请核对"));
        var now = submissions.find(id, ministry);
        if (now.standing()) {
            assertThat(answers.get(0)).isEqualTo("accepted");
            assertThat((String) answers.get(1)).contains("核对通过，您的“退回”没有生效。");
            submissions.reconsider(ministry, id);
        } else {
            assertThat(answers.get(1)).isEqualTo("returned");
            assertThat((String) answers.get(0)).contains("退回，您的“核对通过”没有生效。");
        }
    }

    private String accept(long id) {
        submissions.accept(ministry, id);
        return "accepted";
    }

    private String giveBack(long id, String reason) {
        submissions.giveBack(ministry, id, reason);
        return "returned";
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
