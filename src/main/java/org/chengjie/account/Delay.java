package org.chengjie.account;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How long an account waits at one address after wrong passwords: slips of the hand cost nothing,
 * then the wait doubles, and stays short enough for its owner to see the end of it (spec A5).
 */
final class Delay {

    private static final int[] SECONDS = {0, 0, 0, 30, 60, 120, 240, 480};

    private Delay() {}

    /** The wait after so many wrong passwords in a row. */
    static Duration after(int tries) {
        return tries < 1
                ? Duration.ZERO
                : Duration.ofSeconds(SECONDS[Math.min(tries, SECONDS.length) - 1]);
    }

    /** The seconds after the first, the second and so on; the last holds for all that follow. */
    static Integer[] table() {
        return IntStream.of(SECONDS).boxed().toArray(Integer[]::new);
    }

    /** {@code 30 秒}, {@code 2 分钟} */
    static String words(Duration left) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        return seconds <= 60 ? seconds + " 秒" : (seconds + 59) / 60 + " 分钟";
    }
}
