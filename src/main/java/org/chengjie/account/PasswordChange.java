package org.chengjie.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes one's own password, the first time together with the contact (spec A3, A4). */
@Component
public class PasswordChange {

    public static final String OLD = "oldPassword";
    public static final String FRESH = "newPassword";
    public static final String AGAIN = "newPasswordAgain";
    public static final String PRIVACY = "privacy";

    /**
     * What was typed, and in which browser; no contact where the form does not ask for one.
     *
     * @param informed whether the form told what becomes of name and numbers
     */
    public record Attempt(
            String old,
            String fresh,
            String again,
            @Nullable Contact contact,
            boolean informed,
            String browser) {}

    /** What becomes of an attempt. */
    public sealed interface Outcome {

        /** Done; the account's other sign-ins have ended, and this is the new one. */
        record Changed(Token token) implements Outcome {}

        /** Field → what is wrong with it. */
        record Faulty(Map<String, String> faults) implements Outcome {}
    }

    private final Accounts accounts;
    private final OwnPassword ownPassword;
    private final Logins logins;
    private final Passwords passwords;
    private final PasswordBounds bounds;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    PasswordChange(
            Accounts accounts,
            OwnPassword ownPassword,
            Logins logins,
            Passwords passwords,
            PasswordBounds bounds,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.ownPassword = ownPassword;
        this.logins = logins;
        this.passwords = passwords;
        this.bounds = bounds;
        this.events = events;
        this.transaction = transaction;
    }

    public PasswordRules rules(Actor actor) {
        return bounds.rules(actor.tier());
    }

    public Outcome attempt(Attempt attempt, Actor by) {
        var current = accounts.byUserName(by.userName()).orElseThrow(Refusal::notFound);
        try {
            var faults = faults(attempt, by, current.passwordHash());
            if (!faults.isEmpty()) {
                return new Outcome.Faulty(faults);
            }
        } catch (Passwords.Busy busy) {
            return new Outcome.Faulty(Map.of(OLD, Passwords.Busy.WORDS));
        }
        var hash = passwords.hash(attempt.fresh());
        return transaction.execute(status -> change(attempt, by, current.passwordHash(), hash));
    }

    private Map<String, String> faults(Attempt attempt, Actor by, String hash)
            throws Passwords.Busy {
        var faults = new LinkedHashMap<String, String>();
        if (attempt.old().isEmpty()) {
            faults.put(OLD, "还没有填旧密码。");
        } else {
            ownPassword
                    .fault(attempt.old(), by, hash, "旧密码")
                    .ifPresent(fault -> faults.put(OLD, fault));
        }
        var unfit = rules(by).fault(attempt.fresh(), by.userName());
        if (unfit.isPresent()) {
            faults.put(FRESH, unfit.get());
        } else if (!faults.containsKey(OLD) && passwords.matches(attempt.fresh(), hash)) {
            faults.put(FRESH, by.initialPassword() ? "新密码不能和初始密码相同。" : "新密码不能和旧密码相同。");
        }
        if (!attempt.again().equals(attempt.fresh())) {
            faults.put(AGAIN, "与新密码不一致，请重新输入。");
        } else if (attempt.again().isEmpty()) {
            faults.put(AGAIN, "请再输入一遍新密码。");
        }
        if (attempt.contact() != null) {
            faults.putAll(attempt.contact().faults());
            if (!attempt.informed()) {
                faults.put(PRIVACY, "请先阅读下面的个人信息说明，再提交。");
            }
        }
        return faults;
    }

    private Outcome change(Attempt attempt, Actor by, String oldHash, String newHash) {
        if (!accounts.locked(by.accountId()).passwordHash().equals(oldHash)) {
            throw Refusal.conflict("密码刚刚在别处改过。请用新的密码重新登录。");
        }
        var before = accounts.ownContact(by);
        accounts.changePassword(by.accountId(), newHash, attempt.contact(), by.arrived());
        logins.endAll(by.accountId());
        events.publishEvent(
                new Auditable(
                        by,
                        by.initialPassword() ? "首次修改密码" : "修改密码",
                        by.unitName(),
                        by.path(),
                        "",
                        attempt.contact() == null
                                ? List.of()
                                : ContactChange.changes(before, attempt.contact())));
        return new Outcome.Changed(
                logins.begin(by.accountId(), by.address(), attempt.browser(), by.arrived()));
    }
}
