package org.chengjie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/glossary.md says what is in the code: each name in its middle column is found there. */
class GlossaryTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z_.]+)`");

    @Test
    void namesOnlyWhatIsInTheCode() throws IOException {
        var known = names();
        var missing = new ArrayList<String>();
        int checked = 0;
        for (var line : Files.readAllLines(Path.of("docs/glossary.md"))) {
            var cells = line.split("\\|", -1);
            if (cells.length != 5) {
                continue;
            }
            var names = NAME.matcher(cells[2]);
            while (names.find()) {
                checked++;
                if (!known.contains(names.group(1))) {
                    missing.add(names.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(checked).isGreaterThan(40);
    }

    /** {@code Stage}, {@code Stage.DRAFT}, {@code Values.quantity}, {@code Submission.Accepted}. */
    private static Set<String> names() throws IOException {
        var names = new HashSet<String>();
        try (var files = Files.walk(Path.of("target/classes/org/chengjie"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                add(
                        names,
                        Path.of("target/classes")
                                .relativize(file)
                                .toString()
                                .replace(".class", "")
                                .replace('/', '.'));
            }
        }
        return names;
    }

    private static void add(Set<String> names, String className) {
        try {
            var type = Class.forName(className, false, GlossaryTest.class.getClassLoader());
            names.add(type.getSimpleName());
            var outer = type.getDeclaringClass();
            if (outer != null) {
                names.add(outer.getSimpleName() + "." + type.getSimpleName());
            }
            if (type.isEnum() || type.isRecord()) {
                for (var field : type.getDeclaredFields()) {
                    names.add(type.getSimpleName() + "." + field.getName());
                }
            }
        } catch (ClassNotFoundException | LinkageError gone) {
            throw new AssertionError(className, gone);
        }
    }
}
