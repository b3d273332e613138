package org.chengjie.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
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

    /** What can be read on a page: its text, and the names of things that show none. */
    private static final String TEXTS =
            """
            () => [document.title, document.body.innerText,
                   ...[...document.querySelectorAll('[aria-label], [placeholder]')]
                       .map(e => (e.ariaLabel ?? '') + ' ' + (e.placeholder ?? ''))].join('\\n')
            """;

    private final Set<String> read = new HashSet<>();

    /** Whether a text stood on any of the pages looked at. */
    boolean hasRead(String text) {
        return read.stream().anyMatch(page -> page.contains(text));
    }

    void at(Visitor visitor, String name) {
        var page = visitor.page();
        read.add((String) page.evaluate(TEXTS));
        look(page, name, 390, 844);
        look(page, name, 1440, 1000);
        visitor.complainsOfNothing();
    }

    /** Only what fits the phone it is looked at with. */
    void onThePhone(Visitor visitor, String name) {
        look(visitor.page(), name, 390, 844);
        visitor.complainsOfNothing();
    }

    private static final boolean QUICK = Boolean.getBoolean("journey.quick");

    private static void look(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                        .setCaret(com.microsoft.playwright.options.ScreenshotCaret.HIDE));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d px does not scroll sideways", name, width)
                .isLessThanOrEqualTo(width);
        if (QUICK) {
            return;
        }
        var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
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
