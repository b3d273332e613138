package org.chengjie.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.chengjie.account.AccountCare;
import org.chengjie.account.AccountState;
import org.chengjie.account.Accounts;
import org.chengjie.account.FixedInitial;
import org.chengjie.account.InitialPasswords;
import org.chengjie.account.NewAccount;
import org.chengjie.account.Passwords;
import org.chengjie.account.UnitAccount;
import org.chengjie.account.UnitAccounts;
import org.chengjie.job.Jobs;
import org.chengjie.job.Progress;
import org.chengjie.job.Work;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Deeds;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 批量发放初始密码: hashes first, which takes long, and then opens the accounts, keeps the hand-over list
 * and tells the trail in one transaction. Whatever ends it before that has changed nothing; a
 * password that got into no list is no account's (spec A3).
 */
@Component
public class AccountBatch implements Work {

    static final String KIND = "account-batch";

    private static final String BACK = "/province/accounts";

    /** A school, and the password drawn for it. */
    record Line(UnitAccount school, String password, String hash) {}

    private final UnitAccounts units;
    private final Accounts accounts;
    private final Passwords passwords;
    private final FixedInitial fixedInitial;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    AccountBatch(
            UnitAccounts units,
            Accounts accounts,
            Passwords passwords,
            FixedInitial fixedInitial,
            Jobs jobs,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.units = units;
        this.accounts = accounts;
        this.passwords = passwords;
        this.fixedInitial = fixedInitial;
        this.jobs = jobs;
        this.events = events;
        this.transaction = transaction;
    }

    /** Asks for a batch; answers the job. */
    public long ask(Actor by, BatchOrder order) {
        AccountCare.requireAdmin(by);
        if (by.tier() != Tier.PROVINCE) {
            throw Refusal.notFound();
        }
        if (order.fixed() && !fixedInitial.allowed()) {
            throw Refusal.notAllowed("本平台不发放统一的初始密码。请选每校一个随机密码。");
        }
        if (order.scope() == BatchScope.SELECTED && order.schools().isEmpty()) {
            throw Refusal.invalid("还没有勾选学校。请先勾选，或改为全部没有账号的学校。");
        }
        int wanted = schools(by, order).size();
        if (order.scope() == BatchScope.SELECTED
                && wanted != order.schools().stream().distinct().count()) {
            throw Refusal.notFound();
        }
        if (wanted == 0) {
            throw Refusal.conflict("没有这样的学校，不需要发放。");
        }
        return jobs.ask(by, KIND, "发放初始密码（" + wanted + " 所学校）", BACK, order);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) {
        var by = progress.by();
        var order = progress.input(BatchOrder.class);
        var missed = new ArrayList<String>();
        var wanted = new ArrayList<UnitAccount>();
        for (var school : schools(by, order)) {
            if (school.state().awaitsPassword()) {
                wanted.add(school);
            } else {
                missed.add(missed(school));
            }
        }
        progress.total(wanted.size());
        progress.say("先生成全部密码，再一起写入；写入之前停止，任何账号都不会改动。");
        var lines = draw(wanted, order, progress);
        transaction.executeWithoutResult(status -> write(by, order, lines, missed, progress));
    }

    /** One after the other: whoever signs in meanwhile has the other turn to hash. */
    private List<Line> draw(List<UnitAccount> wanted, BatchOrder order, Progress progress) {
        var fixed = order.fixed() ? passwords.hash(FixedInitial.PASSWORD) : "";
        var lines = new ArrayList<Line>();
        for (var school : wanted) {
            var password = order.fixed() ? FixedInitial.PASSWORD : InitialPasswords.draw();
            var hash = order.fixed() ? fixed : passwords.hash(password);
            lines.add(new Line(school, password, hash));
            progress.advance(1);
        }
        return lines;
    }

    private void write(
            Actor by, BatchOrder order, List<Line> lines, List<String> missed, Progress progress) {
        var given =
                accounts.issue(
                        lines.stream().map(AccountBatch::account).toList(),
                        order.scope() != BatchScope.NO_ACCOUNT);
        var handed = lines.stream().filter(line -> given.contains(line.school().unitId())).toList();
        lines.stream()
                .filter(line -> !given.contains(line.school().unitId()))
                .forEach(line -> missed.add(line.school().name() + "：账号刚被改动，没有发放。"));
        progress.report(missed);
        if (handed.isEmpty()) {
            progress.say("没有发放：这些学校都不需要初始密码。");
            return;
        }
        try {
            progress.file(
                    "学校账号交接单（" + by.unitName() + "）.xlsx",
                    true,
                    out -> new HandOver(by, handed).write(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("已为 " + handed.size() + " 所学校发放初始密码。交接单只能下载一次，一天后自动删除；密码不再显示。");
        events.publishEvent(
                new Deeds(
                        handed.stream()
                                .map(line ->
                                        Auditable.of(
                                                by,
                                                line.school().state() == AccountState.NONE
                                                        ? "开通账号"
                                                        : "发放初始密码",
                                                line.school().userName(),
                                                line.school().path()))
                                .toList()));
    }

    private List<UnitAccount> schools(Actor by, BatchOrder order) {
        return order.scope() == BatchScope.SELECTED
                ? units.schools(by.reach(), order.schools())
                : units.all(Tier.SCHOOL, by.reach()).stream()
                        .filter(school -> meant(school.state(), order.scope()))
                        .toList();
    }

    private static boolean meant(AccountState state, BatchScope scope) {
        return state == AccountState.NONE
                || (state == AccountState.NEVER_SIGNED_IN && scope == BatchScope.NEVER_SIGNED_IN);
    }

    private static NewAccount account(Line line) {
        return new NewAccount(
                line.school().unitId(), line.school().userName(), line.hash(), Role.ADMIN, true);
    }

    private static String missed(UnitAccount school) {
        return school.name()
                + (school.state() == AccountState.DISABLED
                        ? "：账号已停用，没有发放。"
                        : "：已自己设了密码，没有改动。忘记密码的请用“重置所选”。");
    }
}
