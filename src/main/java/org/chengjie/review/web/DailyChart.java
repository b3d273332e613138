package org.chengjie.review.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.chengjie.filing.FilingWindow;
import org.chengjie.review.Daily;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 每日新提交 as bars: from the first day of the window, or the last six weeks of it, to the last day
 * that counts, with the deadline where it is near.
 *
 * @param days days with submissions, in their order; the others have none
 * @param first the first day on the axis
 * @param last the last day that has a bar
 * @param end the last day on the axis
 * @param due the day at whose 24:00 the window closes; null where it is not on the axis
 */
public record DailyChart(
        List<Daily> days,
        LocalDate today,
        LocalDate first,
        LocalDate last,
        LocalDate end,
        @Nullable LocalDate due) {

    private static final int WIDTH = 760;
    private static final int FLOOR = 100;
    private static final int HIGHEST = 76;
    private static final int MOST_BARS = 45;
    private static final int MOST_AHEAD = 20;
    private static final int FEWEST_SLOTS = 20;

    /** A bar of the chart, in its units. */
    public record Bar(
            LocalDate day, int schools, String x, String y, String width, String height) {}

    static DailyChart of(List<Daily> days, @Nullable FilingWindow window, LocalDate today) {
        var last = today;
        if (window != null && window.closes().isBefore(today)) {
            last = window.closes();
        }
        if (!days.isEmpty() && days.getLast().day().isAfter(last)) {
            last = days.getLast().day();
        }
        var first = days.isEmpty() ? last : days.getFirst().day();
        if (window != null && window.opens().isBefore(first)) {
            first = window.opens();
        }
        if (first.isBefore(last.minusDays(MOST_BARS - 1))) {
            first = last.minusDays(MOST_BARS - 1);
        }
        var due = window == null ? null : window.closes();
        if (due != null && (due.isBefore(first) || due.isAfter(last.plusDays(MOST_AHEAD)))) {
            due = null;
        }
        return new DailyChart(
                days, today, first, last, due != null && due.isAfter(last) ? due : last, due);
    }

    public int total() {
        return days.stream().mapToInt(Daily::schools).sum();
    }

    /** Schools that submitted before the first day shown. */
    public int earlier() {
        return days.stream()
                .filter(daily -> daily.day().isBefore(first))
                .mapToInt(Daily::schools)
                .sum();
    }

    public List<Bar> bars() {
        int most = most();
        return days.stream()
                .filter(daily -> !daily.day().isBefore(first))
                .map(daily -> {
                    double height = Math.max(2, HIGHEST * (double) daily.schools() / most);
                    return new Bar(
                            daily.day(),
                            daily.schools(),
                            number(x(daily.day())),
                            number(FLOOR - height),
                            number(slot() * 0.84),
                            number(height));
                })
                .toList();
    }

    /** The day with most of all, which alone is labelled. */
    public @Nullable Bar peak() {
        int most = most();
        return bars().stream().filter(bar -> bar.schools() == most).findFirst().orElse(null);
    }

    public boolean isToday(Bar bar) {
        return bar.day().equals(today);
    }

    public String middle(LocalDate day) {
        return number(Math.clamp(x(day) + slot() * 0.42, 22, WIDTH - 22));
    }

    public boolean todayOnAxis() {
        return !today.isAfter(last);
    }

    /** Whether there is room for the first day's name left of today's. */
    public boolean firstNamed() {
        return !todayOnAxis() || x(today) > 110;
    }

    public String dueLine() {
        return number(due == null ? 0 : x(due.plusDays(1)));
    }

    /** Whether the deadline's name stands right of its line, where it has room. */
    public boolean dueToTheRight() {
        return due != null && x(due.plusDays(1)) < WIDTH - 140;
    }

    public String dueName() {
        return number(due == null ? 0 : x(due.plusDays(1)) + (dueToTheRight() ? 6 : -6));
    }

    /** The chart in words. */
    public String words() {
        var peak = peak();
        return "每日新提交学校数：%s 至 %s，共 %d 所%s%s"
                .formatted(
                        ChinaTime.shortDay(first),
                        ChinaTime.shortDay(last),
                        total() - earlier(),
                        peak == null
                                ? ""
                                : "，最多的一天是 %s，%d 所"
                                        .formatted(ChinaTime.shortDay(peak.day()), peak.schools()),
                        due == null ? "" : "；" + ChinaTime.shortDay(due) + " 24:00 截止");
    }

    private int most() {
        return days.stream()
                .filter(daily -> !daily.day().isBefore(first))
                .mapToInt(Daily::schools)
                .max()
                .orElse(1);
    }

    private double x(LocalDate day) {
        return slot() * ChronoUnit.DAYS.between(first, day);
    }

    private double slot() {
        return WIDTH / (double) Math.max(FEWEST_SLOTS, ChronoUnit.DAYS.between(first, end) + 1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
