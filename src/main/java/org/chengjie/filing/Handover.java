package org.chengjie.filing;

import java.util.List;
import org.chengjie.filing.RowsHandedOver.Handed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes rows over from one filing to another, with their stage and their history: no row is lost,
 * and none is in two places. Both filings are held by the caller.
 */
@Repository
class Handover {

    private final JdbcClient jdbc;

    Handover(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole filing becomes the other school's. */
    void whole(long filingId, long schoolId, String path) {
        jdbc.sql(
                        """
                        update filing.filing set school_id = :school, school_path = :path where id = :filing
                        """)
                .param("school", schoolId)
                .param("path", path)
                .param("filing", filingId)
                .update();
        for (var table : List.of("filing.undertaking", "filing.move")) {
            jdbc.sql("update " + table + " set school_path = :path where filing_id = :filing")
                    .param("path", path)
                    .param("filing", filingId)
                    .update();
        }
    }

    /** Rows of items that the other filing has no row for. */
    void rows(List<Long> rows, Filing into) {
        for (var statement :
                List.of(
                        "update filing.undertaking set filing_id = :filing, school_path = :path where id = any(:rows)",
                        "update filing.move set filing_id = :filing, school_path = :path where undertaking_id = any(:rows)")) {
            jdbc.sql(statement)
                    .param("filing", into.id())
                    .param("path", into.schoolPath())
                    .param("rows", rows.toArray(Long[]::new))
                    .update();
        }
    }

    /**
     * Rows of items that the other filing has an unticked row for: that one takes over all of it,
     * the version too, so that an undo still finds it as it was; the old one is left empty.
     */
    void onto(List<Handed> pairs, Filing into) {
        var from = pairs.stream().map(Handed::fromId).toArray(Long[]::new);
        var to = pairs.stream().map(Handed::toId).toArray(Long[]::new);
        jdbc.sql(
                        """
                        update filing.undertaking a
                           set undertaken = true, stage = b.stage, quantity = b.quantity, self_raised = b.self_raised,
                               industry = b.industry, sponsor = b.sponsor, local = b.local, version = b.version,
                               returns = b.returns, changed_at = b.changed_at, changed_by = b.changed_by,
                               changed_name = b.changed_name
                          from unnest(:to::bigint[], :from::bigint[]) as p (to_id, from_id)
                          join filing.undertaking b on b.id = p.from_id
                         where a.id = p.to_id
                        """)
                .param("to", to)
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        update filing.undertaking
                           set undertaken = false, stage = 'DRAFT', quantity = null, self_raised = null, industry = null,
                               sponsor = null, local = null, version = nextval('filing.version')
                         where id = any(:from)
                        """)
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        update filing.move m set undertaking_id = p.to_id, filing_id = :filing, school_path = :path
                          from unnest(:to::bigint[], :from::bigint[]) as p (to_id, from_id)
                         where m.undertaking_id = p.from_id
                        """)
                .param("filing", into.id())
                .param("path", into.schoolPath())
                .param("to", to)
                .param("from", from)
                .update();
    }

    /**
     * A form that undertook nothing stands, with the rows, as theirs did; the receipts go along.
     */
    void standing(Filing from, Filing into) {
        jdbc.sql(
                        """
                        update filing.filing a
                           set submitted_at = b.submitted_at, receipt_no = b.receipt_no, review_started_at = b.review_started_at
                          from filing.filing b
                         where a.id = :into and b.id = :from
                        """)
                .param("into", into.id())
                .param("from", from.id())
                .update();
        jdbc.sql(
                        """
                        update filing.filing
                           set submitted_at = null, receipt_no = null, review_started_at = null
                         where id = :from
                        """)
                .param("from", from.id())
                .update();
        jdbc.sql("update filing.submission set filing_id = :into where filing_id = :from")
                .param("into", into.id())
                .param("from", from.id())
                .update();
    }
}
