package org.chengjie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The laws of the code's shape: who may know whom, and whose tables are whose. */
class ArchitectureTest {

    private static final Path CODE = Path.of("src/main/java/org/chengjie");

    private static final Pattern TABLE =
            Pattern.compile(
                    "\\b(organisation|account|plan|filing|audit|job|review|report|provincial|notice)\\.[a-z][a-z_]+\\b");

    /** Where a module reads another's tables, and why no API or view of its own does instead. */
    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    // Every request asks who it is and where their unit stands, in one query.
                    "account", Set.of("organisation.unit"),
                    // The demonstration acts as accounts that nobody has signed in to; a generated
                    // world
                    // is written straight into the tables, thousands of rows at a time.
                    "world",
                            Set.of(
                                    "account.account",
                                    "organisation.unit",
                                    "plan.item",
                                    "filing.filing_window",
                                    "filing.withheld_item",
                                    "filing.filing",
                                    "filing.undertaking",
                                    "filing.move",
                                    "filing.decision",
                                    "filing.submission",
                                    "filing.version",
                                    "filing.receipt",
                                    "provincial.own_form",
                                    "provincial.own_row",
                                    "provincial.version"));

    @Test
    void keepsModulesApart() {
        ApplicationModules.of(Chengjie.class).verify();
    }

    @Test
    void letsEachModuleReadItsOwnTables() throws IOException {
        var foreign = new ArrayList<String>();
        int own = 0;
        for (var file : sources()) {
            var module = CODE.relativize(file).getName(0).toString();
            var tables = TABLE.matcher(code(file));
            while (tables.find()) {
                if (tables.group(1).equals(module)) {
                    own++;
                } else if (!ALLOWED.getOrDefault(module, Set.of()).contains(tables.group())) {
                    foreign.add(file + ": " + tables.group());
                }
            }
        }
        assertThat(foreign).isEmpty();
        assertThat(own).isGreaterThan(30);
    }

    /** They are settled when the fast start is prepared, before any setting is given. */
    @Test
    void makesNoBeanDependOnASetting() throws IOException {
        var conditional = new ArrayList<Path>();
        for (var file : sources()) {
            if (Files.readString(file).matches("(?s).*\\n *@(Conditional|Profile)\\w*\\(.*")) {
                conditional.add(file);
            }
        }
        assertThat(conditional).isEmpty();
    }

    /** What is in quotes, text blocks too: names of our own packages elsewhere are no tables. */
    private static String code(Path file) throws IOException {
        var strings = new StringBuilder();
        var quoted =
                Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL)
                        .matcher(Files.readString(file));
        while (quoted.find()) {
            strings.append(quoted.group()).append('\n');
        }
        return strings.toString().replace("org.chengjie.", "");
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> CODE.relativize(file).getNameCount() > 1)
                    .toList();
        }
    }
}
