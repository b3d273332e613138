package org.chengjie.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides who comes in (spec A1, A5). The password is compared outside any transaction, for it
 * takes long, and connections are for those who save.
 */
@Component
public class SignIn {

    /** What was typed, where, and when. */
    public record Attempt(
            Door door,
            String userName,
            String password,
            @Nullable Token former,
            String address,
            String browser,
            Instant at) {}

    /** What becomes of an attempt. */
    public sealed interface Outcome {

        /** Come in, with this. */
        record Welcome(Token token) implements Outcome {}

        /** The password was right; now the code, asked for under this token (spec A7). */
        record Code(Token token) implements Outcome {}

        /** Unknown, wrong password, wrong door or disabled: which of them is not told. */
        record Wrong() implements Outcome {}

        /** Nothing was compared, or nothing is told of it: try again after so many seconds. */
        record Later(String words, long seconds) implements Outcome {}

        /** The right password of a school that is no longer in the register, which is told why. */
        record Closed(String words) implements Outcome {}
    }

    private static final String SPRAYED = "这个网络登录失败的次数较多，请 10 分钟后再试，或换一个网络登录。";

    private final Accounts accounts;
    private final Approaches approaches;
    private final Logins logins;
    private final SecondFactors factors;
    private final SecondStep secondStep;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    SignIn(
            Accounts accounts,
            Approaches approaches,
            Logins logins,
            SecondFactors factors,
            SecondStep secondStep,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.approaches = approaches;
        this.logins = logins;
        this.factors = factors;
        this.secondStep = secondStep;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
    }

    /** The same steps for every name, so that neither answer nor timing tells whether it exists. */
    public Outcome attempt(Attempt attempt) {
        var account = accounts.byUserName(attempt.userName());
        var wait = approaches.claim(attempt.userName(), attempt.address(), attempt.at());
        if (wait.isPositive()) {
            refuse(attempt, account, "多次输错，须等待");
            return new Outcome.Later(
                    "输错次数较多，请 " + Delay.words(wait) + "后再试。换一台电脑不受影响。",
                    Math.max(1, wait.toSeconds()));
        }
        try {
            return compare(attempt, account);
        } catch (Passwords.Busy busy) {
            approaches.release(attempt.userName(), attempt.address(), attempt.at());
            refuse(attempt, account, "登录的人太多");
            return new Outcome.Later(Passwords.Busy.WORDS, 5);
        }
    }

    /** From an address that tries name after name, only those who are at home there come in. */
    private Outcome compare(Attempt attempt, Optional<Account> account) throws Passwords.Busy {
        boolean strange =
                approaches.sprayed(attempt.address(), attempt.at())
                        && !approaches.atHome(attempt.userName(), attempt.address());
        var outcome = judge(attempt, account, strange);
        if (outcome instanceof Outcome.Wrong) {
            boolean sprayed = approaches.sprayed(attempt.address(), attempt.at());
            approaches.failed(attempt.userName(), attempt.address(), attempt.at());
            return sprayed ? new Outcome.Later(SPRAYED, 600) : outcome;
        }
        return outcome;
    }

    private Outcome judge(Attempt attempt, Optional<Account> account, boolean strange)
            throws Passwords.Busy {
        if (account.isEmpty() || strange) {
            passwords.matchNobody(attempt.password());
            return refuse(attempt, account, strange ? "这个网络失败的次数太多" : "没有这个用户名");
        }
        if (!passwords.matches(attempt.password(), account.get().passwordHash())) {
            return refuse(attempt, account, "密码不对");
        }
        if (!attempt.door().admits(account.get().actor().tier())) {
            return refuse(attempt, account, "入口不对");
        }
        if (account.get().disabled()) {
            return refuse(attempt, account, "账号已停用");
        }
        var ending = account.get().ending();
        if (ending != null) {
            refuse(attempt, account, "学校已撤销");
            return new Outcome.Closed(ending.words());
        }
        return transaction.execute(status -> welcome(attempt, account.get()));
    }

    private Outcome welcome(Attempt attempt, Account account) {
        var actor = account.actor(attempt.address(), attempt.at());
        if (factors.confirmed(actor.accountId())) {
            approaches.succeeded(attempt.userName(), attempt.address(), attempt.at());
            return new Outcome.Code(
                    secondStep.begin(actor.accountId(), attempt.address(), attempt.at()));
        }
        if (!accounts.noteSignIn(actor.accountId(), account.passwordHash(), attempt.at())) {
            return refuse(attempt, Optional.of(account), "密码刚被重置，或账号刚被停用");
        }
        approaches.succeeded(attempt.userName(), attempt.address(), attempt.at());
        if (attempt.former() != null) {
            logins.end(attempt.former());
        }
        events.publishEvent(Auditable.of(actor, "登录", actor.unitName(), actor.path()));
        return new Outcome.Welcome(
                logins.begin(
                        actor.accountId(), attempt.address(), attempt.browser(), attempt.at()));
    }

    private Outcome refuse(Attempt attempt, Optional<Account> account, String why) {
        var by =
                account.map(known -> known.actor(attempt.address(), attempt.at()))
                        .orElseGet(() -> unknown(attempt));
        transaction.executeWithoutResult(status ->
                events.publishEvent(
                        new Auditable(by, "登录失败", by.unitName(), by.path(), why, List.of())));
        return new Outcome.Wrong();
    }

    /** What was typed is kept only if it looks like a code: people type passwords there, too. */
    private static Actor unknown(Attempt attempt) {
        var typed =
                attempt.userName().matches("\\d{10}(-[a-z0-9]{2,8})?")
                        ? attempt.userName()
                        : "（不存在的用户名）";
        return Actor.unknown(typed, attempt.address(), attempt.at());
    }
}
