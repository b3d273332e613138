package org.chengjie.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.PresentFigures;
import org.chengjie.report.Reconciliations;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adjustments in any order, counted at once or later: the kept totals are what the rows say, and
 * the latest edition is what stands (spec P5, P6).
 */
@PageTest
@Tag("server")
class AdjustedTotalsTest {

    private static final List<AdjustedCell> AMOUNTS =
            List.of(
                    AdjustedCell.SELF_RAISED,
                    AdjustedCell.INDUSTRY,
                    AdjustedCell.SPONSOR,
                    AdjustedCell.LOCAL);

    @Autowired private World world;
    @Autowired private PublicationCase cases;
    @Autowired private AdjustmentCase asks;
    @Autowired private Adjustments adjustments;
    @Autowired private Consents consents;
    @Autowired private Editions editions;
    @Autowired private PresentFigures figures;
    @Autowired private Reconciliations reconciliations;
    @Autowired private Plans plans;
    @Autowired private JdbcClient jdbc;

    private final List<String> taken = new ArrayList<>(List.of("1", "2", "3.1", "3.2", "3.3"));
    private final List<String> free = new ArrayList<>(List.of("4.1", "4.2", "5"));
    private Actor officer;
    private Actor ministry;
    private Actor school;

    @BeforeEach
    void publish() {
        officer = world.officer(World.PROVINCE, "周敏");
        ministry = world.ministry();
        world.open(officer);
        school = cases.published(officer, ministry);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsWhatTheRowsSayAfterEveryAdjustment(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < 20; n++) {
            long id = asked(random, String.valueOf(100 + n));
            consents.consent(ministry, id, adjustments.find(ministry, id).version());
            if (random.nextInt(3) == 0) {
                jdbc.sql("select report.fold()").query(Long.class).single();
            }
            assertThat(reconciliations.reconcile()).as("after adjustment %d", n + 1).isEmpty();
            var plan = plans.current();
            var edition = editions.latest(plan.id()).orElseThrow();
            var present = figures.of(plan, officer.reach()).get(officer.unitId());
            assertThat(edition.included().getFirst().rollUp())
                    .isEqualTo(Objects.requireNonNull(present).rollUp());
        }
    }

    /** A row given up, one taken on, the province's own, or one figure that was another before. */
    private long asked(Random random, String figure) {
        int kind = random.nextInt(6);
        if (kind == 0 && taken.size() > 1) {
            var no = taken.remove(random.nextInt(taken.size()));
            free.add(no);
            return asked(school, no, Map.of(), false);
        }
        if (kind == 1 && !free.isEmpty()) {
            var no = free.remove(random.nextInt(free.size()));
            taken.add(no);
            var cells = new EnumMap<AdjustedCell, String>(AdjustedCell.class);
            AMOUNTS.forEach(cell -> cells.put(cell, figure));
            if (takesQuantity(no)) {
                cells.put(AdjustedCell.QUANTITY, figure);
            }
            return asked(school, no, cells, true);
        }
        if (kind == 2) {
            return asked(null, "9", Map.of(AdjustedCell.PROVINCIAL, figure), true);
        }
        var no = taken.get(random.nextInt(taken.size()));
        var cell =
                takesQuantity(no) && random.nextBoolean()
                        ? AdjustedCell.QUANTITY
                        : AMOUNTS.get(random.nextInt(AMOUNTS.size()));
        return asked(school, no, Map.of(cell, figure), true);
    }

    private long asked(
            @Nullable Actor of, String no, Map<AdjustedCell, String> cells, boolean undertaken) {
        long id = asks.begun(officer);
        asks.pick(officer, id, of, no);
        assertThat(asks.submit(officer, id, cells, undertaken)).isEmpty();
        return id;
    }

    private boolean takesQuantity(String no) {
        return plans.current().items().stream()
                .anyMatch(item -> item.no().equals(no) && item.takesQuantity());
    }
}
