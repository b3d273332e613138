package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two windows type into one form at random, while connections are cut, answers get lost, and pages
 * are loaded anew; then the trail of what was really stored is held against what was typed (spec
 * F5-F7): nothing in it that nobody typed, nothing stored over a value that the writer had not
 * seen, and no value that a page said was saved missing from it.
 */
@Tag("journey")
class TwoAtOneFormTest {

    private static final String PASSWORD = "liangren2020";
    private static final String SAVES = "**/school/undertakings";
    private static final int STEPS = 300;
    private static final List<String> ROWS = List.of("1", "2", "3.1", "3.2");

    /** The sources in the order in which a row's stored text has them, after tick and quantity. */
    private static final List<String> SOURCES = List.of("学校自筹", "行业企业投入", "举办方投入", "地市县投入");

    /** Remembers every content that a row of the page was known to have on the server. */
    private static final String REMEMBER =
            """
            addEventListener('DOMContentLoaded', () => {
              const known = JSON.parse(sessionStorage.getItem('known') ?? '[]');
              const note = (row) => {
                known.push([row.dataset.no, row.dataset.saved]);
                sessionStorage.setItem('known', JSON.stringify(known));
              };
              document.querySelectorAll('tr[data-saved]').forEach(note);
              new MutationObserver((changes) => changes.forEach((change) => note(change.target)))
                .observe(document.body, { attributes: true, attributeFilter: ['data-saved'], subtree: true });
            });
            """;

    /** One of the two windows, and all it has typed. */
    private static final class Typist {

        private final Visitor visitor;
        private final Map<String, Set<String>> typed = new HashMap<>();
        private boolean cut;

        Typist(String code) {
            visitor = Visitor.atADesk().bears(".*");
            visitor.page().addInitScript(REMEMBER);
            visitor.signsIn("学校（或其他）", code, PASSWORD);
            visitor.reads("承接任务");
        }

        Page page() {
            return visitor.page();
        }

        void types(String no, String source, String value) {
            var cell = new FormOnScreen(visitor).cell(no, source);
            if (cell.isEnabled()) {
                typed.computeIfAbsent(no + " " + source, _ -> new HashSet<>()).add(value);
                cell.fill(value);
            }
        }

        /** From now on requests do not arrive, or arrive and their answers do not. */
        void cuts(boolean arriving) {
            mends();
            cut = true;
            page().route(
                            SAVES,
                            route -> {
                                if (arriving && route.request().method().equals("POST")) {
                                    lose(route);
                                } else {
                                    route.abort();
                                }
                            });
        }

        void mends() {
            if (cut) {
                page().unroute(SAVES);
                cut = false;
            }
        }

        void loadsAnew(boolean restores) {
            mends();
            page().reload();
            page().waitForTimeout(200);
            for (var button : page().locator("[data-restore]").all()) {
                if (restores) {
                    button.click();
                }
            }
        }

        void chooses(boolean mine) {
            var choice =
                    page().getByText(
                                    mine ? "保留我的" : "改用对方的",
                                    new Page.GetByTextOptions().setExact(true));
            if (choice.first().isVisible()) {
                choice.first().click();
            }
        }

        boolean settled() {
            return page().locator("[data-keep]").count() == 0
                    && page().locator("#save-state").innerText().startsWith("已保存");
        }

        /** Row → every content it was known here to have on the server. */
        List<List<String>> known() {
            var known = new ArrayList<List<String>>();
            @SuppressWarnings("unchecked")
            var pairs =
                    (List<List<String>>)
                            page().evaluate("JSON.parse(sessionStorage.getItem('known'))");
            known.addAll(pairs);
            return known;
        }

        private static void lose(Route route) {
            try {
                route.fetch();
            } finally {
                route.abort();
            }
        }
    }

    /** A change of a cell as the trail has it. */
    private record Change(String cell, String before, String after) {}

