package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.chengjie.AtOnce;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who act at once: nothing is lost, and whoever comes second is told (spec F7, R5). What is
 * done here stays done, so it is done in a database of its own.
 */
@SpringBootTest
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(60)
class ConcurrencyTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Notes notes;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        if (windows.find(plans.current().id(), officer.unitId()).isEmpty()) {
            world.open(officer);
        }
        school = world.school(World.PROVINCE);
    }

    @RepeatedTest(5)
    void givesOneReceiptForTwoSubmits() throws Exception {
        filings.save(school, manual(), CONTACT);
        Callable<Object> submit = () -> filings.submit(school, List.of(), null);
        var answers = AtOnce.of(submit, submit);
        assertThat(answers).hasAtLeastOneElementOfType(Submission.Accepted.class);
        assertThat(refusals(answers)).containsExactly("本校已提交。需要改动请先点“继续修改”，把提交撤回。");
        assertThat(submissions()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void letsEitherTheSchoolTakeBackOrTheProvinceApprove() throws Exception {
        filings.submit(school, manual(), CONTACT);
        var picks = List.of(pick("1"));
        var answers =
                AtOnce.of(
                        () -> {
                            filings.withdraw(school);
                            return "withdrawn";
                        },
                        () -> decide(officer, Step.APPROVE, picks));
        if (filing().submitted()) {
            assertThat(answers.get(0)).isEqualTo("省厅已开始审核，不能自行撤回。需要改动请联系省厅管理员。");
            assertThat(answers.get(1)).isEqualTo(new Outcome(1, List.of()));
            assertThat(filing().count(Stage.APPROVED)).isEqualTo(1);
        } else {
            assertThat(answers.get(0)).isEqualTo("withdrawn");
            assertThat(answers.get(1))
                    .isEqualTo(new Outcome(0, List.of("1 已由李敏于 11-02 10:00 改为“未提交”，您的“通过”没有生效。")));
            assertThat(filing().count(Stage.DRAFT)).isEqualTo(5);
        }
    }

    @RepeatedTest(5)
    void letsOneOfTwoReviewersDecide() throws Exception {
        filings.submit(school, manual(), CONTACT);
        var second = world.officer(World.PROVINCE, "吴刚");
        var picks = List.of(pick("1"));
        var answers =
                AtOnce.of(
                        () -> decide(officer, Step.APPROVE, picks),
                        () -> decide(second, Step.REJECT, picks));
        assertThat(answers).map(answer -> ((Outcome) answer).moved()).containsOnlyOnce(1, 0);
        assertThat(answers).map(answer -> ((Outcome) answer).missed().size()).containsOnlyOnce(1);
        assertThat(moves()).isEqualTo(6);
    }

    @RepeatedTest(5)
    void letsOneOfTwoFirstWritersNameWhoIsInCharge() throws Exception {
        var item = item("3.1");
        var answers =
                AtOnce.of(
                        () -> notes.write(school, item, "李敏", 0),
                        () -> notes.write(school, item, "张伟", 0));
        assertThat(answers).hasAtLeastOneElementOfType(Notes.Outcome.Kept.class);
        assertThat(answers).hasAtLeastOneElementOfType(Notes.Outcome.Clash.class);
        var kept = notes.of(school, item);
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        new Notes.Outcome.Kept(kept), new Notes.Outcome.Clash(kept));
    }

    @RepeatedTest(5)
    void clashesWhereTwoSaveOneRow() throws Exception {
        filings.save(school, manual(), CONTACT);
        long version = stored("3.1").version();
        var answers = AtOnce.of(save("3.1", version, "7"), save("3.1", version, "8"));
        assertThat(answers)
                .map(answer -> ((Saved) answer).clashes().size())
                .containsExactlyInAnyOrder(0, 1);
        assertThat(stored("3.1").values().quantity())
                .isEqualTo(((Saved) answers.get(0)).clean() ? 7 : 8);
    }

    @RepeatedTest(5)
    void keepsBothWhereTwoSaveDifferentRows() throws Exception {
        filings.save(school, manual(), CONTACT);
        var answers =
                AtOnce.of(
                        save("3.1", stored("3.1").version(), "7"),
                        save("3.2", stored("3.2").version(), "8"));
        assertThat(answers).allMatch(answer -> ((Saved) answer).clean());
        assertThat(stored("3.1").values().quantity()).isEqualTo(7);
        assertThat(stored("3.2").values().quantity()).isEqualTo(8);
    }

    @Test
    void makesOneFilingOfEightFirstSaves() throws Exception {
        var items = List.of("3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "4.4", "4.5");
        var saves = items.stream().map(no -> save(no, 0, "1")).toList();
        var answers = AtOnce.of(saves);
        assertThat(answers).allMatch(answer -> ((Saved) answer).clean());
        assertThat(filings.form(school).ticked().rows()).isEqualTo(8);
        assertThat(
                        jdbc.sql("select count(*) from filing.filing where school_id = :school")
                                .param("school", school.unitId())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    /**
     * Whoever changes rows holds their form first; somebody who does not must lose nothing either.
     */
    @Test
    void keepsNothingOfASaveWhoseRowHasChangedUnderTheHeldForm() {
        filings.save(school, manual(), CONTACT);
        var before = filing();
        long version = stored("3.1").version();
        var saving = new TransactionTemplate(transactions);
        assertThatExceptionOfType(ConcurrencyFailureException.class)
                .isThrownBy(() ->
                        saving.executeWithoutResult(_ -> {
                            filings.save(
                                    school,
                                    List.of(row("3.1", version, "7"), row("4.1", 0, "1")),
                                    null);
                            CompletableFuture.runAsync(this::changeBehind).join();
                        }));
        assertThat(filing().rows().keySet()).isEqualTo(before.rows().keySet());
        assertThat(stored("3.1").values()).isEqualTo(before.row(item("3.1")).values());
        assertThat(stored("3.1").version()).isNotEqualTo(version);
    }

    private void changeBehind() {
        try (var _ = Wall.around(school.reach())) {
            int changed =
                    jdbc.sql(
                                    """
                                    update filing.undertaking set version = nextval('filing.version') where id = :row
                                    """)
                            .param("row", stored("3.1").id())
                            .update();
            assertThat(changed).isEqualTo(1);
        }
    }

    private Callable<Object> save(String no, long version, String quantity) {
        return () -> filings.save(school, List.of(row(no, version, quantity)), null);
    }

    private Outcome decide(Actor by, Step step, List<Pick> picks) {
        return decisions.decide(by, school.unitId(), step, picks, "不行", Set.of());
    }

    private static List<String> refusals(List<Object> answers) {
        return answers.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    private long submissions() {
        return jdbc.sql("select count(*) from filing.submission where filing_id = :filing")
                .param("filing", filing().id())
                .query(Long.class)
                .single();
    }

    private long moves() {
        return jdbc.sql("select count(*) from filing.move where filing_id = :filing")
                .param("filing", filing().id())
                .query(Long.class)
                .single();
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

    private Filing filing() {
        return Objects.requireNonNull(filings.form(school).filing());
    }
}
