package org.chengjie.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The rows of one school that somebody means to move; a school's rows move together or not at all.
 */
public record SchoolPicks(long schoolId, List<Pick> picks) {

    /** One picked row and whose it is. */
    public record Line(long schoolId, Pick pick) {}

    public SchoolPicks {
        picks = List.copyOf(picks);
    }

    /** By school, in the order in which the schools come. */
    public static List<SchoolPicks> group(List<Line> lines) {
        var bySchool = new LinkedHashMap<Long, List<Pick>>();
        for (var line : lines) {
            bySchool.computeIfAbsent(line.schoolId(), school -> new ArrayList<>()).add(line.pick());
        }
        return bySchool.entrySet().stream()
                .map(school -> new SchoolPicks(school.getKey(), school.getValue()))
                .toList();
    }

    public static int rows(List<SchoolPicks> schools) {
        return schools.stream().mapToInt(school -> school.picks().size()).sum();
    }
}
