package org.chengjie.report;

import java.time.Clock;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Wall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the sums: folds what has changed into them, and counts the days (spec P4, P6). */
@Component
class Folding {

    private final JdbcClient jdbc;
    private final Clock clock;

    Folding(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The log is never longer than what comes in a second or two. */
    @Scheduled(fixedDelayString = "PT1S")
    void fold() {
        Wall.across(() -> jdbc.sql("select report.fold()").query(Long.class).single());
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1M")
    void countDays() {
        Wall.across(() ->
                jdbc.sql("select report.count_days(:since)")
                        .param("since", ChinaTime.dayOf(clock.instant()).minusDays(1))
                        .query((row, n) -> true)
                        .list());
    }
}
