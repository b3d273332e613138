package org.chengjie.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengjie.review.Standing;
import org.chengjie.shared.Labels;
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
            LOG.error("Kept and counted figures differ: {}", difference.words());
        }
    }

    private List<Discrepancy> differences() {
        return jdbc.sql(
                        """
                        select d.about, coalesce(p.name || split_part(d.place, '/', 4), '全国') as place, d.subject,
                               coalesce(i.title, '') as title, d.name, d.kept, d.counted
                          from report.difference d
                          left join report.province p on starts_with(d.place, p.path)
                          left join report.item i on d.about = 'FIGURE' and i.id = d.item_id
                         order by d.place, d.about, i.position, d.subject, d.name
                        """)
                .query((row, n) ->
                        new Discrepancy(
                                row.getString("place"),
                                row.getString("about").equals("TALLY")
                                        ? Labels.of(Standing.valueOf(row.getString("subject")))
                                        : row.getString("subject") + " " + row.getString("title"),
                                KeptFigure.valueOf(row.getString("name").toUpperCase(Locale.ROOT)),
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
