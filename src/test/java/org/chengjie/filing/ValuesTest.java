package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.chengjie.shared.Amount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void missesEveryBlankCell() {
        assertThat(Values.BLANK.missing(Manual.THREE_1)).containsExactly(Cell.values());
    }

    @Test
    void missesNoQuantityWhereNoneIsTaken() {
        assertThat(Values.BLANK.missing(Manual.ONE)).isEqualTo(Cell.SOURCES);
    }

    @Test
    void doesNotMissAZero() {
        assertThat(Manual.values(1L, 0, 0, 0, 0).missing(Manual.THREE_1)).isEmpty();
        assertThat(Values.of(1L, 0L, null, 0L, null).missing(Manual.THREE_1))
                .containsExactly(Cell.INDUSTRY, Cell.LOCAL);
    }

    @Test
    void sumsWhatIsFilledIn() {
        assertThat(Values.BLANK.total()).isNull();
        assertThat(Values.of(null, 0L, null, null, null).total()).isEqualTo(Amount.ZERO);
        assertThat(Values.of(9L, 10_001L, null, 5L, null).total()).isEqualTo(new Amount(10_006));
        assertThat(Manual.values(2L, 2, 1, 2, 6).total()).isEqualTo(new Amount(110_000));
    }

    @Test
    void tellsABlankFromAZero() {
        var blank = Values.of(null, null, 0L, null, null);
        assertThat(blank.differences(Values.of(null, 0L, 0L, null, null)))
                .isEqualTo(List.of(Cell.SELF_RAISED));
        assertThat(blank.differences(blank)).isEmpty();
        assertThat(blank.plain(Cell.SELF_RAISED)).isEmpty();
        assertThat(blank.plain(Cell.INDUSTRY)).isEqualTo("0");
    }

    @Test
    void replacesOnlyTheCellsThatWereRead() {
        var read = new EnumMap<Cell, @Nullable Long>(Cell.class);
        read.put(Cell.SPONSOR, null);
        read.put(Cell.LOCAL, 50_000L);
        assertThat(Values.of(3L, 10_000L, 20_000L, 30_000L, 40_000L).with(read))
                .isEqualTo(Values.of(3L, 10_000L, 20_000L, null, 50_000L));
    }

    @Test
    void isReadTheSameWhateverTheMachinesLanguage() {
        var values = Values.of(12_345L, 123_456_789L, null, null, null);
        var before = Locale.getDefault();
        try {
            for (var locale : List.of(Locale.CHINA, Locale.GERMANY, Locale.of("ar", "EG"))) {
                Locale.setDefault(locale);
                assertThat(values.shown(Cell.QUANTITY)).isEqualTo("12,345");
                assertThat(values.shown(Cell.SELF_RAISED)).isEqualTo("12,345.6789");
                assertThat(values.shown(Cell.LOCAL)).isEmpty();
                assertThat(values.plain(Cell.QUANTITY)).isEqualTo("12345");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
