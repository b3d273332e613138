package org.chengjie.review;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chengjie.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * From when on an officer wants to be told what has changed (spec R4). A mark of one's own reading,
 * which nobody else sees: whoever may look may set it, and the audit does not tell of it.
 */
@Repository
public class Looks {

    /** How far back one is told who has never marked anything. */
    public static final Duration AT_FIRST = Duration.ofHours(24);

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the officer has never marked anything as looked at. */
    public Optional<Instant> since(Actor officer) {
        return jdbc.sql("select since from review.look where account_id = :account")
                .param("account", officer.accountId())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What has happened up to the request is no news any more; a mark never moves back. */
    public void looked(Actor officer) {
        jdbc.sql(
                        """
                        insert into review.look as l (account_id, since)
                        values (:account, :at)
                        on conflict (account_id) do update set since = greatest(l.since, excluded.since)
                        """)
                .param("account", officer.accountId())
                .param("at", officer.arrived().atOffset(ZoneOffset.UTC))
                .update();
    }
}
