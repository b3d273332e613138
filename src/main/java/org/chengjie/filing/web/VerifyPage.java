package org.chengjie.filing.web;

import java.time.Instant;
import org.chengjie.filing.Verified;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 查验盖章件: what was asked, and what became of it (spec F12).
 *
 * @param found null where nothing fits both number and code
 * @param problem why it was not looked up; empty where it was
 */
public record VerifyPage(String no, String code, @Nullable Verified found, String problem) {

    static final VerifyPage EMPTY = new VerifyPage("", "", null, "");

    public boolean asked() {
        return problem.isEmpty() && !(no.isBlank() && code.isBlank());
    }

    public String since() {
        Instant since = found == null ? null : found.since();
        return since == null ? "" : ChinaTime.full(since);
    }

    public String at() {
        return found == null ? "" : ChinaTime.full(found.copy().at());
    }
}
