package org.chengjie.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.chengjie.review.OpinionPick;
import org.chengjie.review.Stance;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The fields of an opinion. Rows come as {@link OpinionPick#toString()} writes them.
 *
 * @param pick the ticked rows
 * @param row every row that waited when the page was made
 * @param stance what is said of the ticked rows
 * @param whole what is said of every row that waited; the ticks do not count then
 * @param one what is said of a single row by its own button, {@code AGREE 12:345:0}
 */
record OpinionForm(
        @Nullable List<String> pick,
        @Nullable List<String> row,
        @Nullable Stance stance,
        @Nullable Stance whole,
        @Nullable String one,
        @Nullable String words) {

    OpinionAttempt attempt() {
        var typed = Objects.requireNonNullElse(words, "");
        var single = one == null ? new String[0] : one.split(" ", -1);
        if (single.length == 2) {
            return attempt(named(single[0]), List.of(single[1]), typed);
        }
        return whole != null ? attempt(whole, row, typed) : attempt(stance, pick, typed);
    }

    private static OpinionAttempt attempt(
            @Nullable Stance chosen, @Nullable List<String> rows, String typed) {
        if (chosen == null) {
            throw Refusal.invalid("请选择同意或不同意。");
        }
        var picks =
                rows == null
                        ? List.<OpinionPick>of()
                        : rows.stream().distinct().map(OpinionForm::pick).toList();
        return new OpinionAttempt(chosen, picks, typed, "", HttpStatus.OK);
    }

    private static @Nullable Stance named(String name) {
        return Arrays.stream(Stance.values())
                .filter(stance -> stance.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static OpinionPick pick(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            throw Refusal.notFound();
        }
        try {
            return new OpinionPick(
                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (NumberFormatException notOurs) {
            throw Refusal.notFound();
        }
    }
}
