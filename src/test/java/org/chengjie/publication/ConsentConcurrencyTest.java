package org.chengjie.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.chengjie.AtOnce;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.PresentFigures;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Clerks who act at once: nothing is published twice, an adjustment is decided once, and of two
 * about one row one is refused in words (spec P5). What is done here stays done, in a database that
 * only tests of this kind share, and in a province of its own.
 */
@SpringBootTest(properties = "chengjie.plan-title=并发")
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(120)
class ConsentConcurrencyTest {

    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private AdjustmentCase asks;
    @Autowired private Publications publications;
    @Autowired private Adjustments adjustments;
    @Autowired private Consents consents;
    @Autowired private Editions editions;
    @Autowired private PresentFigures figures;
    @Autowired private Plans plans;

    private static @Nullable Actor published;

    private Actor officer;
    private Actor clerk;
    private Actor other;
    private Actor school;
    private int quantity;

    @BeforeEach
    void publish() throws Exception {
        officer = world.officer(World.OTHER_PROVINCE, "周敏");
        clerk = world.ministry();
        other = world.ministry();
        if (published == null) {
            world.open(officer);
            published = cases.accepted(officer, clerk);
            publishesOnce();
        }
        school = Objects.requireNonNull(published);
        quantity = editions.latest(plans.current().id()).orElseThrow().no() * 10;
    }

    private void publishesOnce() throws Exception {
        var omissions = cases.omissions(clerk);
        var seen = publications.draft(clerk, omissions).edition().seen();
        var answers =
                AtOnce.of(
                        () ->
                                publications.publish(
                                        clerk, PublicationCase.ANNOUNCEMENT, omissions, seen),
                        () ->
                                publications.publish(
                                        other, PublicationCase.ANNOUNCEMENT, omissions, seen));
        assertThat(editions.all()).hasSize(1);
        assertThat(answers).contains("还不能公布，有 1 处要办理。没有公布。");
    }

    @RepeatedTest(4)
    void decidesAnAdjustmentOnce() throws Exception {
        long id = ask(1);
        long version = adjustments.find(clerk, id).version();
        var answers =
                AtOnce.of(
                        () -> consents.consent(clerk, id, version),
                        () -> {
                            consents.refuse(other, id, version, "不同意");
                            return "refused";
                        });
        boolean consented = adjustments.find(clerk, id).state() == AdjustmentState.CONSENTED;
        assertThat(answers.get(consented ? 1 : 0).toString())
                .startsWith("这份调整备案已由何司于")
                .contains("没有生效");
        agrees();
    }

    @RepeatedTest(4)
    void consentsToOneOfTwoAboutTheSameRow() throws Exception {
        long one = ask(2);
        long two = ask(3);
        var answers = AtOnce.of(() -> consent(clerk, one), () -> consent(other, two));
        assertThat(answers)
                .filteredOn(answer -> answer instanceof String)
                .containsExactly("3.1 在报送以后又有改动，这份调整备案不能同意。请退给省厅重新核对。");
        agrees();
    }

    private long ask(int more) {
        return asks.submitted(
                officer, school, "3.1", AdjustedCell.QUANTITY, String.valueOf(quantity + more));
    }

    private long consent(Actor by, long id) {
        return consents.consent(by, id, adjustments.find(by, id).version());
    }

    /** What is published is what the rows come to. */
    private void agrees() {
        var latest = editions.latest(plans.current().id()).orElseThrow();
        assertThat(latest.included().getFirst().rollUp())
                .isEqualTo(
                        Objects.requireNonNull(
                                        figures.of(plans.current(), officer.reach())
                                                .get(officer.unitId()))
                                .rollUp());
    }
}
