package org.chengjie.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.chengjie.filing.FilingWindow;
import org.chengjie.review.Daily;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 每日新提交: which days the axis shows, and that no submission is left uncounted (spec R7). */
class DailyChartTest {

    private static final LocalDate OPENS = LocalDate.of(2020, 10, 26);
    private static final LocalDate CLOSES = LocalDate.of(2020, 11, 30);

    @Test
    void beginsWithTheWindowAndLooksAheadToItsEnd() {
        var chart = chart(window(CLOSES), LocalDate.of(2020, 11, 24), OPENS.plusDays(1));
        assertThat(chart.first()).isEqualTo(OPENS);
        assertThat(chart.last()).isEqualTo(LocalDate.of(2020, 11, 24));
        assertThat(chart.end()).isEqualTo(CLOSES);
        assertThat(chart.due()).isEqualTo(CLOSES);
        assertThat(chart.todayOnAxis()).isTrue();
    }

    @Test
    void endsWithTheWindowOnceItHasClosedOrWithALaterSubmission() {
        var today = LocalDate.of(2021, 3, 1);
        var chart = chart(window(CLOSES), today, OPENS);
        assertThat(chart.last()).isEqualTo(CLOSES);
        assertThat(chart.todayOnAxis()).isFalse();
        assertThat(chart(window(CLOSES), today, OPENS, CLOSES.plusDays(4)).last())
                .isEqualTo(CLOSES.plusDays(4));
    }

    @Test
    void leavesAFarDeadlineOffTheAxis() {
        var chart = chart(window(CLOSES.plusDays(90)), LocalDate.of(2020, 11, 1), OPENS);
        assertThat(chart.due()).isNull();
        assertThat(chart.end()).isEqualTo(LocalDate.of(2020, 11, 1));
        assertThat(chart.words()).doesNotContain("截止");
    }

    @Test
    void tellsHowManyCameBeforeTheDaysItShows() {
        var today = OPENS.plusDays(100);
        var chart = chart(window(today.plusDays(5)), today, OPENS, OPENS, today.minusDays(1));
        assertThat(chart.first()).isEqualTo(today.minusDays(44));
        assertThat(chart.earlier()).isEqualTo(2);
        assertThat(chart.bars()).hasSize(1);
        assertThat(chart.total()).isEqualTo(3);
        assertThat(chart.words()).contains("共 1 所");
    }

    @Test
    void drawsBarsInProportionAndLabelsTheHighest() {
        var day = OPENS.plusDays(2);
        var chart = chart(window(CLOSES), CLOSES, OPENS, day, day);
        var peak = Objects.requireNonNull(chart.peak());
        assertThat(peak.day()).isEqualTo(day);
        assertThat(Double.parseDouble(peak.height()))
                .isEqualTo(2 * Double.parseDouble(chart.bars().getFirst().height()));
        assertThat(chart.isToday(peak)).isFalse();
    }

    @Test
    void needsNeitherWindowNorSubmission() {
        var today = LocalDate.of(2020, 11, 24);
        var chart = DailyChart.of(List.of(), null, today);
        assertThat(chart.first()).isEqualTo(today);
        assertThat(chart.bars()).isEmpty();
        assertThat(chart.peak()).isNull();
        assertThat(chart(null, today, today).bars()).hasSize(1);
    }

    @Test
    void namesTheFirstDayOnlyWhereTodaysNameLeavesRoom() {
        assertThat(chart(window(CLOSES), OPENS.plusDays(1), OPENS).firstNamed()).isFalse();
        assertThat(chart(window(CLOSES), OPENS.plusDays(20), OPENS).firstNamed()).isTrue();
    }

    private static DailyChart chart(
            @Nullable FilingWindow window, LocalDate today, LocalDate... submissions) {
        var days =
                List.of(submissions).stream()
                        .distinct()
                        .map(day ->
                                new Daily(
                                        day,
                                        (int)
                                                List.of(submissions).stream()
                                                        .filter(day::equals)
                                                        .count()))
                        .toList();
        return DailyChart.of(days, window, today);
    }

    private static FilingWindow window(LocalDate closes) {
        return new FilingWindow(OPENS, closes, closes, "", 0);
    }
}
