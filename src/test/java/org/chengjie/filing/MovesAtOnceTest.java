package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Every move of spec R1 at the same moment as every other, each person behind their own wall:
 * whatever comes first, the moves that are told follow from each other, each that was acknowledged
 * is told once, and whoever was too late is told so.
 */
@SpringBootTest
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(60)
class MovesAtOnceTest {

    private static final int ROWS = 5;
    private static final int ROUNDS = 2;

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor colleague;
    private Actor school;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        colleague = world.officer(World.PROVINCE, "吴刚");
        school = world.school(World.PROVINCE);
        if (windows.find(plans.current().id(), officer.unitId()).isEmpty()) {
            world.open(officer);
        }
    }

    /** Made by the ministry's consent alone, which has a test of its own. */
    private static final Set<Step> CONSENTED = Set.of(Step.ADJUST, Step.TAKE_ON, Step.DROP);

    /** Two moves, and each stage that both may start from, or, where there is none, one of them. */
    static Stream<Arguments> pairs() {
        var pairs = new ArrayList<Arguments>();
        var steps = Stream.of(Step.values()).filter(step -> !CONSENTED.contains(step)).toList();
        for (var one : steps) {
            for (var other : steps) {
                if (one.compareTo(other) <= 0) {
                    var both = Stream.of(Stage.values()).filter(one::leadsFrom);
                    var shared = both.filter(other::leadsFrom).toList();
                    (shared.isEmpty() ? one.from() : shared)
                            .forEach(stage -> pairs.add(Arguments.of(one, other, stage)));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} × {1} from {2}")
    @MethodSource("pairs")
    void makesOneMoveAfterTheOther(Step one, Step other, Stage from) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            school = world.school(World.PROVINCE);
            bringTo(from);
            long before = told();
            long receipts = receipts();
            var first = deed(one, colleague);
            var second = deed(other, other == Step.UNDO ? officer : colleague);
            int done = atOnce(first, second);
            assertThat(done).isBetween(1, 2);
            assertThat(told()).isEqualTo(before + (long) done * ROWS);
            assertThat(receipts() - receipts).isEqualTo(submits() - (from == Stage.DRAFT ? 0 : 1));
            followsFromOneAnother();
        }
    }

    private void bringTo(Stage stage) {
        if (stage == Stage.DRAFT) {
            filings.save(school, manual(), CONTACT);
            return;
        }
        filings.submit(school, manual(), CONTACT);
        switch (stage) {
            case APPROVED -> decide(officer, Step.APPROVE, picks());
            case RETURNED -> decide(officer, Step.RETURN, picks());
            case REJECTED -> decide(officer, Step.REJECT, picks());
            case SUBMITTED, DRAFT -> {}
        }
    }

    /** What the person does who has the page of this moment open; how many moves of all rows. */
    private Callable<Integer> deed(Step step, Actor by) {
        var picks = picks();
        return switch (step) {
            case SUBMIT -> behind(school, this::submitted);
            case WITHDRAW ->
                    behind(
                            school,
                            () -> {
                                filings.withdraw(school);
                                return 1;
                            });
            case RELEASE ->
                    behind(
                            by,
                            () -> {
                                decisions.release(by, school.unitId(), "学校申请");
                                return 1;
                            });
            case UNDO -> {
                var last = decisions.last(officer).map(Decision::id).orElse(0L);
                yield behind(officer, () -> undone(last));
            }
            case APPROVE, RETURN, REJECT, REOPEN ->
                    behind(by, () -> whole(decide(by, step, picks).moved()));
            case ADJUST, TAKE_ON, DROP ->
                    throw new IllegalArgumentException(step + " is made by a consent alone");
        };
    }

    private int submitted() {
        boolean again = filings.returned(school) > 0;
        var answer =
                again
                        ? filings.resubmit(school, List.of(), Set.of("1", "2", "3.1", "3.2", "3.3"))
                        : filings.submit(school, List.of(), null);
        return answer instanceof Submission.Accepted ? 1 : 0;
    }

    private int undone(long decision) {
        int moved = 0;
        var undo = decisions.undo(officer, decision);
        for (var rows : undo.rows()) {
            moved += decisions.carryOut(officer, undo.decisionId(), rows).moved();
        }
        return whole(moved);
    }

    /** All rows or none: they are held by one lock. */
    private static int whole(int moved) {
        assertThat(moved).isIn(0, ROWS);
        return moved / ROWS;
    }

    private Outcome decide(Actor by, Step step, List<Pick> picks) {
        return decisions.decide(by, school.unitId(), step, picks, "不行", Set.of());
    }

    private List<Pick> picks() {
        return Objects.requireNonNull(filings.form(school).filing()).rows().values().stream()
                .map(Pick::of)
                .toList();
    }

    private static Callable<Integer> behind(Actor actor, Callable<Integer> deed) {
        return () -> {
            try (var _ = Wall.around(actor.reach())) {
                return deed.call();
            }
        };
    }

    /** How many of the two were done; whoever was refused was told in words, and nothing failed. */
    private static int atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var ready = new CountDownLatch(2);
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    Stream.of(one, other)
                            .map(deed ->
                                    threads.submit(() -> {
                                        ready.countDown();
                                        ready.await();
                                        return deed.call();
                                    }))
                            .toList();
            for (var answer : answers) {
                try {
                    done += answer.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException thrown) {
                    assertThat(thrown).hasCauseInstanceOf(Refusal.class);
                }
            }
        }
        return done;
    }

    /** Replays what is told of each row, and arrives where the row is. */
    private void followsFromOneAnother() {
        for (var pick : picks()) {
            var stage = Stage.DRAFT;
            for (var step : steps(pick.undertakingId())) {
                assertThat(step.from()).as("%s from %s", step, stage).contains(stage);
                stage = step.to();
            }
            assertThat(stageOf(pick.undertakingId())).isEqualTo(stage);
        }
        boolean draft =
                picks().stream().allMatch(pick -> stageOf(pick.undertakingId()) == Stage.DRAFT);
        assertThat(Objects.requireNonNull(filings.form(school).filing()).submitted())
                .isNotEqualTo(draft);
    }

    private List<Step> steps(long undertaking) {
        return jdbc.sql("select step from filing.move where undertaking_id = :id order by id")
                .param("id", undertaking)
                .query((row, n) -> Step.valueOf(row.getString("step")))
                .list();
    }

    private Stage stageOf(long undertaking) {
        return jdbc.sql("select stage from filing.undertaking where id = :id")
                .param("id", undertaking)
                .query((row, n) -> Stage.valueOf(row.getString("stage")))
                .single();
    }

    /** How often the school has submitted all its rows. */
    private long submits() {
        return count("filing.move where step = 'SUBMIT' and school_path = :path") / ROWS;
    }

    private long told() {
        return count("filing.move where school_path = :path");
    }

    private long receipts() {
        return count(
                "filing.submission s join filing.filing f on f.id = s.filing_id where f.school_path = :path");
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what)
                .param("path", school.path())
                .query(Long.class)
                .single();
    }
}
