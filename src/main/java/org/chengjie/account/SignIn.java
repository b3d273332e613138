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
            Instant at) {}

    /** What becomes of an attempt; delays and second factors will be further cases. */
    public sealed interface Outcome {

        /** Come in, with this. */
        record Welcome(Token token) implements Outcome {}

        /** Unknown, wrong password, wrong door or disabled: which of them is not told. */
        record Wrong() implements Outcome {}

        /** The right password of a school that is no longer in the register, which is told why. */
        record Closed(String words) implements Outcome {}
    }

    private final Accounts accounts;
    private final Logins logins;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    SignIn(
            Accounts accounts,
            Logins logins,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
    }

    public Outcome attempt(Attempt attempt) {
        var account = accounts.byUserName(attempt.userName());
        if (account.isEmpty()) {
            passwords.matchNobody(attempt.password());
            return refuse(attempt, account, "没有这个用户名");
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
        if (!accounts.noteSignIn(actor.accountId(), account.passwordHash(), attempt.at())) {
            return refuse(attempt, Optional.of(account), "密码刚被重置，或账号刚被停用");
        }
        if (attempt.former() != null) {
            logins.end(attempt.former());
        }
        events.publishEvent(Auditable.of(actor, "登录", actor.unitName(), actor.path()));
        return new Outcome.Welcome(
                logins.begin(actor.accountId(), attempt.address(), attempt.at()));
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
