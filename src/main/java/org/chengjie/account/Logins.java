package org.chengjie.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengjie.organisation.SchoolsClosed;
import org.chengjie.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sign-ins that hold: 30 minutes after the last request, 12 hours at most (spec A6). Deleting a
 * row ends one at once, on every node.
 */
@Repository
public class Logins {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    /** A row written on every request would cost more than most requests do. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /**
     * Whoever holds a token.
     *
     * @param mustEnrol whether the ministry asks for a second factor that the account has not (spec
     *     A7)
     */
    public record Holder(Actor actor, boolean mustEnrol) {}

    private record Seen(Holder holder, Instant at) {}

    private final JdbcClient jdbc;

    Logins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whoever holds this token, with the role as it is now; the wall does not stand in the way of
     * that.
     */
    public Optional<Holder> holder(Token token, String address, Instant now) {
        var seen =
                jdbc.sql(
                                "select * from account.holder(:hash, :idle_since, :oldest) /* any reach */")
                        .param("hash", token.hash())
                        .param("idle_since", at(now.minus(IDLE)))
                        .param("oldest", at(now.minus(LONGEST)))
                        .query((row, n) -> read(row, address, now))
                        .optional();
        seen.filter(s -> s.at().isBefore(now.minus(NOTED_EVERY)))
                .ifPresent(s -> noteSeen(token, now));
        return seen.map(Seen::holder);
    }

    Token begin(long accountId, String address, String browser, Instant now) {
        var token = Token.fresh();
        jdbc.sql(
                        """
                        insert into account.login (token_hash, account_id, address, browser, started_at, seen_at)
                        values (:hash, :account, :address, :browser, :now, :now)
                        """)
                .param("hash", token.hash())
                .param("account", accountId)
                .param("address", address)
                .param("browser", browser)
                .param("now", at(now))
                .update();
        return token;
    }

    /** Those of an account that still hold, the latest first. */
    public List<Login> of(Actor holder, Token current) {
        return jdbc.sql(
                        """
                        select id, started_at, seen_at, address, browser, token_hash = :hash as current
                          from account.login
                         where account_id = :account and seen_at > :idle_since and started_at > :oldest
                         order by current desc, seen_at desc
                        """)
                .param("hash", current.hash())
                .param("account", holder.accountId())
                .param("idle_since", at(holder.arrived().minus(IDLE)))
                .param("oldest", at(holder.arrived().minus(LONGEST)))
                .query(Logins::login)
                .list();
    }

    /** One of the holder's own, unless it is the one that asks. */
    List<String> end(Actor holder, long id, Token current) {
        return jdbc.sql(
                        """
                        delete from account.login
                         where id = :id and account_id = :account and token_hash <> :hash
                        returning browser || ' ' || address
                        """)
                .param("id", id)
                .param("account", holder.accountId())
                .param("hash", current.hash())
                .query((row, n) -> row.getString(1))
                .list();
    }

    List<String> endOthers(Actor holder, Token current) {
        return jdbc.sql(
                        """
                        delete from account.login where account_id = :account and token_hash <> :hash
                        returning browser || ' ' || address
                        """)
                .param("account", holder.accountId())
                .param("hash", current.hash())
                .query((row, n) -> row.getString(1))
                .list();
    }

    boolean end(Token token) {
        return jdbc.sql("delete from account.login where token_hash = :hash")
                        .param("hash", token.hash())
                        .update()
                > 0;
    }

    /** The school's sign-ins end with it, and do not come back with it (spec P1). */
    @EventListener
    void endAll(SchoolsClosed closed) {
        jdbc.sql(
                        """
                        delete from account.login l using account.account a
                         where a.id = l.account_id and a.unit_id = any(:units)
                        """)
                .param("units", closed.schoolIds().toArray(Long[]::new))
                .update();
    }

    void endAll(long accountId) {
        endAll(List.of(accountId));
    }

    /** Ends every sign-in of these accounts, also those that still wait for a code. */
    void endAll(List<Long> accountIds) {
        jdbc.sql(
                        """
                        with waiting as (delete from account.second_step where account_id = any(:accounts))
                        delete from account.login where account_id = any(:accounts)
                        """)
                .param("accounts", accountIds.toArray(Long[]::new))
                .update();
    }

    void sweep(Instant now) {
        jdbc.sql("delete from account.second_step where expires_at <= :now")
                .param("now", at(now))
                .update();
        jdbc.sql("delete from account.login where seen_at <= :idle_since or started_at <= :oldest")
                .param("idle_since", at(now.minus(IDLE)))
                .param("oldest", at(now.minus(LONGEST)))
                .update();
    }

    private void noteSeen(Token token, Instant now) {
        jdbc.sql(
                        "update account.login set seen_at = :now where token_hash = :hash and seen_at < :now")
                .param("hash", token.hash())
                .param("now", at(now))
                .update();
    }

    private static Seen read(ResultSet row, String address, Instant now) throws SQLException {
        var actor = Accounts.actor(row, address, now);
        return new Seen(
                new Holder(actor, row.getBoolean("must_enrol")),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static Login login(ResultSet row, int n) throws SQLException {
        return new Login(
                row.getLong("id"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("browser"),
                row.getBoolean("current"));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
