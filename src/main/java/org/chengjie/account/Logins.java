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

    private record Seen(Actor actor, Instant at) {}

    private final JdbcClient jdbc;

    Logins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever holds this token, with the role as it is now. */
    public Optional<Actor> actor(Token token, String address, Instant now) {
        var seen =
                jdbc.sql(
                                """
                                select a.id, a.user_name, a.contact_name, a.role, a.initial_password,
                                       u.id as unit_id, u.tier, u.name as unit_name, u.code, u.path, l.seen_at
                                  from account.login l
                                  join account.account a on a.id = l.account_id
                                  join organisation.unit u on u.id = a.unit_id
                                  left join account.account o on o.unit_id = a.unit_id and o.main and u.tier = 'SCHOOL'
                                 where l.token_hash = :hash
                                   and a.disabled_at is null
                                   and o.disabled_at is null
                                   and l.seen_at > :idle_since
                                   and l.started_at > :oldest
                                   and u.closed_at is null
                                """)
                        .param("hash", token.hash())
                        .param("idle_since", at(now.minus(IDLE)))
                        .param("oldest", at(now.minus(LONGEST)))
                        .query((row, n) -> read(row, address, now))
                        .optional();
        seen.filter(s -> s.at().isBefore(now.minus(NOTED_EVERY)))
                .ifPresent(s -> noteSeen(token, now));
        return seen.map(Seen::actor);
    }

    Token begin(long accountId, String address, Instant now) {
        var token = Token.fresh();
        jdbc.sql(
                        """
                        insert into account.login (token_hash, account_id, address, started_at, seen_at)
                        values (:hash, :account, :address, :now, :now)
                        """)
                .param("hash", token.hash())
                .param("account", accountId)
                .param("address", address)
                .param("now", at(now))
                .update();
        return token;
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

    /** Ends every sign-in of these accounts. */
    void endAll(List<Long> accountIds) {
        jdbc.sql("delete from account.login where account_id = any(:accounts)")
                .param("accounts", accountIds.toArray(Long[]::new))
                .update();
    }

    void sweep(Instant now) {
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
        return new Seen(actor, row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
