package org.chengjie.review.web;

import java.time.Duration;
import java.time.Instant;
import org.chengjie.filing.Decision;
import org.chengjie.filing.Step;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What the officer decided last, told on the pages where they go on, so that it can be taken back
 * (spec R4).
 *
 * @param decision null where there is none
 * @param justNow whether this page is the answer to it
 * @param back the page on which it is told, to come back to
 */
public record LastDecision(@Nullable Decision decision, boolean justNow, Instant now, String back) {

    /** Later on it is no longer the last thing one did, but some thing one did once. */
    private static final Duration TOLD_FOR = Duration.ofHours(2);

    /**
     * Of a page that may be the answer to a decision.
     *
     * @param done the decision that the page says it answers; whatever a link says, it is told only
     *     if it is the officer's last
     */
    static LastDecision of(
            @Nullable Decision decision, @Nullable Long done, Instant now, String back) {
        return new LastDecision(
                decision, decision != null && done != null && decision.id() == done, now, back);
    }

    public boolean told() {
        return decision != null
                && decision.rows() > 0
                && (justNow
                        || (decision.at().isAfter(now.minus(TOLD_FOR))
                                && (decision.undoable() || decision.undone())));
    }

    public String words() {
        if (decision == null) {
            return "";
        }
        if (decision.step() == Step.RELEASE) {
            return "已放开整表，学校可以重新填报。";
        }
        var what = "“%s”%,d 行".formatted(Labels.of(decision.step()), decision.rows());
        if (decision.undone()) {
            return "已撤销：" + what + "。";
        }
        var done = ChinaTime.clock(decision.at(), now) + " 已办理" + what + "。";
        if (!decision.undoable()) {
            return done;
        }
        return done
                + (decision.untouched() < decision.rows()
                        ? "其中 %,d 行还可以撤销。".formatted(decision.untouched())
                        : "学校处理之前可以撤销。");
    }
}
