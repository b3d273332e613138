package org.chengjie.review.web;

import java.util.List;
import java.util.function.Function;
import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.chengjie.review.SchoolLine;
import org.chengjie.review.Standing;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The list of a province's schools as it is filtered, with the totals of what is in view.
 *
 * @param all every school of the province
 * @param standing null for all standings
 * @param kind null for all kinds
 * @param words part of a name, a code or a city; empty for all
 */
public record SchoolsPage(
        Actor officer,
        List<SchoolLine> all,
        @Nullable Standing standing,
        @Nullable Kind kind,
        String words) {

    public List<SchoolLine> shown() {
        return all.stream()
                .filter(school -> standing == null || school.standing() == standing)
                .filter(this::fits)
                .toList();
    }

    /** How many of the schools that the other filters leave stand so. */
    public long count(@Nullable Standing wanted) {
        return all.stream()
                .filter(this::fits)
                .filter(school -> wanted == null || school.standing() == wanted)
                .count();
    }

    public Funds funds() {
        return sum(SchoolLine::funds);
    }

    public Funds approvedFunds() {
        return sum(SchoolLine::approvedFunds);
    }

    public int rows() {
        return shown().stream().mapToInt(SchoolLine::rows).sum();
    }

    public int waiting() {
        return shown().stream().mapToInt(SchoolLine::waiting).sum();
    }

    private boolean fits(SchoolLine school) {
        return (kind == null || school.kind() == kind)
                && (words.isEmpty()
                        || school.name().contains(words)
                        || school.code().startsWith(words)
                        || school.city().contains(words));
    }

    private Funds sum(Function<SchoolLine, Funds> part) {
        return shown().stream().map(part).reduce(Funds.NONE, Funds::plus);
    }
}
