package org.chengjie.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicInteger;
import org.chengjie.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CourtesyTest {

    @Autowired private PlatformTransactionManager transactions;

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void pausesUntilNoSchoolStandsInLine() {
        new Courtesy(() -> looks.incrementAndGet() < 4).giveWay();
        assertThat(looks).hasValue(4);
    }

    @Test
    void goesOnInARushThatDoesNotEnd() {
        new Courtesy(() -> looks.incrementAndGet() > 0).giveWay();
        assertThat(looks).hasPositiveValue();
    }

    /** Schools may stand in line for the very rows that it has locked. */
    @Test
    void pausesOnlyWhereItHoldsNothing() {
        var courtesy = new Courtesy(() -> looks.incrementAndGet() < 0);
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(writing -> courtesy.giveWay());
        assertThat(looks).hasValue(0);
        transaction.setReadOnly(true);
        transaction.executeWithoutResult(reading -> courtesy.giveWay());
        assertThat(looks).hasValue(1);
    }

    @Test
    void endsAtOnceWhereTheProductIsStopped() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(Progress.Ended.class)
                    .isThrownBy(new Courtesy(() -> true)::giveWay);
        } finally {
            Thread.interrupted();
        }
    }
}
