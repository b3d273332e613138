package org.chengjie.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chengjie.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What schools are told of adjustments to their rows, until they say that they have read it. */
@Repository
class Tellings {

    private final JdbcClient jdbc;

    Tellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tell(long id, long schoolId, String schoolPath, String words, Instant at) {
        jdbc.sql(
                        """
                        insert into publication.told (adjustment_id, school_id, school_path, words, at)
                        values (:id, :school, :path, :words, :at)
                        """)
                .param("id", id)
                .param("school", schoolId)
                .param("path", schoolPath)
                .param("words", words)
                .param("at", sql(at))
                .update();
    }

    List<Told> unread(Actor school) {
        return jdbc.sql(
                        """
                        select adjustment_id, words, at from publication.told
                         where school_id = :school and read_at is null and starts_with(school_path, :reach)
                         order by adjustment_id desc
                        """)
                .param("school", school.unitId())
                .param("reach", school.path())
                .query((row, n) ->
                        new Told(
                                row.getLong("adjustment_id"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Answers whether there was something to confirm; a second time changes nothing. */
    boolean confirm(Actor school, long id) {
        return jdbc.sql(
                                """
                                update publication.told set read_at = coalesce(read_at, :at)
                                 where adjustment_id = :id and school_id = :school and starts_with(school_path, :reach)
                                """)
                        .param("at", sql(school.arrived()))
                        .param("id", id)
                        .param("school", school.unitId())
                        .param("reach", school.path())
                        .update()
                > 0;
    }

    private static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
