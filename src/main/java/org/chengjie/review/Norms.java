package org.chengjie.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is usual in a province for an item, which the marks are told by; a few minutes old at most.
 */
@Repository
class Norms {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Norms(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Computes them anew, unless somebody has done so lately. */
    void keepFresh(Reach reach, Instant now) {
        var old = now.minus(GOOD_FOR);
        if (!isFresh(reach, old)) {
            refresh(reach, now, old);
        }
    }

    /** Computes them anew. */
    void refresh(Reach reach, Instant now) {
        refresh(reach, now, now.plusNanos(1));
    }

    /**
     * Whoever takes the province's line in norm_age does the work, and whoever comes at the same
     * moment waits for that line and finds it done. Rejected rows and rows being mended do not
     * count: they are not what schools ask for.
     */
    private void refresh(Reach reach, Instant now, Instant olderThan) {
        transaction.executeWithoutResult(state -> {
            if (take(reach, now, olderThan)) {
                compute(reach);
                mark(reach);
            }
        });
    }

    private boolean isFresh(Reach reach, Instant old) {
        return jdbc.sql(
                        "select exists (select from review.norm_age where province_id = :province and at >= :old)")
                .param("province", reach.provinceId())
                .param("old", old.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private boolean take(Reach reach, Instant now, Instant olderThan) {
        return jdbc.sql(
                                """
                                insert into review.norm_age as a (province_id, at) values (:province, :now)
                                on conflict (province_id) do update set at = excluded.at where a.at < :old
                                """)
                        .param("province", reach.provinceId())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("old", olderThan.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private void compute(Reach reach) {
        jdbc.sql(
                        """
                        with fresh as materialized (
                            select item_id, coalesce(kind, '') as kind, count(*) as rows,
                                   percentile_disc(0.5) within group (order by quantity) as median_quantity,
                                   percentile_disc(0.5) within group (order by total) as median_total
                              from review.row
                             where lies_in(school_place, :path) and stage in ('SUBMITTED', 'APPROVED')
                             group by grouping sets ((item_id, kind), (item_id))
                            having count(*) > :peers
                        ), gone as (
                            delete from review.norm n
                             where n.province_id = :province
                               and not exists (select from fresh f where f.item_id = n.item_id and f.kind = n.kind)
                        )
                        insert into review.norm as n (province_id, item_id, kind, rows, median_quantity, median_total)
                        select :province, item_id, kind, rows, median_quantity, median_total from fresh
                        on conflict (province_id, item_id, kind) do update
                           set rows = excluded.rows, median_quantity = excluded.median_quantity,
                               median_total = excluded.median_total
                        """)
                .param("province", reach.provinceId())
                .param("path", provincePath(reach))
                .param("peers", Mark.PEERS)
                .update();
    }

    /** Tells anew, by these norms, which rows have a mark. */
    private void mark(Reach reach) {
        for (var table : List.of("review.marking", "review.marked")) {
            jdbc.sql("delete from " + table + " where province_id = :province")
                    .param("province", reach.provinceId())
                    .update();
        }
        jdbc.sql(Marks.KEEP)
                .param("province", reach.provinceId())
                .param("path", provincePath(reach))
                .update();
    }

    /** A city's rows are measured by the whole province's. */
    private static String provincePath(Reach reach) {
        var steps = reach.path().split("/", -1);
        return "/" + steps[1] + "/" + steps[2] + "/";
    }
}
