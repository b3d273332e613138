package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengjie.database.AtCommit;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The filings themselves, without their rows: whether they stand submitted, and the lock that every
 * change takes.
 */
@Repository
class FilingHeads {

    private final JdbcClient jdbc;
    private final AtCommit atCommit;

    FilingHeads(JdbcClient jdbc, AtCommit atCommit) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
    }

    Optional<Filing> find(long planId, long schoolId, Reach reach) {
        return jdbc.sql(
                        """
                        select f.id as filing_id, f.school_id, f.school_path, f.first_saved_at, f.saved_at, f.submitted_at,
                               f.receipt_no, f.review_started_at,
                               u.id, u.item_id, u.undertaken, u.stage, u.quantity, u.self_raised, u.industry, u.sponsor,
                               u.local, u.version, u.changed_at, u.changed_name
                          from filing.filing f
                          left join filing.undertaking u on u.filing_id = f.id
                         where f.plan_id = :plan and f.school_id = :school and lies_in(f.school_path, :reach)
                        """)
                .param("plan", planId)
                .param("school", schoolId)
                .param("reach", reach.path())
                .query(lines ->
                        lines.next() ? Optional.of(FilingHeads.assemble(lines)) : Optional.empty());
    }

    /** Makes the school's filing if there is none, and holds it until the transaction ends. */
    Filing open(long planId, Actor school) {
        return hold(planId, school.unitId(), school.reach())
                .orElseGet(() -> {
                    jdbc.sql(
                                    """
                                    insert into filing.filing (plan_id, school_id, school_path, first_saved_at, saved_at)
                                    values (:plan, :school, :path, :at, :at)
                                    on conflict (plan_id, school_id) do nothing
                                    """)
                            .param("plan", planId)
                            .param("school", school.unitId())
                            .param("path", school.path())
                            .param("at", Undertakings.sql(school.arrived()))
                            .update();
                    return hold(planId, school.unitId(), school.reach()).orElseThrow();
                });
    }

    /**
     * Holds a filing until the transaction ends, so that whoever checks may act on what was
     * checked. Locking and reading are two statements: one that had waited for the lock would show
     * rows from before the wait.
     */
    Optional<Filing> hold(long planId, long schoolId, Reach reach) {
        return jdbc.sql(
                        """
                        select id from filing.filing
                         where plan_id = :plan and school_id = :school and lies_in(school_path, :reach)
                           for update
                        """)
                .param("plan", planId)
                .param("school", schoolId)
                .param("reach", reach.path())
                .query(Long.class)
                .optional()
                .flatMap(id -> find(planId, schoolId, reach));
    }

    void saved(long filingId, Instant at) {
        atCommit.write(
                "update filing.filing set saved_at = ? where id = ?",
                Undertakings.sql(at),
                filingId);
    }

    /** Marks the filing as submitted, or as a draft again where there is no receipt. */
    void stand(long filingId, @Nullable Instant submittedAt, @Nullable String receiptNo) {
        jdbc.sql(
                        """
                        update filing.filing
                           set submitted_at = :at, receipt_no = :receipt, review_started_at = null
                         where id = :id
                        """)
                .param("at", submittedAt == null ? null : Undertakings.sql(submittedAt))
                .param("receipt", receiptNo)
                .param("id", filingId)
                .update();
    }

    void reviewStarted(long filingId, Instant at) {
        jdbc.sql(
                        """
                        update filing.filing set review_started_at = :at
                         where id = :id and review_started_at is null
                        """)
                .param("at", Undertakings.sql(at))
                .param("id", filingId)
                .update();
    }

    /**
     * Gives the school its form back where nothing of what the province decided since the
     * submission stands any more (spec F10, R4).
     */
    void reviewUndone(long filingId) {
        jdbc.sql(
                        """
                        update filing.filing f set review_started_at = null
                         where id = :id
                           and not exists (select from filing.undertaking u
                                            where u.filing_id = f.id
                                              and (u.stage in ('APPROVED', 'RETURNED', 'REJECTED') or u.returns > 0))
                           and not exists (select from filing.move m
                                             join filing.decision d on d.id = m.decision_id
                                            where m.filing_id = f.id and m.step <> 'UNDO' and m.at >= f.submitted_at
                                              and d.undone_at is null)
                        """)
                .param("id", filingId)
                .update();
    }

    /**
     * A receipt for a submission of so many rows and so many yuan, numbered by province, day and
     * turn.
     */
    String receipt(Filing filing, Actor by, String provinceDigits, String day, Totals submitted) {
        return jdbc.sql(
                        """
                        insert into filing.submission (receipt_no, filing_id, submitted_at, submitted_by, rows, total)
                        select :prefix || lpad(turn, greatest(5, length(turn)), '0'), :filing, :at, :by, :rows, :total
                          from (select nextval('filing.receipt')::text) as t (turn)
                        returning receipt_no
                        """)
                .param("prefix", provinceDigits + "-" + day + "-")
                .param("filing", filing.id())
                .param("at", Undertakings.sql(by.arrived()))
                .param("by", by.accountId())
                .param("rows", submitted.rows())
                .param("total", submitted.funds().total().yuan())
                .query(String.class)
                .single();
    }

    /** The form of a line, with the row of that line and of all that follow. */
    static Filing assemble(ResultSet rows) throws SQLException {
        var head = head(rows);
        var byItem = new HashMap<Long, Undertaking>();
        do {
            if (rows.getObject("id") != null) {
                byItem.put(rows.getLong("item_id"), Undertakings.read(rows, 0));
            }
        } while (rows.next());
        return head.with(byItem);
    }

    private static Filing head(ResultSet row) throws SQLException {
        return new Filing(
                row.getLong("filing_id"),
                row.getLong("school_id"),
                row.getString("school_path"),
                instant(row, "first_saved_at"),
                instant(row, "saved_at"),
                instantOrNull(row, "submitted_at"),
                row.getString("receipt_no"),
                instantOrNull(row, "review_started_at"),
                Map.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
