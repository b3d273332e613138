package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the province's desk shows (spec R7), each in one query however many schools there are: where
 * the schools stand, what has happened, what waits.
 */
@Repository
public class Desk {

    private static final int NAMES = 3;

    private final JdbcClient jdbc;

    Desk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schools by city, kind and standing: 省直 first, then the cities in their order. */
    public List<DeskTally> tallies(Reach reach, Instant since) {
        return jdbc.sql(
                        """
                        select city, kind, standing, count(*) as schools,
                               count(*) filter (where submitted_at > :since) as fresh,
                               coalesce(sum(self_raised) filter (where submitted_at is not null), 0)::bigint as self_raised,
                               coalesce(sum(industry) filter (where submitted_at is not null), 0)::bigint as industry,
                               coalesce(sum(sponsor) filter (where submitted_at is not null), 0)::bigint as sponsor,
                               coalesce(sum(local) filter (where submitted_at is not null), 0)::bigint as local,
                               sum(approved_self_raised + approved_industry + approved_sponsor
                                   + approved_local)::bigint as approved,
                               (array_agg(id order by code) filter (where waiting > 0))[1] as first_waiting
                          from review.desk_school
                         where lies_in(path, :reach)
                         group by city_order, city, kind, standing
                         order by city_order, city, kind, standing
                        """)
                .param("reach", reach.path())
                .param("since", sql(since))
                .query(Desk::tally)
                .list();
    }

    /**
     * The schools that submitted for the first time, by day of China.
     *
     * @param kind null for all kinds
     */
    public List<Daily> daily(Reach reach, @Nullable Kind kind) {
        return jdbc.sql(
                        """
                        select (at at time zone 'Asia/Shanghai')::date as day, count(*) as schools
                          from review.first_submission
                         where lies_in(school_path, :reach) and kind = coalesce(:kind::text, kind)
                         group by day
                         order by day
                        """)
                .param("reach", reach.path())
                .param("kind", kind == null ? null : kind.name())
                .query((row, n) ->
                        new Daily(row.getObject("day", LocalDate.class), row.getInt("schools")))
                .list();
    }

    public News news(Reach reach, Instant since) {
        return jdbc.sql(
                        "with "
                                + Marks.MARKED
                                + """
                                , lately as materialized (
                                    select school_id, returns, id in (select undertaking_id from marked) as marked,
                                           id in (select undertaking_id from marked where in_yuan) as in_yuan
                                      from review.row
                                     where lies_in(school_place, :reach) and stage = 'SUBMITTED' and changed_at > :since
                                       and school_id = any(array(
                                               select id from review.school
                                                where lies_in(path, :reach) and submitted_at is not null
                                                  and rows_changed_at > :since))
                                ), mended as (
                                    select school_id from lately where returns > 0
                                ), withdrawn as (
                                    select distinct school_id, school_name from review.desk_move
                                     where lies_in(school_path, :reach) and at > :since and step = 'WITHDRAW' and not submitted
                                ), told as (
                                    select opinion from review.row
                                     where lies_in(path, :reach) and opinion_at > :since
                                       and id = any(array(select undertaking_id from review.opinion
                                                           where lies_in(school_path, :reach) and at > :since))
                                )
                                select (select count(*) from mended) as mended,
                                       (select count(distinct school_id) from mended) as mending_schools,
                                       (select count(*) from withdrawn) as withdrawn,
                                       array(select school_name from withdrawn order by school_id limit :names) as names,
                                       (select count(*) from told where opinion = 'AGREES') as agreeing,
                                       (select count(*) from told where opinion = 'DISAGREES') as disagreeing,
                                       (select count(*) from lately where marked) as marked,
                                       (select count(*) from lately where in_yuan) as in_yuan
                                """)
                .param("province", reach.provinceId())
                .param("reach", reach.path())
                .param("since", sql(since))
                .param("names", NAMES)
                .query((row, n) ->
                        new News(
                                row.getInt("mended"),
                                row.getInt("mending_schools"),
                                row.getInt("withdrawn"),
                                List.of((String[]) row.getArray("names").getArray()),
                                row.getInt("agreeing"),
                                row.getInt("disagreeing"),
                                row.getInt("marked"),
                                row.getInt("in_yuan")))
                .single();
    }

    /** The items with most rows waiting. */
    public List<ItemLoad> busiest(Reach reach, int most) {
        return jdbc.sql(
                        """
                        select item_no, title, waiting, rows as submitted
                          from review.taken
                         where place = :reach and waiting > 0
                         order by waiting desc, position
                         limit :most
                        """)
                .param("reach", reach.path())
                .param("most", most)
                .query((row, n) ->
                        new ItemLoad(
                                row.getString("item_no"),
                                row.getString("title"),
                                row.getInt("waiting"),
                                row.getInt("submitted")))
                .list();
    }

    /** 省财政投入, the fifth source (spec P2). */
    public Amount provincial(long provinceId) {
        return new Amount(
                jdbc.sql(
                                """
                                select coalesce(sum(yuan), 0)::bigint from review.provincial_funds where province_id = :province
                                """)
                        .param("province", provinceId)
                        .query(Long.class)
                        .single());
    }

    private static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static DeskTally tally(ResultSet row, int number) throws SQLException {
        return new DeskTally(
                row.getString("city"),
                Kind.valueOf(row.getString("kind")),
                Standing.valueOf(row.getString("standing")),
                row.getInt("schools"),
                row.getInt("fresh"),
                new Funds(
                        new Amount(row.getLong("self_raised")),
                        new Amount(row.getLong("industry")),
                        new Amount(row.getLong("sponsor")),
                        new Amount(row.getLong("local"))),
                new Amount(row.getLong("approved")),
                row.getObject("first_waiting", Long.class));
    }
}
