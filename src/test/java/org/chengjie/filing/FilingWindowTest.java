package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Zones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingWindowTest {

    @ParameterizedTest
    @CsvSource({
        "2020-10-18T23:59:59.999, false, false, false",
        "2020-10-19T00:00:00.000, true,  false, false",
        "2020-11-01T17:00:00.000, true,  false, false",
        "2020-11-06T23:59:59.999, true,  false, false",
        "2020-11-07T00:00:00.000, true,  true,  false",
        "2020-12-11T23:59:59.999, true,  true,  false",
        "2020-12-12T00:00:00.000, true,  true,  true"
    })
    void turnsToTheMillisecondInChinaTime(
            LocalDateTime inChina, boolean opened, boolean closed, boolean revisionClosed) {
        var at = inChina.atZone(ChinaTime.ZONE).toInstant();
        Zones.everywhere(() -> {
            assertThat(Manual.WINDOW.opened(at)).isEqualTo(opened);
            assertThat(Manual.WINDOW.closed(at)).isEqualTo(closed);
            assertThat(Manual.WINDOW.revisionClosed(at)).isEqualTo(revisionClosed);
        });
    }

    /** In Los Angeles, the clocks go back on the night of this window's only day. */
    @Test
    void knowsNoSummerTime() {
        var day = LocalDate.of(2020, 11, 1);
        var window = new FilingWindow(day, day, day, "", 1);
        Zones.everywhere(() -> {
            assertThat(window.opened(Instant.parse("2020-10-31T15:59:59.999Z"))).isFalse();
            assertThat(window.opened(Instant.parse("2020-10-31T16:00:00Z"))).isTrue();
            assertThat(window.closed(Instant.parse("2020-11-01T15:59:59.999Z"))).isFalse();
            assertThat(window.closed(Instant.parse("2020-11-01T16:00:00Z"))).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00, 0",
        "2020-10-19T00:00:00, 0",
        "2020-10-28T12:00:00, 50",
        "2020-11-06T23:59:59, 99",
        "2020-11-07T00:00:00, 100",
        "2099-01-01T00:00:00, 100"
    })
    void tellsHowMuchHasPassed(LocalDateTime inChina, int percent) {
        var at = inChina.atZone(ChinaTime.ZONE).toInstant();
        assertThat(Manual.WINDOW.percentPassed(at)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1. 盖章件于截止日前寄达 | 盖章件于截止日前寄达
                    2．中职由市教育局把关 | 中职由市教育局把关
                    3、金额以万元计 | 金额以万元计
                    （一）照旧 | （一）照旧
                    4）只填本校承担部分 | 只填本校承担部分
                    3.1、3.2 只由高职承接 | 3.1、3.2 只由高职承接
                    2.5 万元以上附预算 | 2.5 万元以上附预算
                    2020年11月6日截止 | 2020年11月6日截止
                    11、12 月集中审核 | 11、12 月集中审核
                    """)
    void dropsTheNumberBeforeALineOfTheNoteAndNoOther(String line, String shown) {
        var day = LocalDate.of(2020, 11, 1);
        var window = new FilingWindow(day, day, day, "\n " + line + " \n\n", 1);
        assertThat(window.noteLines()).containsExactly(shown);
    }
}
