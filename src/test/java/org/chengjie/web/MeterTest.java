package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final Instant NOW = Instant.parse("2020-11-02T02:00:00Z");

    private final Meter meter = new Meter();

    @Test
    void refusesOneTimeTooManyAndSaysHowLongToWait() {
        for (int i = 0; i < 30; i++) {
            assertThat(meter.count("a", 30, NOW)).isZero();
        }
        assertThat(meter.count("a", 30, NOW)).hasSeconds(2);
        assertThat(meter.count("a", 30, NOW.plusSeconds(2))).isZero();
        assertThat(meter.count("a", 30, NOW.plusSeconds(2))).hasSeconds(2);
    }

    @Test
    void boundsEachByItself() {
        assertThat(meter.count("a", 1, NOW)).isZero();
        assertThat(meter.count("a", 1, NOW)).isPositive();
        assertThat(meter.count("b", 1, NOW)).isZero();
    }

    /** Who was refused is not punished for having asked. */
    @Test
    void doesNotCountWhatItRefused() {
        meter.count("a", 1, NOW);
        for (int i = 0; i < 100; i++) {
            meter.count("a", 1, NOW.plusSeconds(i % 60));
        }
        assertThat(meter.count("a", 1, NOW.plusSeconds(60))).isZero();
    }

    @Test
    void forgetsThoseWhoHaveBeenIdleLongest() {
        meter.count("a", 1, NOW);
        for (int i = 0; i < 50_000; i++) {
            meter.count("other " + i, 1, NOW);
        }
        assertThat(meter.count("a", 1, NOW)).isZero();
    }
}
