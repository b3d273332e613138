package org.chengjie.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Step;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The fields of a decision.
 *
 * @param pick the ticked rows, each {@code id:version}
 * @param step the step for the ticked rows
 * @param one a step for a single row by its own button, {@code APPROVE 12:345}; the ticks do not
 *     count then
 * @param reason 修改意见 or 理由
 * @param cells the cells at fault
 */
record DecisionForm(
        @Nullable List<String> pick,
        @Nullable Step step,
        @Nullable String one,
        @Nullable String reason,
        @Nullable Set<Cell> cells) {

    Attempt attempt() {
        var words = one == null ? new String[0] : one.split(" ", -1);
        var chosen = words.length == 2 ? step(words[0]) : step;
        if (chosen == null || chosen == Step.RELEASE) {
            throw Refusal.invalid("请选择通过、退回修改或不通过。");
        }
        var picked =
                words.length == 2 ? List.of(words[1]) : pick == null ? List.<String>of() : pick;
        return new Attempt(
                chosen,
                picked.stream().map(DecisionForm::pick).toList(),
                reason == null ? "" : reason,
                chosen == Step.RETURN && cells != null ? cells : Set.of(),
                "",
                HttpStatus.OK);
    }

    private static @Nullable Step step(String name) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Pick pick(String text) {
        var parts = Arrays.stream(text.split(":", -1)).collect(Collectors.toList());
        try {
            return new Pick(Long.parseLong(parts.getFirst()), Long.parseLong(parts.getLast()));
        } catch (NumberFormatException notOurs) {
            throw Refusal.notFound();
        }
    }
}
