package org.chengjie.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.chengjie.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From when on an officer wants to be told what has changed (spec R4). */
@Repository
public class Looks {

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing for somebody who has not looked yet: then all is new, and nothing is marked so. */
    public Optional<Instant> since(Actor officer) {
        return jdbc.sql("select since from review.look where account_id = :account")
                .param("account", officer.accountId())
                .query((row, n) -> row.getObject("since", OffsetDateTime.class).toInstant())
                .optional();
    }
}
