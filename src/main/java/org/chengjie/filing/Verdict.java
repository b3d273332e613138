package org.chengjie.filing;

import java.time.Instant;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * May this school do this now, and if not, why: the one answer that page, request and import all
 * ask for (spec W4).
 *
 * @param words the reason for the screen; empty where it is allowed
 */
public record Verdict(Ground ground, String words) {

    /** What the verdict rests on. */
    public enum Ground {
        ALLOWED,
        NO_WINDOW,
        PUBLISHED,
        SEALED,
        NOT_YET_OPEN,
        CLOSED,
        SUBMITTED,
        NOT_SUBMITTED,
        REVIEW_STARTED,
        REVISION_CLOSED,
        NOTHING_RETURNED
    }

    /** Why nothing moves once the province has submitted to the ministry (spec P3). */
    static final String SEALED = "本省已汇总上报教育部，不能再改。需要改动请联系省厅管理员。";

    /** Why nothing moves once the ministry has published it (spec P5). */
    public static final String PUBLISHED = "已公布，如需调整请走调整备案。";

    /** The same to officers of the province, who know whom to ask. */
    static final String SEALED_FOR_OFFICERS = "本省已汇总上报教育部，不能再改。确需改动，请联系教育部退回上报。";

    private static final Verdict ALLOWED = new Verdict(Ground.ALLOWED, "");

    /**
     * Judges an intent.
     *
     * @param filing null where the school has saved nothing yet
     * @param at when the request arrived
     */
    public static Verdict on(
            Intent intent, @Nullable FilingWindow window, @Nullable Filing filing, Instant at) {
        if (window == null) {
            return new Verdict(Ground.NO_WINDOW, "省厅还没有发布申报要求，现在可以先看任务。");
        }
        if (window.published()) {
            return new Verdict(Ground.PUBLISHED, PUBLISHED + "请联系省厅管理员。");
        }
        if (window.sealed()) {
            return new Verdict(Ground.SEALED, SEALED);
        }
        return switch (intent) {
            case FILE ->
                    filing != null && filing.submitted() ? submitted(filing) : open(window, at);
            case WITHDRAW -> withdraw(window, filing, at);
            case MEND -> mend(window, filing, at);
        };
    }

    /** May the rows of a province move at all: what its officers are told. */
    public static Verdict ofProvince(@Nullable FilingWindow window) {
        if (window != null && window.published()) {
            return new Verdict(Ground.PUBLISHED, PUBLISHED);
        }
        return window != null && window.sealed()
                ? new Verdict(Ground.SEALED, SEALED_FOR_OFFICERS)
                : ALLOWED;
    }

    public boolean allowed() {
        return ground == Ground.ALLOWED;
    }

    /** Refuses the request unless it is allowed. */
    public void require() {
        if (!allowed()) {
            throw Refusal.closed(words);
        }
    }

    private static Verdict open(FilingWindow window, Instant at) {
        if (!window.opened(at)) {
            return new Verdict(
                    Ground.NOT_YET_OPEN, ChinaTime.shortDay(window.opens()) + " 开始申报，现在可以先看任务。");
        }
        if (window.closed(at)) {
            return new Verdict(
                    Ground.CLOSED,
                    "申报已于 " + ChinaTime.shortDay(window.lastDay()) + " 24:00 截止。如需延期，请联系省厅管理员。");
        }
        return ALLOWED;
    }

    private static Verdict submitted(Filing filing) {
        return filing.reviewStarted()
                ? reviewStarted()
                : new Verdict(Ground.SUBMITTED, "本校已提交。需要改动请先点“继续修改”，把提交撤回。");
    }

    private static Verdict reviewStarted() {
        return new Verdict(Ground.REVIEW_STARTED, "省厅已开始审核，不能自行撤回。需要改动请联系省厅管理员。");
    }

    private static Verdict withdraw(FilingWindow window, @Nullable Filing filing, Instant at) {
        if (filing == null || !filing.submitted()) {
            return new Verdict(Ground.NOT_SUBMITTED, "本校还没有提交，可以直接在“承接任务”中修改。");
        }
        return filing.reviewStarted() ? reviewStarted() : open(window, at);
    }

    private static Verdict mend(FilingWindow window, @Nullable Filing filing, Instant at) {
        if (filing == null || filing.count(Stage.RETURNED) == 0) {
            return new Verdict(Ground.NOTHING_RETURNED, "没有需要修改的任务。");
        }
        return window.revisionClosed(at)
                ? new Verdict(
                        Ground.REVISION_CLOSED,
                        "修改已于 "
                                + ChinaTime.shortDay(window.lastRevisionDay())
                                + " 24:00 截止，请联系省厅管理员。")
                : ALLOWED;
    }
}
