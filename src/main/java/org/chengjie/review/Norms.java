package org.chengjie.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is usual in a province for an item, which the marks are told by; a few minutes old at most.
 */
@Repository
class Norms {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    Norms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Computes them anew, unless somebody has done so lately. */
    void keepFresh(Reach reach, Instant now) {
        refresh(reach, now, now.minus(GOOD_FOR));
    }

    /** Computes them anew. */
    void refresh(Reach reach, Instant now) {
        refresh(reach, now, now.plusNanos(1));
    }

    /**
     * In one statement: whoever takes the province's line in norm_age does the work, and whoever
     * comes at the same moment waits for that line and finds it done. Rejected rows and rows being
     * mended do not count: they are not what schools ask for.
     */
    private void refresh(Reach reach, Instant now, Instant olderThan) {
        jdbc.sql(
                        """
                        with due as (
                            insert into review.norm_age as a (province_id, at) values (:province, :now)
                            on conflict (province_id) do update set at = excluded.at where a.at < :old
                            returning province_id
                        ), fresh as materialized (
                            select d.province_id, item_id, coalesce(kind, '') as kind, count(*) as rows,
                                   percentile_disc(0.5) within group (order by quantity) as median_quantity,
                                   percentile_disc(0.5) within group (order by total) as median_total
                              from review.row cross join due d
                             where lies_in(path, :path) and stage in ('SUBMITTED', 'APPROVED')
                             group by grouping sets ((d.province_id, item_id, kind), (d.province_id, item_id))
                            having count(*) > :peers
                        ), gone as (
                            delete from review.norm n using due d
                             where n.province_id = d.province_id
                               and not exists (select from fresh f where f.item_id = n.item_id and f.kind = n.kind)
                        )
                        insert into review.norm as n (province_id, item_id, kind, rows, median_quantity, median_total)
                        select province_id, item_id, kind, rows, median_quantity, median_total from fresh
                        on conflict (province_id, item_id, kind) do update
                           set rows = excluded.rows, median_quantity = excluded.median_quantity,
                               median_total = excluded.median_total
                        """)
                .param("province", reach.provinceId())
                .param("path", provincePath(reach))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("old", olderThan.atOffset(ZoneOffset.UTC))
                .param("peers", Mark.PEERS)
                .update();
    }

    /** A city's rows are measured by the whole province's. */
    private static String provincePath(Reach reach) {
        var steps = reach.path().split("/", -1);
        return "/" + steps[1] + "/" + steps[2] + "/";
    }
}
