package org.chengjie.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                      0 | 0              | 0
                                      1 | 0.0001         | 0.0001
                                     10 | 0.001          | 0.001
                                  10000 | 1              | 1
                                  10001 | 1.0001         | 1.0001
                                 100000 | 10             | 10
                                 570000 | 57             | 57
                               10465000 | 1046.5         | 1,046.5
                             1000000000 | 100000         | 100,000
                            99999999999 | 9999999.9999   | 9,999,999.9999
                         30745300000000 | 3074530000     | 3,074,530,000
                    9223372036854775807 | 922337203685477.5807 | 922,337,203,685,477.5807
                    """)
    void showsWanExactly(long yuan, String plain, String read) {
        assertThat(new Amount(yuan).plain()).isEqualTo(plain);
        assertThat(new Amount(yuan)).hasToString(read);
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> new Amount(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToOverflow() {
        var most = new Amount(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Amount(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sumsExactly() {
        var random = new Random(56);
        var sum = Amount.ZERO;
        var exact = BigDecimal.ZERO;
        for (int i = 0; i < 100_000; i++) {
            var amount = new Amount(random.nextLong(Amount.MOST_IN_A_CELL.yuan() + 1));
            sum = sum.plus(amount);
            exact = exact.add(amount.wan());
        }
        assertThat(sum.wan()).isEqualByComparingTo(exact);
        assertThat(sum.plain()).isEqualTo(exact.stripTrailingZeros().toPlainString());
    }

    @Test
    void readsBackWhatItShows() {
        var random = new Random(73);
        for (int i = 0; i < 10_000; i++) {
            var amount = new Amount(random.nextLong(Amount.MOST_IN_A_CELL.yuan() + 1));
            var read = new BigDecimal(amount.toString().replace(",", ""));
            assertThat(read.movePointRight(4).longValueExact()).isEqualTo(amount.yuan());
        }
    }

    @Test
    void showsTheSameWhateverTheMachinesLanguage() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Amount(10_465_000)).hasToString("1,046.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ordersBySize() {
        assertThat(new Amount(90_000)).isLessThan(new Amount(100_000));
    }
}
