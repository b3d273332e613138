package org.chengjie.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a plan, as its file has it: chapters (##), sections (###), numbered clauses (####),
 * and a line for each paragraph (spec C4).
 */
class PlanText {

    private static final Pattern CHAPTER = Pattern.compile("## ([一二三四五六七八九十]+)、.*");
    private static final Pattern SECTION = Pattern.compile("### (（[一二三四五六七八九十]+）)(.*)");
    private static final Pattern NUMBERED = Pattern.compile("#### ((\\d+)\\. .*)");

    private final List<Clause> clauses = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private String chapter = "";
    private String no = "";
    private String heading = "";

    private PlanText() {}

    /** Every passage that has a heading, in the order of the text. */
    static List<Clause> clauses(String text) {
        var reader = new PlanText();
        text.lines().map(String::strip).forEach(reader::read);
        reader.end();
        return reader.clauses;
    }

    private void read(String line) {
        var numbered = NUMBERED.matcher(line);
        var section = SECTION.matcher(line);
        var newChapter = CHAPTER.matcher(line);
        if (numbered.matches()) {
            begin(numbered.group(2), numbered.group(1));
        } else if (section.matches()) {
            begin(chapter + section.group(1), section.group(1) + section.group(2));
        } else if (newChapter.matches()) {
            begin("", "");
            chapter = newChapter.group(1);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            paragraphs.add(line);
        }
    }

    private void begin(String nextNo, String nextHeading) {
        end();
        no = nextNo;
        heading = nextHeading;
    }

    private void end() {
        if (!no.isEmpty() && !paragraphs.isEmpty()) {
            clauses.add(new Clause(no, heading, String.join("\n", paragraphs)));
        }
        paragraphs.clear();
    }
}
