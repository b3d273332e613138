package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.chengjie.shared.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final String NOT_A_QUANTITY = "应为不小于 1 的整数，现在填的是“%s”。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1          | 1
                    007        | 7
                    1,000      | 1000
                    １２        | 12
                    １，２００   | 1200
                    ` 12 `     | 12
                    `\u00a012\u3000`  | 12
                    9,999,999  | 9999999
                    9999999    | 9999999
                    """)
    void takesWholeQuantities(String typed, long value) {
        assertThat(Reading.of(Cell.QUANTITY, typed)).isEqualTo(new Reading.Whole(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "00",
                "-1",
                "+1",
                "2.5",
                "1.0",
                "abc",
                "两",
                "1e9",
                "1E2",
                "NaN",
                "Infinity",
                "0x10",
                "1 000",
                "1,00",
                "10,00",
                "1,,000",
                ",100",
                "1000,",
                "=1+1",
                "-",
                "1/2",
                "½",
                "2²",
                "①",
                "٣",
                "1'000",
                "100所"
            })
    void refusesWhatIsNoQuantity(String typed) {
        assertThat(Reading.of(Cell.QUANTITY, typed))
                .isEqualTo(new Reading.Fault(NOT_A_QUANTITY.formatted(typed)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10000000              | 10000000
                    10,000,000            | 10,000,000
                    100000000000000000000 | 10000000000000000000…
                    """)
    void refusesMoreThanTheMostOfAQuantity(String typed, String shown) {
        assertThat(Reading.of(Cell.QUANTITY, typed))
                .isEqualTo(new Reading.Fault("最多 9,999,999，现在填的是“" + shown + "”。"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    0              | 0
                    0.0            | 0
                    0.0001         | 1
                    1              | 10000
                    1.50           | 15000
                    2.5000000      | 25000
                    1,046.5        | 10465000
                    1,234,567.8901 | 12345678901
                    １２．５         | 125000
                    １２。５         | 125000
                    １，０４６．５    | 10465000
                    ` 3.2\t`       | 32000
                    `\u200b3.2`    | 32000
                    9999999.9999   | 99999999999
                    9,999,999.9999 | 99999999999
                    """)
    void takesAmountsInWan(String typed, long yuan) {
        assertThat(Reading.of(Cell.LOCAL, typed)).isEqualTo(new Reading.Whole(yuan));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "十",
                "-1",
                "-0",
                "+1",
                "0.00001",
                "1.00005",
                "1e9",
                "1E2",
                "NaN",
                "Infinity",
                "1.",
                ".5",
                "1.2.3",
                "1 000",
                "1,00",
                "10,00.5",
                "1,0000",
                "1.234,5",
                "0,5",
                "0,500",
                "1,000,00",
                "=SUM(A1)",
                "-",
                "10²",
                "5万",
                "￥5",
                "1_000",
                "0x1F"
            })
    void refusesWhatIsNoAmount(String typed) {
        assertThat(Reading.of(Cell.SPONSOR, typed))
                .isEqualTo(new Reading.Fault("应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“" + typed + "”。"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10000000              | 10000000
                    10,000,000            | 10,000,000
                    100000000000000000000 | 10000000000000000000…
                    """)
    void asksForTheUnitWhereAnAmountIsTooMuch(String typed, String shown) {
        assertThat(Reading.of(Cell.INDUSTRY, typed))
                .isEqualTo(
                        new Reading.Fault("最多 9,999,999.9999 万元，现在填的是“" + shown + "”，请核对单位是不是万元。"));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void takesBlanksForNotYetFilledIn(Cell cell) {
        for (var typed : new String[] {"", " ", "\t", "\u3000", "\u00a0", "\u200b"}) {
            assertThat(Reading.of(cell, typed)).isEqualTo(new Reading.Blank());
        }
    }

    @Test
    void showsOnlyTheBeginningOfALongText() {
        assertThat(Reading.of(Cell.QUANTITY, "𠮷".repeat(1000)))
                .isEqualTo(new Reading.Fault(NOT_A_QUANTITY.formatted("𠮷".repeat(20) + "…")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", ",000"})
    void doesNotReckonWithALongText(String part) {
        var typed = "1" + part.repeat(500_000);
        for (var cell : Cell.values()) {
            assertThat(Reading.of(cell, typed))
                    .isInstanceOfSatisfying(
                            Reading.Fault.class,
                            fault ->
                                    assertThat(fault.words()).startsWith("应为").hasSizeLessThan(60));
        }
    }

    @Test
    void readsBackEveryAmountAsItIsShown() {
        var random = new Random(2020);
        for (int i = 0; i < 20_000; i++) {
            var amount = new Amount(random.nextLong(Amount.MOST_IN_A_CELL.yuan() + 1));
            var whole = new Reading.Whole(amount.yuan());
            assertThat(Reading.of(Cell.LOCAL, amount.plain())).isEqualTo(whole);
            assertThat(Reading.of(Cell.LOCAL, amount.toString())).isEqualTo(whole);
        }
    }

    @Test
    void agreesWithExactArithmeticOnAnyDecimal() {
        var random = new Random(2023);
        for (int i = 0; i < 20_000; i++) {
            var decimal =
                    BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(9));
            var read = Reading.of(Cell.LOCAL, decimal.toPlainString());
            var yuan = decimal.movePointRight(4).stripTrailingZeros();
            boolean fits =
                    yuan.scale() <= 0
                            && yuan.compareTo(BigDecimal.valueOf(Amount.MOST_IN_A_CELL.yuan()))
                                    <= 0;
            if (fits) {
                assertThat(read).isEqualTo(new Reading.Whole(yuan.longValueExact()));
            } else {
                assertThat(read).isInstanceOf(Reading.Fault.class);
            }
        }
    }
}
