package org.chengjie.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The moves of a filing's rows, the newest first (spec R2). What an officer took back is told, but
 * counts for nothing (spec R4).
 */
public record History(List<Move> moves) {

    public static final History NONE = new History(List.of());

    public History {
        moves = List.copyOf(moves);
    }

    /** All moves of a row. */
    public List<Move> of(long undertakingId) {
        return moves.stream().filter(move -> move.undertakingId() == undertakingId).toList();
    }

    /** The last move of a row that is one of these and was not taken back. */
    public Optional<Move> last(long undertakingId, Set<Step> steps) {
        return standing(undertakingId).stream()
                .filter(move -> steps.contains(move.step()))
                .findFirst();
    }

    /** An undo takes back the one move before it, and neither of them counts. */
    private List<Move> standing(long undertakingId) {
        var standing = new ArrayList<Move>();
        boolean takenBack = false;
        for (var move : of(undertakingId)) {
            if (!takenBack && move.step() != Step.UNDO) {
                standing.add(move);
            }
            takenBack = move.step() == Step.UNDO;
        }
        return standing;
    }
}
