package org.chengjie.organisation;

import java.util.List;

/**
 * Schools have been given another place in the tree: whoever keeps a school's path beside its rows
 * writes the new one, in the same transaction (spec X2). The units are locked until it ends.
 */
public record SchoolsMoved(List<Moved> schools) {

    /** One of them. */
    public record Moved(long schoolId, String oldPath, String newPath) {}

    public SchoolsMoved {
        schools = List.copyOf(schools);
    }

    public Long[] ids() {
        return schools.stream().map(Moved::schoolId).toArray(Long[]::new);
    }

    public String[] newPaths() {
        return schools.stream().map(Moved::newPath).toArray(String[]::new);
    }

    public String[] oldPaths() {
        return schools.stream().map(Moved::oldPath).toArray(String[]::new);
    }
}
