package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissesTest {

    private static final Instant NOW = Instant.parse("2020-11-02T02:00:00Z");

    private final Misses misses = new Misses();

    @Test
    void refusesAnAddressThatMissedTooOftenAndOnlyThatOne() {
        for (int i = 0; i < Misses.MOST; i++) {
            assertThat(misses.tooMany("10.0.0.1", NOW)).isFalse();
            misses.note("10.0.0.1", NOW);
        }
        assertThat(misses.tooMany("10.0.0.1", NOW)).isTrue();
        assertThat(misses.tooMany("10.0.0.2", NOW)).isFalse();
    }

    @Test
    void forgetsAfterTenMinutes() {
        for (int i = 0; i < Misses.MOST; i++) {
            misses.note("10.0.0.1", NOW);
        }
        assertThat(misses.tooMany("10.0.0.1", NOW.plusSeconds(600))).isTrue();
        assertThat(misses.tooMany("10.0.0.1", NOW.plusSeconds(601))).isFalse();
    }

    @Test
    void keepsNoMoreAddressesThanItHasRoomFor() {
        for (int i = 0; i < Misses.MOST; i++) {
            misses.note("first", NOW);
        }
        for (int i = 0; i < 10_000; i++) {
            misses.note("address " + i, NOW);
        }
        assertThat(misses.tooMany("first", NOW)).isFalse();
    }
}
