package org.chengjie.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A manual: prose that we write, {@code src/test/resources/manual/NAME.md}, with numbered pictures
 * that a journey takes. A line {@code {{图 filing 填报过程}}} stands for the picture of that name,
 * {@code {{目录}}} for the list of chapters, and what stands in 【】 is what a screen says. {@code
 * -Dmanual=write} writes it, so that it stands among the documents as the screens are now.
 */
final class Manual {

    private static final Path FOLDER = Path.of("docs", "manual");
    private static final Path PROSE = Path.of("src", "test", "resources", "manual");
    private static final Pattern PICTURE = Pattern.compile("\\{\\{图 (\\S+) (.+)}}");
    private static final Pattern CHAPTER = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern QUOTED = Pattern.compile("【([^】]+)】");

    private final String file;
    private final String prose;

    Manual(String name) {
        file = name + ".md";
        prose = read(PROSE.resolve(file));
    }

    /**
     * The last chapter of its journey: every word it quotes was read, every picture of it taken.
     */
    void saysWhatTheScreensShow(Look look) {
        if (System.getProperty("manual", "").equals("write")) {
            write();
        }
        assertThat(quoted()).isNotEmpty().allMatch(look::hasRead);
        assertThat(pictures()).isNotEmpty().allMatch(name -> Files.exists(image(name)));
        assertThat(read(FOLDER.resolve(file))).isEqualTo(text());
    }

    private String text() {
        var text = new StringBuilder();
        var picture = PICTURE.matcher(prose);
        for (int number = 1; picture.find(); number++) {
            var caption = "图 " + number + "　" + picture.group(2);
            picture.appendReplacement(
                    text, "![" + caption + "](images/" + picture.group(1) + ".png)\n\n" + caption);
        }
        return picture.appendTail(text).toString().replace("{{目录}}", contents());
    }

    private void write() {
        try {
            for (var name : pictures()) {
                SmallPicture.copy(Look.PICTURES.resolve(name + "-1440.png"), image(name));
            }
            Files.writeString(FOLDER.resolve(file), text());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<String> pictures() {
        return PICTURE.matcher(prose).results().map(found -> found.group(1)).distinct().toList();
    }

    private List<String> quoted() {
        return QUOTED.matcher(prose).results().map(found -> found.group(1)).distinct().toList();
    }

    private static Path image(String name) {
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
