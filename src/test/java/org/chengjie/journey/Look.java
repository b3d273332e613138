package org.chengjie.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at a page in the state it is in: a picture at the width of a desk and of a phone, and at
 * both no fault of accessibility (spec X4). Remembers every text there was to read.
 */
final class Look {

    static final Path PICTURES = Path.of("target", "screenshots");

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    /** A phone's, a desk's. */
    private static final List<Integer> WIDTHS = List.of(390, 1440);

    /** The rows of a province's long lists are alike: the first few tell of all. */
    private static final String ALIKE =
            String.join(
                    ", ",
                    "table.lists tbody tr:nth-child(n + 8)",
                    "table.schools tbody tr:nth-child(n + 8)",
                    "table.items tbody:nth-of-type(n + 4)");

    /** A phone's height. */
    private static final int TALL = 844;

    /** What can be read on a page: its text, and the names of things that show none. */
    private static final String TEXTS =
            """
            () => [document.title, document.body.innerText,
                   ...[...document.querySelectorAll('[aria-label], [placeholder]')]
                       .map(e => (e.ariaLabel ?? '') + ' ' + (e.placeholder ?? ''))].join('\\n')
            """;

    /** For whoever works on a page and looks at the pictures: leaves the rules out. */
    private static final boolean PICTURES_ONLY = Boolean.getBoolean("journey.pictures-only");

    private final Set<String> read = new HashSet<>();

    /** Whether a text stood on any of the pages looked at. */
    boolean hasRead(String text) {
        return read.stream().anyMatch(page -> page.contains(text));
    }

    void at(Visitor visitor, String name) {
        read(visitor.page());
        for (var width : WIDTHS) {
            picture(visitor.page(), name, width);
            rules(visitor.page(), name, width);
        }
        visitor.complainsOfNothing();
    }

    /** A page that has been looked at before, in another state: the pictures only. */
    void again(Visitor visitor, String name) {
        read(visitor.page());
        WIDTHS.forEach(width -> picture(visitor.page(), name, width));
        visitor.complainsOfNothing();
    }

    /** Only what fits the phone it is looked at with. */
    void onThePhone(Visitor visitor, String name) {
        onThePhone(visitor, name, TALL);
    }

    /** With less of the page in view, its keyboard being up. */
    void onThePhone(Visitor visitor, String name, int height) {
        picture(visitor.page(), name, WIDTHS.getFirst(), height);
        rules(visitor.page(), name, WIDTHS.getFirst());
        visitor.complainsOfNothing();
    }

    private void read(Page page) {
        read.add((String) page.evaluate(TEXTS));
    }

    private static void picture(Page page, String name, int width) {
        picture(page, name, width, width < 500 ? TALL : 1000);
    }

    private static void picture(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                        .setCaret(ScreenshotCaret.HIDE));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d px does not scroll sideways", name, width)
                .isLessThanOrEqualTo(width);
    }

    private static void rules(Page page, String name, int width) {
        if (PICTURES_ONLY) {
            return;
        }
        var violations =
                new AxeBuilder(page).withTags(RULES).exclude(ALIKE).analyze().getViolations();
        assertThat(violations)
                .extracting(rule ->
                        rule.getId()
                                + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                .as("accessibility of %s at %d px", name, width)
                .isEmpty();
    }
}
