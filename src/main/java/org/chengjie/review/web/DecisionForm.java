package org.chengjie.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param rows the rows of a decision that has been previewed, the same way, with blanks between
 * @param step the step for those rows
 * @param one a step for a single row by its own button, {@code APPROVE 12:345}; the ticks do not
 *     count then
 * @param reason 修改意见 or 理由
 * @param cells the cells at fault
 * @param keep whether the reason is to be kept as a phrase
 * @param scope {@code view} for everything in view, whatever is ticked
 * @param filter what is in view, as a query string
 * @param back the page to go back to
 */
record DecisionForm(
        @Nullable List<String> pick,
        @Nullable String rows,
        @Nullable Step step,
        @Nullable String one,
        @Nullable String reason,
        @Nullable Set<Cell> cells,
        @Nullable Boolean keep,
        @Nullable String scope,
        @Nullable String filter,
        @Nullable String back) {

    Attempt attempt() {
        var words = one == null ? new String[0] : one.split(" ", -1);
        var chosen = words.length == 2 ? step(words[0]) : step;
        if (chosen == null || chosen == Step.RELEASE || chosen == Step.UNDO) {
            throw Refusal.invalid("请选择通过、退回修改或不通过。");
        }
        var picked = words.length == 2 ? Stream.of(words[1]) : ticked();
        return new Attempt(
                chosen,
                picked.map(DecisionForm::pick).toList(),
                reason == null ? "" : reason,
                chosen == Step.RETURN && cells != null ? cells : Set.of(),
                "",
                HttpStatus.OK);
    }

    boolean kept() {
        return Boolean.TRUE.equals(keep);
    }

    boolean everythingInView() {
        return one == null && "view".equals(scope);
    }

    /** A preview has been seen, so this one is carried out. */
    boolean previewed() {
        return rows != null && !rows.isBlank();
    }

    String query() {
        return Objects.requireNonNullElse(filter, "");
    }

    /** Only to a page of the province: the field comes from the page, but anybody can write one. */
    String way() {
        return back != null && back.matches("/province/[A-Za-z0-9/?&=%+._*-]*")
                ? back
                : "/province/rows";
    }

    private Stream<String> ticked() {
        if (rows != null && previewed()) {
            return Arrays.stream(rows.strip().split("\\s+", -1));
        }
        return pick == null ? Stream.empty() : pick.stream();
    }

    private static @Nullable Step step(String name) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Pick pick(String text) {
        int colon = text.indexOf(':');
        try {
            return new Pick(
                    Long.parseLong(text, 0, Math.max(0, colon), 10),
                    Long.parseLong(text, colon + 1, text.length(), 10));
        } catch (NumberFormatException notOurs) {
            throw Refusal.notFound();
        }
    }
}
