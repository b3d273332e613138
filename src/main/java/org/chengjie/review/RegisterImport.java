package org.chengjie.review;

import org.chengjie.job.Jobs;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.organisation.Imports;
import org.chengjie.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * The import of a register as long work: all of it or nothing, in one transaction (spec P1, X5). It
 * stands here, above the register, because jobs have pages, and pages know accounts.
 */
@Component
public class RegisterImport implements Work {

    static final String KIND = "register-import";

    /** Which import, and the state of the register that its preview was made from. */
    record Input(long importId, String seen) {}

    private final Imports imports;
    private final Jobs jobs;

    RegisterImport(Imports imports, Jobs jobs) {
        this.imports = imports;
        this.jobs = jobs;
    }

    /** Asks for it; refused at once where it would be refused anyway. */
    public long ask(Actor by, long importId, String seen) {
        var preview = imports.require(by, importId, seen);
        return jobs.ask(
                by,
                KIND,
                "导入院校名册：" + preview.staged().fileName(),
                "/province/register/import/" + importId,
                new Input(importId, seen));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) {
        var input = progress.input(Input.class);
        progress.total(Math.max(1, imports.steps(progress.by(), input.importId())));
        progress.say("要么全部导入，要么一行也不导入；中途停止，名册没有任何改动。");
        var taken =
                imports.take(
                        progress.by(),
                        input.importId(),
                        input.seen(),
                        () -> progress.advanceWithin(1));
        progress.advance(0);
        progress.say(
                taken.map(done ->
                                "已导入：添加 %d 所，修改 %d 所，撤销 %d 所，不变 %d 所。"
                                        .formatted(
                                                done.added().size(),
                                                done.changed().size(),
                                                done.closed().size(),
                                                done.same()))
                        .orElse("这份名册已经导入过，没有再次导入。"));
    }
}
