package org.chengjie.filing;

import java.util.List;

/**
 * What became of a decision on several rows: those that moved, and those that had moved on before
 * (spec R5).
 *
 * @param missed a sentence for each row that was left as it is, telling why
 */
public record Outcome(int moved, List<String> missed) {

    /** Nothing was asked for. */
    public static final Outcome NONE = new Outcome(0, List.of());

    public Outcome {
        missed = List.copyOf(missed);
    }
}
