package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.chengjie.plan.Item;
import org.chengjie.shared.Auditable.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormReaderTest {

    private static final long STALE = 3;

    @Test
    void writesANewRow() {
        var reader =
                read(Manual.draft(), typed(Manual.SEVEN_1, 0, true, "2", "1.5", "0", "", null));
        assertThat(reader.written())
                .containsExactly(
                        new Written(
                                Manual.SEVEN_1,
                                Undertaking.untouched(Manual.SEVEN_1.id()),
                                true,
                                Values.of(2L, 15_000L, 0L, null, null)));
        assertClean(reader);
        assertThat(reader.changes())
                .containsExactly(
                        new Change("7.1 是否承接", "否", "是"),
                        new Change("7.1 承接数量", "", "2"),
                        new Change("7.1 学校自筹", "", "1.5"),
                        new Change("7.1 行业企业投入", "", "0"));
    }

    @Test
    void readsAFormThatNobodySavedBefore() {
        var reader = read(null, typed(Manual.ONE, 0, true, null, "1", "2", "3", "4"));
        assertThat(reader.written())
                .containsExactly(
                        new Written(
                                Manual.ONE,
                                Undertaking.untouched(Manual.ONE.id()),
                                true,
                                Manual.values(null, 1, 2, 3, 4)));
    }

    @Test
    void tellsEveryCellThatChangedAndNoOther() {
        var reader = read(Manual.draft(), typed(Manual.THREE_1, "20", "6.0", "7.0001", "", "1"));
        assertThat(reader.changes())
                .containsExactly(
                        new Change("3.1 承接数量", "1", "20"),
                        new Change("3.1 行业企业投入", "5", "7.0001"),
                        new Change("3.1 举办方投入", "4", ""));
        assertClean(reader);
    }

    @Test
    void writesNothingWhereNothingChanged() {
        var reader = read(Manual.draft(), typed(Manual.THREE_1, "1", "6", "5.0", "４", " 1 "));
        assertUntouched(reader);
    }

    @Test
    void leavesCellsAsTheyAreThatWereNotSent() {
        var reader =
                read(
                        Manual.draft(),
                        new TypedRow(
                                "3.2", version(Manual.THREE_2), true, Map.of(Cell.LOCAL, "7")));
        assertThat(reader.written())
                .extracting(Written::values)
                .containsExactly(Manual.values(2L, 2, 1, 2, 7));
    }

    @Test
    void blanksARowThatIsUnticked() {
        var reader =
                read(
                        Manual.draft(),
                        typed(Manual.TWO, version(Manual.TWO), false, null, "x", "6", "1", "2"));
        assertThat(reader.written())
                .containsExactly(
                        new Written(
                                Manual.TWO, Manual.draft().row(Manual.TWO), false, Values.BLANK));
        assertThat(reader.changes())
                .containsExactly(
                        new Change("2 是否承接", "是", "否"),
                        new Change("2 学校自筹", "5", ""),
                        new Change("2 行业企业投入", "6", ""),
                        new Change("2 举办方投入", "1", ""),
                        new Change("2 地市县投入", "2", ""));
        assertClean(reader);
    }

    @Test
    void keepsTheStoredValueOfAMalformedCellAndTheRestOfTheRow() {
        var reader = read(Manual.draft(), typed(Manual.THREE_2, "2.5", "3", "abc", "2", "6"));
        assertThat(reader.written())
                .containsExactly(
                        new Written(
                                Manual.THREE_2,
                                Manual.draft().row(Manual.THREE_2),
                                true,
                                Manual.values(2L, 3, 1, 2, 6)));
        assertThat(reader.faults())
                .containsExactlyInAnyOrder(
                        new Fault("3.2", Cell.QUANTITY, "应为不小于 1 的整数，现在填的是“2.5”。"),
                        new Fault("3.2", Cell.INDUSTRY, "应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“abc”。"));
        assertThat(reader.changes()).containsExactly(new Change("3.2 学校自筹", "2", "3"));
    }

    @Test
    void clashesWhereAStaleRowHasOtherValues() {
        var reader =
                read(
                        Manual.draft(),
                        typed(Manual.THREE_3, STALE, true, "2", "9", "1", "1", "1"),
                        typed(Manual.THREE_2, "2", "9", "1", "2", "6"));
        assertThat(reader.clashes())
                .containsExactly(new Clash("3.3", Manual.draft().row(Manual.THREE_3)));
        assertThat(reader.written()).extracting(Written::item).containsExactly(Manual.THREE_2);
        assertThat(reader.changes()).extracting(Change::field).containsExactly("3.2 学校自筹");
    }

    @Test
    void clashesWhereARowWasUntickedThatSomebodyElseChanged() {
        var reader = read(Manual.draft(), typed(Manual.THREE_3, STALE, false, "", "", "", "", ""));
        assertThat(reader.clashes()).hasSize(1);
        assertThat(reader.written()).isEmpty();
    }

    @Test
    void doesNotClashWhereAStaleRowSaysTheSame() {
        assertUntouched(
                read(Manual.draft(), typed(Manual.THREE_3, STALE, true, "2", "3", "1", "1", "1")));
    }

    @Test
    void refusesAQuantityWhereNoneIsTaken() {
        var reader =
                read(
                        Manual.draft(),
                        typed(Manual.ONE, version(Manual.ONE), true, "7", "1", "2", "3", "5"));
        assertThat(reader.faults()).containsExactly(new Fault("1", Cell.QUANTITY, "这一条不填承接数量。"));
        assertThat(reader.written())
                .extracting(Written::values)
                .containsExactly(Manual.values(null, 1, 2, 3, 5));
    }

    @Test
    void takesTheDashOfAnItemWithoutQuantity() {
        assertUntouched(
                read(
                        Manual.draft(),
                        typed(Manual.ONE, version(Manual.ONE), true, " - ", "1", "2", "3", "4")));
    }

    @Test
    void refusesAnItemThatIsNotListed() {
        var reader = read(Manual.draft(), new TypedRow("99", 0, true, Map.of()));
        assertThat(reader.faults()).containsExactly(new Fault("99", null, "不在本校可承接的范围内，没有保存。"));
        assertThat(reader.written()).isEmpty();
    }

    @Test
    void takesARowOnlyOnce() {
        var reader =
                read(
                        Manual.draft(),
                        typed(Manual.THREE_1, "2", "6", "5", "4", "1"),
                        typed(Manual.THREE_1, "3", "6", "5", "4", "1"));
        assertThat(reader.written())
                .extracting(Written::values)
                .containsExactly(Manual.values(2L, 6, 5, 4, 1));
        assertThat(reader.faults()).containsExactly(new Fault("3.1", null, "同一次保存里出现了两次，只保存了第一次。"));
    }

    @Test
    void mendsReturnedRowsOnly() {
        var filing = Manual.submitted(Map.of(Manual.THREE_1, Stage.RETURNED));
        var reader = new FormReader(Manual.form(filing), Intent.MEND);
        reader.read(typed(Manual.THREE_1, version(Manual.THREE_1), false, "9", "6", "5", "4", "1"));
        reader.read(typed(Manual.THREE_2, "9", "2", "1", "2", "6"));
        assertThat(reader.written())
                .containsExactly(
                        new Written(
                                Manual.THREE_1,
                                filing.row(Manual.THREE_1),
                                true,
                                Manual.values(9L, 6, 5, 4, 1)));
        assertThat(reader.faults())
                .containsExactly(new Fault("3.2", null, "现在是“待审核”，不能在这里修改，没有保存。"));
    }

    @Test
    void filesDraftsOnly() {
        var reader =
                read(
                        Manual.submitted(Map.of(Manual.THREE_1, Stage.RETURNED)),
                        typed(Manual.THREE_1, "9", "6", "5", "4", "1"),
                        typed(Manual.THREE_2, "9", "2", "1", "2", "6"));
        assertThat(reader.written()).isEmpty();
        assertThat(reader.faults()).extracting(Fault::itemNo).containsExactly("3.1", "3.2");
    }

    @Test
    void passesOverOtherRowsThatComeAsTheyAre() {
        assertUntouched(
                read(Manual.submitted(Map.of()), typed(Manual.THREE_2, "2", "2", "1", "2", "6")));
    }

    private static FormReader read(@Nullable Filing filing, TypedRow... rows) {
        var reader = new FormReader(Manual.form(filing), Intent.FILE);
        for (var row : rows) {
            reader.read(row);
        }
        return reader;
    }

    private static TypedRow typed(Item item, String... cells) {
        return typed(item, version(item), true, cells);
    }

    /** Cells in their order; null for one that was not sent. */
    private static TypedRow typed(
            Item item, long version, boolean undertaken, @Nullable String... cells) {
        var texts = new EnumMap<Cell, String>(Cell.class);
        int next = 0;
        for (var cell : Cell.values()) {
            var text = cells[next++];
            if (text != null) {
                texts.put(cell, text);
            }
        }
        return new TypedRow(item.no(), version, undertaken, texts);
    }

    private static long version(Item item) {
        return Manual.draft().row(item).version();
    }

    private static void assertClean(FormReader reader) {
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.clashes()).isEmpty();
    }

    private static void assertUntouched(FormReader reader) {
        assertClean(reader);
        assertThat(reader.written()).isEmpty();
        assertThat(reader.changes()).isEmpty();
    }
}
