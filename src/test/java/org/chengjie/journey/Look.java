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
        var page = visitor.page();
        read.add((String) page.evaluate(TEXTS));
        look(page, name, 390, 844);
        look(page, name, 1440, 1000);
        visitor.complainsOfNothing();
    }

    /** Only what fits the phone it is looked at with. */
    void onThePhone(Visitor visitor, String name) {
        onThePhone(visitor, name, 844);
    }

    /** With less of the page in view, its keyboard being up. */
    void onThePhone(Visitor visitor, String name, int height) {
        look(visitor.page(), name, 390, height);
        visitor.complainsOfNothing();
    }

    private static void look(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                        .setCaret(ScreenshotCaret.HIDE));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d px does not scroll sideways", name, width)
                .isLessThanOrEqualTo(width);
        if (PICTURES_ONLY) {
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
