package org.chengjie.filing.web;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * Which content of each conflicting row is to be kept: fields {@code keep-3.2=mine}.
 *
 * @param mine items to be saved as the file has them
 * @param theirs items to be left as they stand
 */
public record Choices(Set<String> mine, Set<String> theirs) {

    static final Choices NONE = new Choices(Set.of(), Set.of());

    private static final String KEEP = "keep-";

    public Choices {
        mine = Set.copyOf(mine);
        theirs = Set.copyOf(theirs);
    }

    static Choices of(MultiValueMap<String, String> fields) {
        var mine = new HashSet<String>();
        var theirs = new HashSet<String>();
        for (var name : fields.keySet()) {
            if (name.startsWith(KEEP)) {
                var no = name.substring(KEEP.length());
                switch (Objects.requireNonNullElse(fields.getFirst(name), "")) {
                    case "mine" -> mine.add(no);
                    case "theirs" -> theirs.add(no);
                    default -> {
                        // No choice that the page offers is no choice.
                    }
                }
            }
        }
        return new Choices(mine, theirs);
    }
}
