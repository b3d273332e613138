package org.chengjie.review;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengjie.account.Accounts;
import org.chengjie.job.Jobs;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.organisation.ImportPreview;
import org.chengjie.organisation.Imports;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * The import of a register as long work: all of it or nothing, in one transaction (spec P1, X5). It
 * stands here, above the register, because jobs have pages, and pages know accounts.
 */
@Component
public class RegisterImport implements Work {

    static final String KIND = "register-import";

    private static final String WHOLE = "要么全部导入，要么一行也不导入；中途停止，名册没有任何改动。";

    /** Which import, and the state of the register that its preview was made from. */
    record Input(long importId, String seen) {}

    private final Imports imports;
    private final Accounts accounts;
    private final Jobs jobs;

    RegisterImport(Imports imports, Accounts accounts, Jobs jobs) {
        this.imports = imports;
        this.accounts = accounts;
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
        var by = progress.by();
        if (!accounts.mayStillChange(by)) {
            throw Refusal.notAllowed("您的账号现在不能修改名册，没有导入任何一行。请联系本单位管理员。");
        }
        var taken = take(progress, input);
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

    /** What it does at the moment is said; what has not been finished is undone as a whole. */
    private Optional<ImportPreview> take(Progress progress, Input input) {
        progress.total(Imports.STEPS);
        var step = new AtomicInteger();
        try {
            return imports.take(
                    progress.by(),
                    input.importId(),
                    input.seen(),
                    what -> {
                        progress.advance(step.getAndIncrement() == 0 ? 0 : 1);
                        progress.begin(
                                "第 %d 步，共 %d 步：%s。%s"
                                        .formatted(step.get(), Imports.STEPS, what, WHOLE));
                    });
        } catch (RuntimeException ended) {
            progress.say(WHOLE);
            throw ended;
        }
    }
}
