package org.chengjie.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * 院校填报操作手册: prose that we write, with numbered pictures that the journey takes. A line {@code {{图
 * filing 填报过程}}} stands for the picture of that name.
 */
final class SchoolManual {

    static final Path FOLDER = Path.of("docs", "manual");

    /** What newcomers see first. */
    private static final Path README = Path.of("docs", "images", "filing.png");

    private static final String NAME = "院校填报操作手册.md";
    private static final Path PROSE = Path.of("src", "test", "resources", "manual", NAME);
    private static final Pattern PICTURE = Pattern.compile("\\{\\{图 (\\S+) (.+)}}");
    private static final Pattern CHAPTER = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern QUOTED = Pattern.compile("【([^】]+)】");

    private final String prose = read(PROSE);

    /** The manual as it should stand among the documents. */
    String text() {
        var text = new StringBuilder();
        var picture = PICTURE.matcher(prose);
        for (int number = 1; picture.find(); number++) {
            var caption = "图 " + number + "　" + picture.group(2);
            picture.appendReplacement(
                    text, "![" + caption + "](images/" + picture.group(1) + ".png)\n\n" + caption);
        }
        return picture.appendTail(text).toString().replace("{{目录}}", contents());
    }

    /** The manual as it does stand there. */
    String written() {
        return read(FOLDER.resolve(NAME));
    }

    void write() {
        try {
            for (var name : pictures()) {
                SmallPicture.copy(Look.PICTURES.resolve(name + "-1440.png"), image(name));
            }
            SmallPicture.copy(Look.PICTURES.resolve("filing-1440.png"), README);
            Files.writeString(FOLDER.resolve(NAME), text());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    List<String> pictures() {
        return PICTURE.matcher(prose).results().map(found -> found.group(1)).distinct().toList();
    }

    /** The texts of the screen that the manual quotes. */
    List<String> quoted() {
        return QUOTED.matcher(prose).results().map(found -> found.group(1)).distinct().toList();
    }

    static Path image(String name) {
        return FOLDER.resolve("images").resolve(name + ".png");
    }

    private String contents() {
        var lines = new StringBuilder("目录\n\n");
        CHAPTER.matcher(prose)
                .results()
                .forEach(chapter ->
                        lines.append("- [")
                                .append(chapter.group(1))
                                .append("](#")
                                .append(chapter.group(1).replace(". ", "-"))
                                .append(")\n"));
        return lines.toString().stripTrailing();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
