package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.chengjie.AtOnce;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.SchoolsAtWork;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ministry amends while others file: a figure that was confirmed is the figure, and of two
 * clerks the second is told. What is done here stays done, so it is done in a database of its own.
 */
@SpringBootTest(properties = "test.of=plans-at-once")
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(60)
class PlanConcurrencyTest {

    private static final String REASON = "统一";

    @Autowired private World world;
    @Autowired private Plans plans;
    @Autowired private PlanChanges changes;
    @Autowired private Catalogue catalogue;
    @Autowired private Amendments amendments;
    @Autowired private SchoolsAtWork schools;
    @Autowired private TransactionTemplate transactions;

    private Actor clerk;
    private long plan;
    private long item;

    @BeforeEach
    void arrive() {
        clerk = world.ministry();
        plan = plans.current().id();
        item = plans.current().items().get(2).id();
    }

    @RepeatedTest(5)
    void letsOneOfTwoClerksChangeAnItem() throws Exception {
        long version = catalogue.head(plan).version();
        var target = catalogue.row(plan, item).nationalTarget();
        long next = (target == null ? 0 : target) + 1;
        var answers =
                AtOnce.of(
                        () -> change(version, Map.of(PlanField.NATIONAL_TARGET, next + ""), ""),
                        () -> change(version, Map.of(PlanField.NATIONAL_TARGET, next + "0"), ""));
        assertThat(answers).filteredOn(Amended.Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(String.class::isInstance)
                .singleElement()
                .asString()
                .contains("刚由何司于", "您填的内容还在");
        assertThat(catalogue.head(plan).version()).isEqualTo(version + 1);
    }

    @RepeatedTest(5)
    void namesExactlyThoseWhoHadFiledWhenAnItemIsReworded() throws Exception {
        schools.save();
        var title = catalogue.row(plan, item).title() + "。";
        var seen = catalogue.filed(List.of(item)).seen();
        long version = catalogue.head(plan).version();
        var answers =
                AtOnce.of(
                        () -> change(version, Map.of(PlanField.TITLE, title), seen),
                        () -> schools.save());
        int now = catalogue.filed(List.of(item)).schools();
        if (answers.getFirst() instanceof Amended.Done) {
            assertThat(amendments.of(plan).getFirst().lines().getFirst().schools())
                    .as("the other school came after the amendment, and filed on the new words")
                    .isEqualTo(now - 1);
        } else {
            assertThat(answers.getFirst())
                    .as("the other school came first, so the figure is another")
                    .isInstanceOf(Amended.Unconfirmed.class);
        }
    }

    @Test
    void givesWayToWhoeverFilesForLong() throws Exception {
        long version = catalogue.head(plan).version();
        transactions.executeWithoutResult(_ -> {
            plans.held();
            try (var threads = Executors.newSingleThreadExecutor()) {
                assertThat(
                                AtOnce.answer(
                                        threads.submit(() ->
                                                Wall.across(() ->
                                                        change(
                                                                version,
                                                                Map.of(
                                                                        PlanField.NATIONAL_TARGET,
                                                                        "7"),
                                                                "")))))
                        .isEqualTo("现在保存填报的单位很多，这次没有改成。您填的内容还在，请稍后再试。");
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        assertThat(catalogue.head(plan).version()).isEqualTo(version);
    }

    private Amended change(long version, Map<PlanField, String> typed, String seen) {
        return changes.changeItem(clerk, plan, item, new Edit(version, typed, REASON, seen));
    }
}
