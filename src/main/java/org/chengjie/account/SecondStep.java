package org.chengjie.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengjie.account.SecondFactors.Spent;
import org.chengjie.account.SignIn.Outcome;
import org.chengjie.shared.Auditable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code after the password (spec A7): until it is right there is no sign-in, only a token that
 * opens nothing but this question, for ten minutes and a few tries.
 */
@Component
public class SecondStep {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 5;

    /** What was typed, where, and when. */
    public record Attempt(
            Token token,
            String code,
            @Nullable Token former,
            String address,
            String browser,
            Instant at) {}

    private record Step(long accountId) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Approaches approaches;
    private final Logins logins;
    private final SecondFactors factors;
    private final ApplicationEventPublisher events;

    SecondStep(
            JdbcClient jdbc,
            Accounts accounts,
            Approaches approaches,
            Logins logins,
            SecondFactors factors,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.approaches = approaches;
        this.logins = logins;
        this.factors = factors;
        this.events = events;
    }

    /** Codes are counted apart from passwords. */
    static String name(String userName) {
        return userName + " 两步验证";
    }

    Token begin(long accountId, String address, Instant now) {
        var token = Token.fresh();
        jdbc.sql(
                        """
                        insert into account.second_step (token_hash, account_id, address, expires_at)
                        values (:hash, :account, :address, :expires)
                        """)
                .param("hash", token.hash())
                .param("account", accountId)
                .param("address", address)
                .param("expires", Logins.at(now.plus(VALID)))
                .update();
        return token;
    }

    /** Whether the token still asks for a code. */
    public boolean asks(Token token, Instant now) {
        return step(token, now).isPresent();
    }

    /** Empty where the question itself has run out, and one begins with the password again. */
    @Transactional
    public Optional<Outcome> attempt(Attempt attempt) {
        // The account first, in the order of whoever resets it meanwhile.
        return step(attempt.token(), attempt.at())
                .map(step -> accounts.locked(step.accountId()))
                .filter(account -> count(attempt))
                .map(account -> judge(attempt, account));
    }

    private Outcome judge(Attempt attempt, Account account) {
        long id = account.actor().accountId();
        var name = name(account.actor().userName());
        var wait = approaches.claim(name, attempt.address(), attempt.at());
        if (wait.isPositive()) {
            tell(attempt, account, "登录失败", "验证码多次输错，须等待");
            return new Outcome.Later("输错次数较多，请 " + Delay.words(wait) + "后再试。", wait.toSeconds());
        }
        var spent = factors.spend(id, attempt.code(), attempt.at());
        boolean open = !account.disabled() && account.ending() == null;
        if (spent == Spent.WRONG
                || !open
                || !accounts.noteSignIn(id, account.passwordHash(), attempt.at())) {
            tell(attempt, account, "登录失败", open ? "两步验证码不对" : "账号已停用");
            return new Outcome.Wrong();
        }
        approaches.succeeded(name, attempt.address(), attempt.at());
        end(attempt.token());
        if (attempt.former() != null) {
            logins.end(attempt.former());
        }
        tell(attempt, account, "登录", spent == Spent.PAPER ? "用备用码" : "");
        return new Outcome.Welcome(
                logins.begin(id, attempt.address(), attempt.browser(), attempt.at()));
    }

    private Optional<Step> step(Token token, Instant now) {
        return jdbc.sql(
                        """
                        select account_id from account.second_step
                         where token_hash = :hash and expires_at > :now and tries < :most
                        """)
                .param("hash", token.hash())
                .param("now", Logins.at(now))
                .param("most", MOST_TRIES)
                .query((row, n) -> new Step(row.getLong("account_id")))
                .optional();
    }

    private boolean count(Attempt attempt) {
        return jdbc.sql(
                                """
                                update account.second_step set tries = tries + 1
                                 where token_hash = :hash and expires_at > :now and tries < :most
                                """)
                        .param("hash", attempt.token().hash())
                        .param("now", Logins.at(attempt.at()))
                        .param("most", MOST_TRIES)
                        .update()
                > 0;
    }

    private void end(Token token) {
        jdbc.sql("delete from account.second_step where token_hash = :hash")
                .param("hash", token.hash())
                .update();
    }

    private void tell(Attempt attempt, Account account, String action, String why) {
        var actor = account.actor(attempt.address(), attempt.at());
        events.publishEvent(
                new Auditable(actor, action, actor.unitName(), actor.path(), why, List.of()));
    }
}
