package org.chengjie.shared;

import java.util.List;

/**
 * Something that happened and must be told later: by whom, to what, what changed, why (spec X1). It
 * is published inside the transaction that did it, and written by the same one.
 *
 * @param action what was done, in the words of the screen
 * @param subject what it was done to, as a person would name it
 * @param path the subject's place in the tree, by which the entry is found
 * @param reason why, where a reason is asked for; else empty
 */
public record Auditable(
        Actor by, String action, String subject, String path, String reason, List<Change> changes) {

    /**
     * One field that really changed; values as a person would read them, empty where there was
     * none.
     */
    public record Change(String field, String before, String after) {}

    public Auditable {
        changes = List.copyOf(changes);
    }

    public static Auditable of(Actor by, String action, String subject, String path) {
        return new Auditable(by, action, subject, path, "", List.of());
    }
}
