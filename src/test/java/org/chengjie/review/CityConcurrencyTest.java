package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.filing.Undertaking;
import org.chengjie.organisation.Kind;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A city and others who act at once: no opinion is given on a row that has been decided, and none
 * is overridden unread (spec R5, R6). What is done here stays done, in a database of its own.
 */
@SpringBootTest
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(60)
class CityConcurrencyTest {

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;
    @Autowired private Settings settings;
    @Autowired private CityReviews reviews;
    @Autowired private Opinions opinions;

    private Actor officer;
    private Actor city;
    private Actor school;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        if (windows.find(plans.current().id(), officer.unitId()).isEmpty()) {
            world.open(officer);
        }
        settings.switchCityReview(officer, true);
        city = world.city(World.PROVINCE, "丙市");
        school = world.schoolOf(city, Kind.SECONDARY);
        filings.submit(school, Typing.manual(), Typing.CONTACT);
    }

    @RepeatedTest(5)
    void speaksOfARowBeforeItIsDecidedOrNotAtAll() throws Exception {
        var row = row();
        var answers =
                atOnce(
                        () -> give(Stance.AGREE, row),
                        () ->
                                decisions.decide(
                                        officer,
                                        school.unitId(),
                                        Step.APPROVE,
                                        List.of(new Pick(row.id(), row.version())),
                                        "",
                                        Set.of()));
        assertThat(row().stage()).isEqualTo(Stage.APPROVED);
        assertThat(answers.get(1).moved()).isEqualTo(1);
        assertThat(opinions.of(school.unitId(), city.reach())).hasSize(answers.get(0).moved());
        assertThat(answers.get(0).missed()).hasSize(1 - answers.get(0).moved());
    }

    @RepeatedTest(5)
    void letsOneOfTwoColleaguesSpeak() throws Exception {
        var row = row();
        var answers = atOnce(() -> give(Stance.AGREE, row), () -> give(Stance.DISAGREE, row));
        assertThat(answers).map(Outcome::moved).containsExactlyInAnyOrder(0, 1);
        assertThat(opinions.of(school.unitId(), city.reach()).get(row.id()))
                .extracting(Opinion::stance)
                .isEqualTo(answers.get(0).moved() == 1 ? Stance.AGREE : Stance.DISAGREE);
    }

    private Outcome give(Stance stance, Undertaking row) {
        return reviews.give(
                city,
                school.unitId(),
                stance,
                List.of(OpinionPick.of(row.id(), row.version(), null)),
                "意见");
    }

    private Undertaking row() {
        var form = filings.form(school);
        var item =
                form.items().stream().filter(one -> one.no().equals("2")).findFirst().orElseThrow();
        return Objects.requireNonNull(form.filing()).row(item);
    }

    private static List<Outcome> atOnce(Callable<Outcome> one, Callable<Outcome> other)
            throws InterruptedException, ExecutionException {
        var gate = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> waitThen(gate, one));
            var second = people.submit(() -> waitThen(gate, other));
            gate.countDown();
            return List.of(first.get(), second.get());
        }
    }

    private static Outcome waitThen(CountDownLatch gate, Callable<Outcome> act) throws Exception {
        assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
        try (var _ = Wall.open()) {
            return act.call();
        }
    }
}
