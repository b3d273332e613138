package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long one waits after wrong passwords (spec A5). */
class DelayTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "3, 0",
        "4, 30",
        "5, 60",
        "6, 120",
        "8, 480",
        "9, 480",
        "1000, 480"
    })
    void growsWithEachAndEndsSoonEnough(int tries, long seconds) {
        assertThat(Delay.after(tries)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "PT30S, 30 秒",
        "PT29.2S, 30 秒",
        "PT0.1S, 1 秒",
        "PT60S, 60 秒",
        "PT61S, 2 分钟",
        "PT8M, 8 分钟"
    })
    void saysNeverLessThanIsLeft(Duration left, String words) {
        assertThat(Delay.words(left)).isEqualTo(words);
    }
}
