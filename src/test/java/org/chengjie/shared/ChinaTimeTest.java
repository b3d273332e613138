package org.chengjie.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaTimeTest {

    private static final Instant LAST = Instant.parse("2020-11-06T15:59:59.999Z");
    private static final Instant NEXT = Instant.parse("2020-11-06T16:00:00.000Z");

    @Test
    void endsADayAtItsTwentyFourHours() {
        Zones.everywhere(() -> {
            var day = LocalDate.of(2020, 11, 6);
            assertThat(ChinaTime.startOf(day)).isEqualTo("2020-11-05T16:00:00Z");
            assertThat(ChinaTime.endOf(day)).isEqualTo(NEXT);
            assertThat(ChinaTime.dayOf(LAST)).isEqualTo(day);
            assertThat(ChinaTime.dayOf(NEXT)).isEqualTo(day.plusDays(1));
        });
    }

    /** 1 November 2020 and 14 March 2021 have 25 and 23 hours in Los Angeles, never in China. */
    @ParameterizedTest
    @CsvSource({"2020-11-01", "2021-03-14", "2020-02-29", "2020-12-31"})
    void countsTwentyFourHoursToADay(LocalDate day) {
        Zones.everywhere(() ->
                assertThat(Duration.between(ChinaTime.startOf(day), ChinaTime.endOf(day)))
                        .isEqualTo(Duration.ofHours(24)));
    }

    @Test
    void showsChinaTime() {
        Zones.everywhere(() -> {
            assertThat(ChinaTime.clock(LAST)).isEqualTo("23:59:59");
            assertThat(ChinaTime.minute(NEXT)).isEqualTo("11-07 00:00");
            assertThat(ChinaTime.full(NEXT)).isEqualTo("2020-11-07 00:00:00");
            assertThat(ChinaTime.shortDay(LocalDate.of(2020, 1, 5))).isEqualTo("01-05");
        });
    }
}
