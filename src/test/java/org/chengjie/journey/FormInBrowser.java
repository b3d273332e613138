package org.chengjie.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the form with all its rows costs a browser: its weight on the wire, the time until it can be
 * typed into, and how long a key stroke waits; on this machine's speed and on a quarter of it, as
 * an old office computer has. {@code bin/bench} runs it; it claims nothing.
 */
@Tag("bench")
class FormInBrowser {

    private static final String PASSWORD = "chengzhong2020";
    private static final int STROKES = 200;

    /**
     * How long each event on a cell waited and took, and how long it was until the next picture.
     */
    private static final String OBSERVE =
            """
            window.strokes = [];
            new PerformanceObserver((list) => list.getEntries()
              .filter((entry) => entry.name === 'keydown' || entry.name === 'beforeinput' || entry.name === 'input')
              .forEach((entry) => strokes.push([entry.processingStart - entry.startTime, entry.duration])))
              .observe({ type: 'event', buffered: true, durationThreshold: 16 });
            """;

    /** The handlers' own time for one change of a cell. */
    private static final String TYPE =
            """
            (count) => {
              const cells = [...document.querySelectorAll('#filing input.cell:not([disabled])')];
              const times = [];
              for (let i = 0; i < count; i++) {
                const cell = cells[i % cells.length];
                cell.focus();
                cell.value = String(i + 1);
                const began = performance.now();
                cell.dispatchEvent(new InputEvent('input', { bubbles: true }));
                times.push(performance.now() - began);
              }
              return times.sort((a, b) => a - b);
            }
            """;

    private static final String ARRIVAL =
            """
            () => {
              const [page] = performance.getEntriesByType('navigation');
              const files = performance.getEntriesByType('resource');
              const of = (end) => files.filter((file) => new URL(file.name).pathname.endsWith(end));
              const sum = (list, what) => list.reduce((all, file) => all + file[what], 0);
              return [page.transferSize, page.decodedBodySize, sum(of('.js'), 'transferSize'), sum(of('.js'), 'decodedBodySize'),
                      of('.js').length, sum(of('.css'), 'transferSize'), page.domContentLoadedEventEnd, page.domInteractive,
                      document.querySelectorAll('*').length].map(Number);
            }
            """;

    private final Product product = Product.running();

    @Test
    void costs() {
        var code = product.school("140000");
        try (var school = Visitor.atADesk()) {
            school.signsIn("学校（或其他）", code, "123456");
            school.changesTheInitialPassword(PASSWORD);
            school.reads("承接任务");
            for (var tick : school.page().locator("#filing input[name^='on-']").all()) {
                tick.check();
            }
            new FormOnScreen(school).saves();
        }
        measure(code, 1);
        measure(code, 4);
    }

    private void measure(String code, int slower) {
        var loads = new ArrayList<List<Number>>();
        List<Number> handled = List.of();
        List<List<Number>> strokes = List.of();
        for (int i = 0; i < 5; i++) {
            try (var school =
                    new Visitor(new Browser.NewContextOptions().setViewportSize(1440, 1000))) {
                school.signsIn("学校（或其他）", code, PASSWORD);
                school.reads("承接任务");
                slow(school.page(), slower);
                // The files of the page are in the browser's store by now; a first visit asks for
                // all.
                school.page()
                        .context()
                        .newCDPSession(school.page())
                        .send("Network.clearBrowserCache");
                school.page().reload();
                loads.add(numbers(school.page().evaluate(ARRIVAL)));
                if (i == 4) {
                    handled = numbers(school.page().evaluate(TYPE, STROKES));
                    school.page().evaluate(OBSERVE);
                    var cell = new FormOnScreen(school).cell("1", "学校自筹");
                    cell.focus();
                    for (int stroke = 0; stroke < 60; stroke++) {
                        cell.press(stroke % 6 == 5 ? "Control+a" : String.valueOf(stroke % 10));
                    }
                    school.page().waitForTimeout(500);
                    strokes = pairs(school.page().evaluate("window.strokes"));
                }
            }
        }
        loads.sort((a, b) -> Double.compare(a.get(6).doubleValue(), b.get(6).doubleValue()));
        var load = loads.get(2);
        if (slower == 1) {
            row("form page, html on the wire", kb(load, 0) + " of " + kb(load, 1) + " kB");
            row(
                    "scripts on the wire",
                    kb(load, 2)
                            + " of "
                            + kb(load, 3)
                            + " kB in "
                            + load.get(4).intValue()
                            + " files");
            row("style sheet on the wire", kb(load, 5) + " kB");
            row("elements", String.valueOf(load.get(8).intValue()));
        }
        var at = slower == 1 ? "" : ", processor " + slower + " times slower";
        row(
                "can be typed into after (first visit, median of 5)" + at,
                "%.0f ms".formatted(load.get(6).doubleValue()));
        row(
                "handlers of one change, p50 / p99" + at,
                "%.1f / %.1f ms".formatted(at(handled, 0.5), at(handled, 0.99)));
        var waits =
                strokes.stream()
                        .map(List::getFirst)
                        .sorted((a, b) -> Double.compare(a.doubleValue(), b.doubleValue()))
                        .toList();
        var shown =
                strokes.stream()
                        .map(List::getLast)
                        .sorted((a, b) -> Double.compare(a.doubleValue(), b.doubleValue()))
                        .toList();
        row(
                "events of 60 key strokes that took longer than a picture (16 ms): how many, longest wait, longest until shown"
                        + at,
                waits.isEmpty()
                        ? "none"
                        : "%d, %.0f ms, %.0f ms"
                                .formatted(
                                        waits.size(),
                                        waits.getLast().doubleValue(),
                                        shown.getLast().doubleValue()));
    }

    private static void slow(Page page, int times) {
        CDPSession session = page.context().newCDPSession(page);
        var rate = new com.google.gson.JsonObject();
        rate.addProperty("rate", times);
        session.send("Emulation.setCPUThrottlingRate", rate);
    }

    private static void row(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }

    private static String kb(List<Number> load, int at) {
        return String.valueOf(Math.round(load.get(at).doubleValue() / 1000));
    }

    private static double at(List<Number> sorted, double share) {
        return sorted.get((int) Math.floor((sorted.size() - 1) * share)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Number> numbers(Object found) {
        return (List<Number>) found;
    }

    @SuppressWarnings("unchecked")
    private static List<List<Number>> pairs(Object found) {
        return (List<List<Number>>) found;
    }
}
