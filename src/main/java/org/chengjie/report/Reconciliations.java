package org.chengjie.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengjie.shared.Wall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 重新核对合计: everything that is kept is counted anew from the rows, as both are at one moment, and
 * every difference is named (spec P6).
 */
@Repository
public class Reconciliations {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    Reconciliations(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Counts all, while everybody goes on working; empty when all is as it should be. */
    public List<Discrepancy> reconcile() {
        var began = clock.instant();
        return oneMoment.execute(state -> {
            long rows =
                    jdbc.sql("select count(*) from report.counted_row").query(Long.class).single();
            var differences = differences();
            note(
                    new Reconciliation(
                            began,
                            Duration.between(began, clock.instant()),
                            rows,
                            differences.size()));
            return differences;
        });
    }

    /** The last time that all was counted. */
    public Optional<Reconciliation> last() {
        return jdbc.sql(
                        "select at, took_millis, rows, differences from report.reconciliation order by id desc limit 1")
                .query((row, n) ->
                        new Reconciliation(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Duration.ofMillis(row.getLong("took_millis")),
                                row.getLong("rows"),
                                row.getLong("differences")))
                .optional();
    }

    /** Takes the rows' word for everything; whoever writes waits meanwhile. */
    public void recount() {
        Wall.across(() -> jdbc.sql("select report.recount()").query((row, n) -> true).list());
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    void nightly() {
        for (var difference : Wall.across(this::reconcile)) {
            LOG.error("Kept and counted figures differ: {}", difference);
        }
    }

    private List<Discrepancy> differences() {
        return jdbc.sql(
                        "select about, place, subject, name, kept, counted from report.difference order by place, about, subject, name")
                .query((row, n) ->
                        new Discrepancy(
                                row.getString("about"),
                                row.getString("place"),
                                row.getString("subject"),
                                row.getString("name"),
                                row.getLong("kept"),
                                row.getLong("counted")))
                .list();
    }

    private void note(Reconciliation done) {
        jdbc.sql(
                        """
                        insert into report.reconciliation (at, took_millis, rows, differences)
                        values (:at, :took, :rows, :differences)
                        """)
                .param("at", utc(done.at()))
                .param("took", done.took().toMillis())
                .param("rows", done.rows())
                .param("differences", done.differences())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
