package org.chengjie.job;

import org.chengjie.shared.Rush;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has a job pause while schools stand in line, again and again but never for long, so that it comes
 * to its end, too (spec X5).
 */
final class Courtesy {

    /** The job's share of the time when the rush has no end: a tenth. */
    private static final long WORKS_NANOS = 20_000_000;

    private static final long PAUSES_NANOS = 180_000_000;
    private static final long LOOKS_EVERY_MILLIS = 5;

    private final Rush rush;
    private long resumedAt = System.nanoTime() - WORKS_NANOS;

    Courtesy(Rush rush) {
        this.rush = rush;
    }

    /**
     * Asked as often as the job takes a step. Schools may wait for what a job that writes holds.
     */
    void giveWay() {
        long now = System.nanoTime();
        if (now - resumedAt < WORKS_NANOS || writes()) {
            return;
        }
        try {
            while (rush.on() && System.nanoTime() - now < PAUSES_NANOS) {
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Progress.Ended();
        }
        resumedAt = System.nanoTime();
    }

    private static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
