package org.chengjie.notice;

import java.time.LocalDate;
import org.chengjie.filing.FilingWindow;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/** Whom a reminder goes to, and what it says unless the officer writes something else (spec R7). */
public enum Audience {
    NOT_SIGNED_IN("贵校还没有填报承接任务。请%s填好并提交，提交后才算完成。"),
    FILLING_IN("贵校的承接任务还没有提交。请%s填完并提交，没有提交的不计入本省汇总。"),
    RETURNED("贵校有任务被退回，还没有改好提交。请%s到“需修改的任务”按意见修改并提交。"),
    SELECTED("请%s登录平台，核对本校承接任务的填报和审核情况，把没有办完的办完。");

    private final String words;

    Audience(String words) {
        this.words = words;
    }

    /**
     * The text that is offered; it names the closing day and what is missing.
     *
     * @param window null while the province has published none
     */
    public String words(@Nullable FilingWindow window) {
        return words.formatted(window == null ? "" : "在 " + day(window) + " 24:00 前");
    }

    private String day(FilingWindow window) {
        LocalDate last = this == RETURNED ? window.revisionCloses() : window.closes();
        return ChinaTime.shortDay(last);
    }
}
