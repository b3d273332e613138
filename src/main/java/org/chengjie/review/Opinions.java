package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What cities have said of the rows of their 中职 (spec R6); the latest on a row stands. */
@Repository
public class Opinions {

    private final JdbcClient jdbc;

    Opinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has been said of the rows of a school, by row. */
    public Map<Long, Opinion> of(long schoolId, Reach reach) {
        return jdbc
                .sql(
                        """
                        select undertaking_id, agrees, words, at, by_name, outdated
                          from review.told_opinion
                         where school_id = :school and lies_in(school_path, :reach)
                        """)
                .param("school", schoolId)
                .param("reach", reach.path())
                .query(Opinions::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Opinion::undertakingId, Function.identity()));
    }

    /**
     * Keeps the school's submission as it is until the transaction ends, against the school and the
     * province alike; false where there is none.
     */
    boolean hold(CitySchool school, Reach reach) {
        return jdbc.sql(
                        """
                        select id from review.held_filing
                         where school_id = :school and lies_in(school_path, :reach)
                           for share
                        """)
                .param("school", school.id())
                .param("reach", reach.path())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Replaces only the opinion that was seen; the answer names the rows spoken of. */
    Set<Long> write(
            Actor by, CitySchool school, Stance stance, List<OpinionPick> picks, String words) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                with picked as (
                                    select * from unnest(:ids::bigint[], :versions::bigint[], :seen::bigint[])
                                        as p(id, version, seen))
                                insert into review.opinion as o
                                       (undertaking_id, school_path, agrees, words, row_version, at, by_account, by_name)
                                select id, :path, :agrees, :words, version, :at, :by, :name
                                  from picked
                                on conflict (undertaking_id) do update
                                   set agrees = excluded.agrees, words = excluded.words, row_version = excluded.row_version,
                                       at = excluded.at, by_account = excluded.by_account, by_name = excluded.by_name
                                 where (extract(epoch from o.at) * 1000000)::bigint
                                       = (select p.seen from picked p where p.id = o.undertaking_id)
                                returning undertaking_id
                                """)
                        .param("ids", longs(picks, OpinionPick::undertakingId))
                        .param("versions", longs(picks, OpinionPick::version))
                        .param("seen", longs(picks, OpinionPick::seen))
                        .param("path", school.path())
                        .param("agrees", stance == Stance.AGREE)
                        .param("words", words)
                        .param("at", by.arrived().atOffset(ZoneOffset.UTC))
                        .param("by", by.accountId())
                        .param("name", by.name().isBlank() ? by.unitName() : by.name())
                        .query(Long.class)
                        .list());
    }

    private static Long[] longs(List<OpinionPick> picks, Function<OpinionPick, Long> of) {
        return picks.stream().map(of).toArray(Long[]::new);
    }

    private static Opinion read(ResultSet row, int number) throws SQLException {
        return new Opinion(
                row.getLong("undertaking_id"),
                row.getBoolean("agrees") ? Stance.AGREE : Stance.DISAGREE,
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getBoolean("outdated"));
    }
}
