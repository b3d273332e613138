package org.chengjie.filing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which rows behind published figures move: an adjustment that the ministry has
 * consented to, in the transaction that does so; the database refuses it anywhere else (spec P5).
 */
@Repository
public class PublishedRows {

    private final JdbcClient jdbc;
    private final FilingHeads heads;

    PublishedRows(JdbcClient jdbc, FilingHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    public Optional<Filing> find(long planId, long schoolId, Reach reach) {
        return heads.find(planId, schoolId, reach);
    }

    /**
     * Makes the rows of a school what they are to be, each with its move in the history; a row that
     * is not as it was when the adjustment was made refuses all of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carryOut(
            Actor by, long planId, long schoolId, List<PublishedRow> rows, String reason) {
        var filing = heads.hold(planId, schoolId, by.reach()).orElseThrow(Refusal::notFound);
        for (var row : rows) {
            if (filing.row(row.item()).version() != row.version()) {
                throw Refusal.conflict(row.item().no() + " 在报送以后又有改动，这份调整备案不能同意。请退给省厅重新核对。");
            }
        }
        int moved =
                jdbc.sql(
                                """
                                with wanted as (
                                    select * from unnest(:items::bigint[], :takes::boolean[], :steps::text[], :versions::bigint[],
                                                         :undertaken::boolean[], :quantities::bigint[], :selfRaised::bigint[],
                                                         :industry::bigint[], :sponsor::bigint[], :local::bigint[])
                                        as t(item_id, takes_quantity, step, version, undertaken, quantity, self_raised, industry,
                                             sponsor, local)
                                ), before as (
                                    select * from filing.undertaking where filing_id = :filing and item_id = any(:items)
                                ), changed as (
                                    insert into filing.undertaking as u
                                           (filing_id, school_path, item_id, takes_quantity, undertaken, stage, quantity, self_raised,
                                            industry, sponsor, local, version, changed_at, changed_by, changed_name)
                                    select :filing, :path, item_id, takes_quantity, undertaken,
                                           case when undertaken then 'APPROVED' else 'DRAFT' end, quantity, self_raised,
                                           industry, sponsor, local, nextval('filing.version'), :at, :by, :name
                                      from wanted
                                    on conflict (filing_id, item_id) do update
                                       set undertaken = excluded.undertaken, stage = excluded.stage, quantity = excluded.quantity,
                                           self_raised = excluded.self_raised, industry = excluded.industry,
                                           sponsor = excluded.sponsor, local = excluded.local, version = excluded.version,
                                           changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                                           changed_name = excluded.changed_name
                                     where u.version = (select w.version from wanted w where w.item_id = u.item_id)
                                    returning u.*)
                                insert into filing.move (undertaking_id, filing_id, school_path, step, at, by_account, by_name, reason,
                                                         version, quantity, self_raised, industry, sponsor, local)
                                select c.id, c.filing_id, c.school_path, w.step, :at, :by, :name, :reason, c.version,
                                       coalesce(c.quantity, b.quantity), coalesce(c.self_raised, b.self_raised),
                                       coalesce(c.industry, b.industry), coalesce(c.sponsor, b.sponsor), coalesce(c.local, b.local)
                                  from changed c
                                  join wanted w on w.item_id = c.item_id
                                  left join before b on b.item_id = c.item_id
                                """)
                        .param("filing", filing.id())
                        .param("path", filing.schoolPath())
                        .param("at", Undertakings.sql(by.arrived()))
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("reason", reason)
                        .param("items", longs(rows, row -> row.item().id()))
                        .param(
                                "takes",
                                rows.stream()
                                        .map(row -> row.item().takesQuantity())
                                        .toArray(Boolean[]::new))
                        .param(
                                "steps",
                                rows.stream()
                                        .map(row -> step(filing, row).name())
                                        .toArray(String[]::new))
                        .param("versions", longs(rows, PublishedRow::version))
                        .param(
                                "undertaken",
                                rows.stream().map(PublishedRow::undertaken).toArray(Boolean[]::new))
                        .param("quantities", longs(rows, row -> row.values().quantity()))
                        .param("selfRaised", yuan(rows, Cell.SELF_RAISED))
                        .param("industry", yuan(rows, Cell.INDUSTRY))
                        .param("sponsor", yuan(rows, Cell.SPONSOR))
                        .param("local", yuan(rows, Cell.LOCAL))
                        .update();
        if (moved != rows.size()) {
            throw Refusal.conflict("有几行刚被改动，这份调整备案没有生效。请重新打开这一页。");
        }
    }

    private static Step step(Filing filing, PublishedRow row) {
        boolean stood = filing.row(row.item()).stage() == Stage.APPROVED;
        if (!row.undertaken()) {
            return Step.DROP;
        }
        return stood ? Step.ADJUST : Step.TAKE_ON;
    }

    private static @Nullable Long[] longs(
            List<PublishedRow> rows, Function<PublishedRow, @Nullable Long> of) {
        return rows.stream().map(of).toArray(Long[]::new);
    }

    private static @Nullable Long[] yuan(List<PublishedRow> rows, Cell source) {
        return longs(
                rows,
                row -> {
                    var amount = row.values().amount(source);
                    return amount == null ? null : amount.yuan();
                });
    }
}
