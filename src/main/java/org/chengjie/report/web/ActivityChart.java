package org.chengjie.report.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.chengjie.report.Activity;
import org.chengjie.shared.ChinaTime;

/**
 * 每日保存、提交、通过 as three rows of bars over the same days, each in its own scale.
 *
 * @param first the first day on the axis
 * @param last the last: today
 */
public record ActivityChart(List<Activity> days, LocalDate first, LocalDate last) {

    /** So many days are shown at most. */
    static final int MOST_DAYS = 42;

    private static final int WIDTH = 760;
    private static final int FLOOR = 44;
    private static final int HIGHEST = 40;
    private static final int FEWEST_SLOTS = 14;

    /** One row: its name, its bars, the most on a day, and all together. */
    public record Series(String name, String unit, List<Bar> bars, long most, long total) {}

    /** A bar, in the units of the chart. */
    public record Bar(LocalDate day, long count, String x, String y, String width, String height) {}

    public ActivityChart {
        days = List.copyOf(days);
    }

    static ActivityChart of(List<Activity> days, LocalDate today) {
        var first = days.isEmpty() ? today : days.getFirst().day();
        var last =
                days.isEmpty() || !days.getLast().day().isAfter(today)
                        ? today
                        : days.getLast().day();
        return new ActivityChart(days, first, last);
    }

    public List<Series> series() {
        return List.of(
                series("保存", "次", Activity::saves),
                series("提交", "份", Activity::submissions),
                series("通过", "条", Activity::approvals));
    }

    private Series series(String name, String unit, ToLongFunction<Activity> of) {
        long most = days.stream().mapToLong(of).max().orElse(0);
        var bars =
                days.stream()
                        .filter(day -> of.applyAsLong(day) > 0)
                        .map(day -> bar(day.day(), of.applyAsLong(day), most))
                        .toList();
        return new Series(name, unit, bars, most, days.stream().mapToLong(of).sum());
    }

    private Bar bar(LocalDate day, long count, long most) {
        double height = Math.max(1.5, HIGHEST * (double) count / most);
        double slot =
                WIDTH / (double) Math.max(FEWEST_SLOTS, ChronoUnit.DAYS.between(first, last) + 1);
        return new Bar(
                day,
                count,
                number(slot * ChronoUnit.DAYS.between(first, day)),
                number(FLOOR - height),
                number(slot * 0.84),
                number(height));
    }

    /** The chart in words, for those who do not see it. */
    public String words(Series series) {
        return "每日%s：%s 至 %s 共 %,d %s，最多的一天 %,d %s"
                .formatted(
                        series.name(),
                        ChinaTime.shortDay(first),
                        ChinaTime.shortDay(last),
                        series.total(),
                        series.unit(),
                        series.most(),
                        series.unit());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
