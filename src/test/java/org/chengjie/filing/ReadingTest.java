package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.chengjie.shared.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadingTest {

    /** The same cases are put to the page's script, {@code CellsOnThePageTest}. */
    private static final JsonNode CASES = cases();

    @ParameterizedTest
    @CsvSource({"quantity, QUANTITY", "amount, LOCAL"})
    void takesNumbersAsTheyAreWrittenInOffices(String kind, Cell cell) {
        var takes = CASES.get(kind).get("takes");
        assertThat(takes.propertyNames()).isNotEmpty();
        for (var typed : takes.propertyNames()) {
            assertThat(Reading.of(cell, typed))
                    .as(typed)
                    .isEqualTo(new Reading.Whole(takes.get(typed).longValue()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    quantity | QUANTITY | refuses | 应为不小于 1 的整数，现在填的是“%s”。
                    quantity | QUANTITY | exceeds | 最多 9,999,999，现在填的是“%s”。
                    amount   | SPONSOR  | refuses | 应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“%s”。
                    amount   | INDUSTRY | exceeds | 最多 9,999,999.9999 万元，现在填的是“%s”，请核对单位是不是万元。
                    """)
    void refusesOthersAndSaysWhatTheyShouldBe(
            String kind, Cell cell, String refusal, String words) {
        var typed = CASES.get(kind).get(refusal).valueStream().map(JsonNode::stringValue).toList();
        assertThat(typed).isNotEmpty();
        for (var text : typed) {
            var shown = text.length() <= 20 ? text : text.substring(0, 20) + "…";
            assertThat(Reading.of(cell, text))
                    .as(text)
                    .isEqualTo(new Reading.Fault(words.formatted(shown)));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void takesBlanksForNotYetFilledIn(Cell cell) {
        CASES.get("blank")
                .forEach(blank ->
                        assertThat(Reading.of(cell, blank.stringValue()))
                                .isEqualTo(new Reading.Blank()));
    }

    @Test
    void showsOnlyTheBeginningOfALongText() {
        assertThat(Reading.of(Cell.QUANTITY, "𠮷".repeat(1000)))
                .isEqualTo(
                        new Reading.Fault(
                                "应为不小于 1 的整数，现在填的是“%s”。".formatted("𠮷".repeat(20) + "…")));
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

    private static JsonNode cases() {
        try (var in = ReadingTest.class.getResourceAsStream("/filing/readings.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