    private final Product product = Product.running();
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void loseNothingAndInventNothing() {
        System.out.println("seed " + seed);
        var code = product.school("140000");
        try (var first = Visitor.atADesk()) {
            first.signsIn("学校（或其他）", code, "123456");
            first.changesTheInitialPassword(PASSWORD);
            first.reads("承接任务");
            var form = new FormOnScreen(first);
            ROWS.forEach(no -> form.tick(no).check());
            form.saves();
        }
        var one = new Typist(code);
        var two = new Typist(code);
        try (one.visitor;
                two.visitor) {
            for (int step = 1; step <= STEPS; step++) {
                act(random.nextBoolean() ? one : two, step);
            }
            List.of(one, two).forEach(Typist::mends);
            for (int turn = 0; turn < 40 && !(one.settled() && two.settled()); turn++) {
                List.of(one, two)
                        .forEach(typist -> {
                            typist.chooses(true);
                            typist.page().waitForTimeout(500);
                        });
            }
            assertThat(one.page().locator("#save-state")).containsText("已保存");
            assertThat(two.page().locator("#save-state")).containsText("已保存");
            judge(one, two, trail(code));
        }
    }

    private void act(Typist typist, int step) {
        switch (random.nextInt(20)) {
            case 0 -> typist.cuts(false);
            case 1 -> typist.cuts(true);
            case 2, 3, 4 -> typist.mends();
            case 5 -> typist.loadsAnew(random.nextInt(4) > 0);
            case 6, 7 -> typist.chooses(random.nextBoolean());
            case 8, 9, 10 -> typist.page().waitForTimeout(random.nextInt(900));
            default ->
                    typist.types(
                            ROWS.get(random.nextInt(ROWS.size())),
                            SOURCES.get(random.nextInt(SOURCES.size())),
                            String.valueOf(step));
        }
    }

    private void judge(Typist one, Typist two, List<Change> trail) {
        var stands = new HashMap<String, String>();
        var stored = new HashMap<String, Set<String>>();
        for (var change : trail) {
            assertThat(change.before())
                    .as("what %s was before, seed %d", change, seed)
                    .isEqualTo(stands.getOrDefault(change.cell(), ""));
            assertThat(List.of(one, two))
                    .as("who typed %s, seed %d", change, seed)
                    .anyMatch(typist ->
                            change.after().isEmpty()
                                    || typedBy(typist, change.cell(), change.after()));
            // Choosing one's own row writes all of it, also what it had from before.
            var writers =
                    List.of(one, two).stream()
                            .filter(typist -> hadSeen(typist, change.cell(), change.after()))
                            .toList();
            assertThat(writers)
                    .as("who had seen what %s replaced, seed %d", change, seed)
                    .anyMatch(typist -> hadSeen(typist, change.cell(), change.before()));
            stands.put(change.cell(), change.after());
            stored.computeIfAbsent(change.cell(), _ -> new HashSet<>()).add(change.after());
        }
        for (var typist : List.of(one, two)) {
            for (var known : typist.known()) {
                for (int i = 0; i < SOURCES.size(); i++) {
                    var value = known.get(1).split("\\|", -1)[2 + i];
                    var cell = known.getFirst() + " " + SOURCES.get(i);
                    if (!value.isEmpty()) {
                        assertThat(stored.getOrDefault(cell, Set.of()))
                                .as("stored of %s, seed %d", cell, seed)
                                .contains(value);
                    }
                }
            }
            shows(typist, stands);
        }
    }

    /** A fresh page shows what the trail ends with. */
    private static void shows(Typist typist, Map<String, String> stands) {
        typist.page().reload();
        for (var no : ROWS) {
            for (var source : SOURCES) {
                Locator cell = new FormOnScreen(typist.visitor).cell(no, source);
                assertThat(cell).hasValue(stands.getOrDefault(no + " " + source, ""));
            }
        }
    }

    private static boolean typedBy(Typist typist, String cell, String value) {
        return typist.typed.getOrDefault(cell, Set.of()).contains(value);
    }

    private static boolean hadSeen(Typist typist, String cell, String value) {
        if (value.isEmpty() || typedBy(typist, cell, value)) {
            return true;
        }
        var parts = cell.split(" ", -1);
        int at = 2 + SOURCES.indexOf(parts[1]);
        return typist.known().stream()
                .anyMatch(known ->
                        known.getFirst().equals(parts[0])
                                && known.get(1).split("\\|", -1)[at].equals(value));
    }

    private List<Change> trail(String code) {
        return product.changes(code).stream()
                .filter(change -> SOURCES.stream().anyMatch(change.getFirst()::endsWith))
                .map(change -> new Change(change.getFirst(), change.get(1), change.get(2)))
                .toList();
    }
}
