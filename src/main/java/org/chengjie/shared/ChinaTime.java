package org.chengjie.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Days and clock times as everybody on the platform reads them: China time, whatever the machine's
 * zone (spec W2).
 */
public final class ChinaTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private ChinaTime() {}

    public static LocalDate dayOf(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** The first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after a day: its 24:00. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** {@code 14:03:22} */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** {@code 14:03:22} on the day it is read, {@code 11-26 14:03} on a later one. */
    public static String clock(Instant at, Instant now) {
        return dayOf(at).equals(dayOf(now)) ? clock(at) : minute(at);
    }

    /** {@code 11-26 10:12} */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** {@code 2020-11-24 15:20:08} */
    public static String full(Instant at) {
        return FULL.format(at);
    }

    /** {@code 3 天 5 小时}, {@code 2 小时 40 分}, {@code 12 分 8 秒}: as precise as it matters. */
    public static String left(Duration left) {
        if (left.toDays() > 0) {
            return left.toDays() + " 天 " + left.toHoursPart() + " 小时";
        }
        return left.toHours() > 0
                ? left.toHours() + " 小时 " + left.toMinutesPart() + " 分"
                : left.toMinutes() + " 分 " + left.toSecondsPart() + " 秒";
    }

    /** {@code 11-30} */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }
}
