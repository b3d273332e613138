package org.chengjie.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chengjie.filing.Typing.CONTACT;
import static org.chengjie.filing.Typing.row;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Mergers;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.TypedRow;
import org.chengjie.filing.Undertaking;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.SchoolDraft;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.review.Lists;
import org.chengjie.review.Rows;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * Whatever is done in whatever order, the kept figures are what the rows say (spec P6). What is
 * done here stays done, so it is done in a database of its own.
 */
@SpringBootTest(properties = "chengjie.pool-size=9") // not what the other tests share
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Tag("server")
@Timeout(180)
class RollUpTest {

    private static final List<String> CITIES = List.of("太原市", "大同市", "");

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private FilingWindows windows;
    @Autowired private SchoolChanges changes;
    @Autowired private Mergers mergers;
    @Autowired private Register register;
    @Autowired private Plans plans;
    @Autowired private Country country;
    @Autowired private Reconciliations reconciliations;
    @Autowired private Rows listed;
    @Autowired private Lists lists;
    @Autowired private JdbcClient jdbc;

    private final List<String> done = new ArrayList<>();
    private final List<Actor> schools = new CopyOnWriteArrayList<>();
    private Instant clock = World.DURING;
    private Actor officer;
    private Actor other;

    @BeforeEach
    void arrive() {
        officer = arrive(World.PROVINCE);
        other = arrive(World.OTHER_PROVINCE);
        for (int n = 0; n < 4; n++) {
            schools.add(world.school(World.PROVINCE));
        }
        schools.add(world.school(World.OTHER_PROVINCE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsWhatTheRowsSayAfterEveryStep(long seed) {
        var random = new Random(seed);
        int moved = 0;
        for (int n = 0; n < 300; n++) {
            moved += step(random) ? 1 : 0;
            assertThat(reconciliations.reconcile()).as("after %s", done).isEmpty();
            if (n % 3 == 0) {
                listed(World.DURING.minusSeconds(n % 2));
            }
        }
        assertThat(moved).as("steps that were not refused").isGreaterThan(60);
        assertThat(done.stream().map(step -> step.split(" ", -1)[0]).distinct())
                .as("kinds of steps that were not refused")
                .hasSizeGreaterThan(10);
    }

    @Test
    void namesWhatDiffersAndTakesTheRowsWordWhenAsked() {
        var school = schools.getFirst();
        filings.submit(school, List.of(row("3.2", 0, "2", "10", "0", "0", "0")), CONTACT);
        fold();
        var place =
                jdbc.sql("select place from report.school where school_id = :school")
                        .param("school", school.unitId())
                        .query(String.class)
                        .single();
        jdbc.sql(
                        "update report.figure set quantity = quantity + 5 where place = :place and item_id = :item")
                .param("place", place)
                .param("item", item("3.2").id())
                .update();
        jdbc.sql(
                        "update report.tally set schools = schools + 1 where place = '/1/' and standing = 'SUBMITTED'")
                .update();
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        assertThat(ReconcileRunner.reconcile(reconciliations, false, out)).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .containsPattern("全国　已提交　院校数：保存的合计 \\d+，逐行相加 \\d+")
                .containsPattern("山西省.+　3.2 .+　已提交数量：保存的合计 \\d+，逐行相加 \\d+")
                .contains("有 2 处不一致");
        assertThat(ReconcileRunner.reconcile(reconciliations, true, out)).isZero();
        assertThat(ReconcileRunner.reconcile(reconciliations, false, out)).isZero();
        assertThat(said.toString(UTF_8)).contains("全部合计与逐行相加一致");
    }

    @Test
    void keepsWhatTheRowsSayWhileManyActAtOnce() throws Exception {
        var results = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (long seed = 11; seed < 16; seed++) {
                var random = new Random(seed);
                tasks.add(() -> {
                    int moved = 0;
                    for (int n = 0; n < 60; n++) {
                        moved += step(random) ? 1 : 0;
                    }
                    return moved;
                });
            }
            tasks.add(() -> {
                Wall.turn(new Reach("/"));
                for (int n = 0; n < 40; n++) {
                    fold();
                    assertThat(reconciliations.reconcile()).isEmpty();
                }
                return 0;
            });
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
        assertThat(results.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(60);
        assertThat(reconciliations.reconcile()).isEmpty();
    }

    @Test
    void costsADraftNothingAndASubmitALineForEachRow() {
        fold();
        filings.save(schools.getFirst(), org.chengjie.filing.Typing.manual(), CONTACT);
        assertThat(log()).isZero();
        filings.submit(schools.getFirst(), List.of(), null);
        assertThat(log()).isEqualTo(5);
        fold();
        assertThat(log()).isZero();
    }

    @Test
    void tellsAFigureThatWasTamperedWith() {
        filings.submit(schools.getFirst(), org.chengjie.filing.Typing.manual(), CONTACT);
        fold();
        jdbc.sql(
                        "update report.figure set self_raised = self_raised + 1 where place = :place and item_id = :item")
                .param("place", country.provinces(officer.reach()).getFirst().path())
                .param("item", item("2").id())
                .update();
        assertThat(reconciliations.reconcile())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.subject()).startsWith("2 ");
                    assertThat(one.figure()).isEqualTo(KeptFigure.SELF_RAISED);
                    assertThat(one.kept()).isEqualTo(one.counted() + 1);
                });
        reconciliations.recount();
        assertThat(reconciliations.reconcile()).isEmpty();
    }

    /** What an officer is shown, behind the wall. */
    private void listed(Instant since) {
        Wall.turn(officer.reach());
        try {
            lists.sayWhatTheRowsSay(officer.reach(), since);
        } catch (AssertionError unlike) {
            throw new AssertionError("after " + done, unlike);
        } finally {
            Wall.turn(new Reach("/"));
        }
    }

    private boolean step(Random random) {
        Wall.turn(new Reach("/"));
        int turn = random.nextInt(schools.size());
        var school = schools.get(turn);
        var reviewer = school.path().startsWith(officer.path()) ? officer : other;
        int kind = random.nextInt(17);
        try {
            switch (kind) {
                case 0, 1, 2 -> filings.save(school, typed(random, school), CONTACT);
                case 3, 4 -> filings.submit(school, typed(random, school), CONTACT);
                case 5 -> filings.withdraw(school);
                case 6 -> decide(reviewer, school, Step.APPROVE, Stage.SUBMITTED, random);
                case 7 -> decide(reviewer, school, Step.RETURN, Stage.SUBMITTED, random);
                case 8 -> decide(reviewer, school, Step.REOPEN, Stage.APPROVED, random);
                case 9 -> filings.mend(school, typed(random, school));
                case 10 -> decisions.release(reviewer, school.unitId(), "学校申请");
                case 11 -> move(reviewer, school, random);
                case 12 -> {
                    closeOrReopen(reviewer, school, random);
                    if (random.nextBoolean()) {
                        schools.set(turn, world.school(reviewer.unitCode()));
                    }
                }
                case 13 -> fold();
                case 14 -> {
                    clock = clock.plusSeconds(360);
                    Wall.turn(officer.reach());
                    listed.keepMarksFresh(officer.reach(), clock);
                    Wall.turn(new Reach("/"));
                }
                default -> decide(reviewer, school, Step.APPROVE, Stage.SUBMITTED, random);
            }
            told(kind + " " + school.unitCode());
            return kind != 13 && kind != 14;
        } catch (Refusal | PessimisticLockingFailureException refused) {
            return false;
        }
    }

    private synchronized void told(String step) {
        done.add(step);
    }

    private void decide(Actor by, Actor school, Step step, Stage from, Random random) {
        var picks =
                rows(school).stream()
                        .filter(row -> row.undertaken() && row.stage() == from)
                        .filter(row -> random.nextInt(3) > 0)
                        .map(row -> new Pick(row.id(), row.version()))
                        .toList();
        decisions.decide(by, school.unitId(), step, picks, "请核实", Set.of());
    }

    private void move(Actor by, Actor school, Random random) {
        var entry = register.find(school.unitId(), by.reach());
        changes.change(
                by,
                entry.id(),
                entry.version(),
                new SchoolDraft(
                        entry.code(),
                        entry.name(),
                        Labels.of(entry.kind()),
                        CITIES.get(random.nextInt(2)),
                        "省属"));
    }

    private void closeOrReopen(Actor by, Actor school, Random random) {
        var entry = register.find(school.unitId(), by.reach());
        if (entry.closed()) {
            changes.reopen(by, entry.id(), entry.version());
        } else if (random.nextInt(3) == 0) {
            changes.close(by, entry.id(), entry.version(), "并校");
        } else {
            var into = schools.get(random.nextInt(schools.size()));
            var seen = mergers.preview(by, school.unitId(), into.unitId());
            mergers.merge(by, school.unitId(), into.unitId(), seen.seen(), "并校");
        }
    }

    private List<TypedRow> typed(Random random, Actor school) {
        var rows = new ArrayList<TypedRow>();
        for (var no : List.of("1", "2", "3.1", "3.2", "5")) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            var item = item(no);
            long version =
                    rows(school).stream()
                            .filter(row -> row.itemId() == item.id())
                            .mapToLong(Undertaking::version)
                            .findFirst()
                            .orElse(0);
            rows.add(
                    random.nextInt(6) == 0
                            ? org.chengjie.filing.Typing.unticked(no, version)
                            : row(
                                    no,
                                    version,
                                    item.takesQuantity() ? "" + (1 + random.nextInt(9)) : "-",
                                    wan(random),
                                    random.nextInt(3) == 0 ? "0" : "" + random.nextInt(100),
                                    random.nextInt(3) == 0 ? "0" : random.nextInt(5) + ".5",
                                    "0"));
        }
        return rows;
    }

    /** Now and then nothing, or 元 typed for 万元: rows that get a mark. */
    private static String wan(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "0";
            case 2 -> "300000";
            default -> "" + random.nextInt(100);
        };
    }

    private List<Undertaking> rows(Actor school) {
        var filing = filings.form(school).filing();
        return filing == null ? List.of() : List.copyOf(filing.rows().values());
    }

    private Item item(String no) {
        return plans.current().items().stream()
                .filter(item -> item.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private Actor arrive(String province) {
        var arrived = world.officer(province, "周敏");
        if (windows.find(plans.current().id(), arrived.unitId()).isEmpty()) {
            world.open(arrived);
        }
        return Objects.requireNonNull(arrived);
    }

    private void fold() {
        jdbc.sql("select report.fold()").query(Long.class).single();
    }

    private long log() {
        return jdbc.sql("select count(*) from report.figure_change").query(Long.class).single();
    }
}
