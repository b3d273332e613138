package org.chengjie.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The files a script imports, read off the scripts themselves, so that a page can ask for all of
 * them at once instead of finding them one behind the other.
 */
final class Modules {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:[^;\"]*from )?\"\\./([\\w-]+\\.js)\";");

    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private Modules() {}

    /** What a script imports and what that imports, each once, the nearest first. */
    static List<String> of(String script) {
        return KNOWN.computeIfAbsent(script, Modules::read);
    }

    private static List<String> read(String script) {
        Set<String> found = new LinkedHashSet<>(imports(script));
        Set<String> seen = Set.of();
        while (!seen.equals(found)) {
            seen = new LinkedHashSet<>(found);
            seen.forEach(one -> found.addAll(imports(one)));
        }
        return List.copyOf(found);
    }

    private static List<String> imports(String script) {
        try {
            var text =
                    new ClassPathResource("static/" + script)
                            .getContentAsString(StandardCharsets.UTF_8);
            return IMPORT.matcher(text).results().map(result -> result.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
