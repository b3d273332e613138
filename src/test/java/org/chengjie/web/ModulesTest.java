package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModulesTest {

    /** However an import is written. */
    private static final Pattern NAMED = Pattern.compile("[\"']\\./([\\w-]+\\.js)[\"']");

    @Test
    void everyScriptOfTheFormIsAskedForAtOnce() {
        assertThat(Modules.of("filing.js"))
                .contains("cells.js", "saving.js", "wire.js", "paste.js", "placing.js", "clock.js")
                .doesNotContain("filing.js")
                .doesNotHaveDuplicates();
    }

    @Test
    void scriptThatImportsNothingAsksForNothing() {
        assertThat(Modules.of("copy.js")).isEmpty();
    }

    @Test
    void noImportIsMissed() throws IOException {
        for (var script : scripts()) {
            var name = Objects.requireNonNull(script.getFilename());
            var text = script.getContentAsString(StandardCharsets.UTF_8);
            assertThat(Modules.of(name))
                    .as(name)
                    .containsAll(named(text))
                    .containsAll(
                            Modules.of(name).stream()
                                    .flatMap(one -> Modules.of(one).stream())
                                    .toList());
        }
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static List<Resource> scripts() throws IOException {
        return Stream.of(
                        new PathMatchingResourcePatternResolver()
                                .getResources("classpath:static/*.js"))
                .filter(script -> !script.getDescription().contains("htmx"))
                .toList();
    }
}
