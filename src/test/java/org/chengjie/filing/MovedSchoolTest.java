package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.manual;
import static org.chengjie.filing.Typing.row;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.organisation.Cities;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.SchoolDraft;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A school is given to a city, or closed, while somebody of it saves: no row is left with the old
 * path (spec X2). What is done here stays done, so it is done in a database of its own.
 */
@SpringBootTest(properties = "chengjie.pool-size=12") // not what the other tests share
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(120)
class MovedSchoolTest {

    private static final String MOVED = "省厅刚调整了本校在名册中的登记，这次没有保存。您填的内容还在，请刷新后再试。";

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Notes notes;
    @Autowired private Mergers mergers;
    @Autowired private SchoolChanges changes;
    @Autowired private FilingWindows windows;
    @Autowired private Plans plans;
    @Autowired private Register register;
    @Autowired private Cities cities;
    @Autowired private TransactionOperations transaction;
    @Autowired private JdbcClient jdbc;

    // The common pool of a small machine has one thread, and these wait for each other.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Actor officer;
    private Actor school;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        if (windows.find(plans.current().id(), officer.unitId()).isEmpty()) {
            world.open(officer);
        }
        if (register.cities(officer.unitId()).stream()
                .noneMatch(city -> city.name().equals("太原市"))) {
            cities.add(officer, "149901", "太原市");
        }
        school = world.school(World.PROVINCE);
    }

    @RepeatedTest(2)
    void makesASaveWaitForTheMoveAndThenRefusesTheOldPath() throws Exception {
        filings.save(school, manual(), CONTACT);
        var save = whileOpen(this::move, this::save);
        assertThat(save).isEqualTo(MOVED);
        assertThat(pathsAreNew()).isTrue();
    }

    @RepeatedTest(2)
    void makesTheFirstSaveOfAllWaitToo() throws Exception {
        assertThat(whileOpen(this::move, this::save)).isEqualTo(MOVED);
        assertThat(filingPaths()).isEmpty();
    }

    @RepeatedTest(2)
    void makesTheMoveWaitForASaveAndThenTakesItsRowsAlong() throws Exception {
        filings.save(school, manual(), CONTACT);
        var moved =
                whileOpen(
                        this::save,
                        () -> {
                            move();
                            return "moved";
                        });
        assertThat(moved).isEqualTo("moved");
        assertThat(pathsAreNew()).isTrue();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from filing.undertaking where starts_with(school_path, :path)")
                                .param("path", path())
                                .query(Long.class)
                                .single())
                .isEqualTo(6);
    }

    @RepeatedTest(2)
    void takesItsNotesAlongAlsoWhereNothingHasBeenFiled() {
        var item = notes.item("3.1");
        notes.write(school, item, "李敏", 0);
        move();
        var path =
                jdbc.sql("select school_path from filing.note where school_id = :id")
                        .param("id", school.unitId())
                        .query(String.class)
                        .single();
        assertThat(path).isEqualTo(path()).isNotEqualTo(school.path());
    }

    @RepeatedTest(2)
    void refusesTheSaveOfASchoolThatIsBeingClosed() throws Exception {
        var version = register.find(school.unitId(), officer.reach()).version();
        var save =
                whileOpen(
                        () -> {
                            changes.close(officer, school.unitId(), version, "停办");
                            return "closed";
                        },
                        this::save);
        assertThat(save).isEqualTo(MOVED);
        assertThat(filingPaths()).isEmpty();
    }

    @RepeatedTest(2)
    void makesTheFirstSaveWaitForAMergerIntoTheSchool() throws Exception {
        var merge = merger();
        assertThat(whileOpen(merge, this::save)).startsWith("本校已提交");
        assertThat(filingPaths()).containsExactly(school.path());
    }

    @RepeatedTest(2)
    void makesTheMergerWaitForTheFirstSaveAndThenLookAgain() throws Exception {
        var merge = merger();
        assertThat(whileOpen(this::save, merge)).startsWith("预览之后两校的登记或填报又有改动");
        assertThat(filingPaths()).containsExactly(school.path());
    }

    /** Of a school that has submitted into this one, which has not yet begun. */
    private Supplier<String> merger() {
        var ending = world.school(World.PROVINCE);
        filings.submit(ending, manual(), CONTACT);
        var seen = mergers.preview(officer, ending.unitId(), school.unitId()).seen();
        return () -> {
            mergers.merge(officer, ending.unitId(), school.unitId(), seen, "并校");
            return "merged";
        };
    }

    private String save() {
        try (var _ = Wall.around(school.reach())) {
            filings.save(school, List.of(row("4.1", 0, "1", "1", "1", "1", "1")), null);
        }
        return "saved";
    }

    private String move() {
        var now = register.find(school.unitId(), officer.reach());
        changes.change(
                officer,
                now.id(),
                now.version(),
                new SchoolDraft(now.code(), now.name(), "专科高职院校", "太原市", "市属"));
        return "moved";
    }

    /** What becomes of the second, begun while the first has been done and not yet committed. */
    private String whileOpen(Supplier<String> first, Supplier<String> second) throws Exception {
        var done = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var open =
                CompletableFuture.runAsync(
                        () ->
                                transaction.executeWithoutResult(status -> {
                                    assertThat(Wall.across(first)).isNotEmpty();
                                    done.countDown();
                                    await(release);
                                }),
                        threads);
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        var waiting = CompletableFuture.supplyAsync(() -> Wall.across(second), threads);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> waiting.isDone() || somebodyWaits());
        assertThat(waiting).as("waits for the first").isNotDone();
        release.countDown();
        open.get(30, TimeUnit.SECONDS);
        try {
            return waiting.join();
        } catch (CompletionException thrown) {
            if (thrown.getCause() instanceof Refusal refused) {
                return refused.words();
            }
            throw thrown;
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String path() {
        return register.find(school.unitId(), officer.reach()).path();
    }

    private boolean pathsAreNew() {
        return filingPaths().equals(List.of(path()))
                && jdbc.sql("select count(*) from filing.undertaking where school_path = :old")
                                .param("old", school.path())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    private List<String> filingPaths() {
        return jdbc.sql("select school_path from filing.filing where school_id = :school")
                .param("school", school.unitId())
                .query((row, n) -> row.getString("school_path"))
                .list();
    }
}
