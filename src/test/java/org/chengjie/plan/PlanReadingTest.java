package org.chengjie.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.SentSheet;
import org.chengjie.workbook.SheetCell;
import org.chengjie.workbook.SheetRow;
import org.junit.jupiter.api.Test;

/** Every fault of a plan's file is named by row and column (spec C1-C3). */
class PlanReadingTest {

    private static final List<String> GOOD =
            List.of(
                    "1", "立德树人", "2", "典型学校", "教育部", "2;3", "2.1", "培育典型学校", "是", "所", "200", "",
                    "学校和省级");

    @Test
    void readsALine() {
        var preview = read(GOOD);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.rows())
                .containsExactly(
                        new PlanRow(
                                0,
                                1,
                                "立德树人",
                                2,
                                "典型学校",
                                "教育部",
                                "2;3",
                                "2.1",
                                "培育典型学校",
                                true,
                                "所",
                                200L,
                                "",
                                Undertaker.SCHOOL,
                                false));
    }

    @Test
    void namesAMissingArea() {
        assertThat(words(with(PlanField.AREA, ""))).containsExactly("B2 重点任务领域：还没有填。");
    }

    @Test
    void namesAWrongNumber() {
        assertThat(words(with(PlanField.NATIONAL_TARGET, "二百")))
                .containsExactly("K2 全国目标：应为不小于 1 的整数，最多 10 位，现在填的是“二百”。");
        assertThat(words(with(PlanField.AREA_NO, "0")))
                .containsExactly("A2 领域序号：应为不小于 1 的整数，最多 10 位，现在填的是“0”。");
    }

    @Test
    void namesADuplicateItemNumber() {
        assertThat(words(GOOD, GOOD))
                .containsExactly("G3 条目编号：与第 2 行的编号重复。像 3.10 这样的编号，请先把单元格设为文本。");
    }

    @Test
    void namesAnItemOfAnotherTask() {
        assertThat(words(with(PlanField.ITEM_NO, "3.1")))
                .containsExactly("G2 条目编号：应为 2 或 2.1、2.2 这样的编号，现在是“3.1”。");
    }

    @Test
    void namesAnUnknownUndertaker() {
        assertThat(words(with(PlanField.UNDERTAKER, "大家")))
                .containsExactly("M2 谁可承接：应为“学校和省级”、“省级”、“教育部”、“不开放承接”，现在填的是“大家”。");
    }

    @Test
    void namesAQuantityWithoutAUnitAndAUnitWithoutAQuantity() {
        assertThat(words(with(PlanField.UNIT, ""))).containsExactly("J2 单位：填承接数量的条目要有单位，例如“所”。");
        var without = new ArrayList<>(with(PlanField.TAKES_QUANTITY, "否"));
        without.set(10, "");
        assertThat(words(without)).containsExactly("J2 单位：不填承接数量的条目没有单位，请清空，或把“填承接数量”改为“是”。");
    }

    @Test
    void namesWhatDiffersWithinATaskAndAnArea() {
        var other = new ArrayList<>(with(PlanField.ITEM_NO, "2.2"));
        other.set(1, "立德");
        other.set(4, "财政部");
        assertThat(words(GOOD, other))
                .containsExactlyInAnyOrder(
                        "B3 重点任务领域：领域序号 1 在第 2 行写的是“立德树人”，请写成一样的。",
                        "E3 责任部门：任务序号 2 在第 2 行写的是“教育部”，请写成一样的。");
    }

    @Test
    void takesFullWidthDigitsAndOtherSeparators() {
        var typed = new ArrayList<>(with(PlanField.CLAUSES, "2、3；三（四）"));
        typed.set(10, "２０００");
        assertThat(read(typed).rows().getFirst().clauses()).isEqualTo("2;3;三（四）");
        assertThat(read(typed).rows().getFirst().nationalTarget()).isEqualTo(2000L);
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        var sheet = List.of(row(1, List.of("领域序号", "重点任务领域")));
        assertThatThrownBy(() -> new PlanReading(sheet))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("表里没有找到这些列：任务序号、任务、");
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        var rows =
                List.of(
                        new PlanRow(
                                7,
                                1,
                                "领域",
                                3,
                                "=任务",
                                "教育部",
                                "",
                                "3.10",
                                "@条目",
                                true,
                                "所",
                                5L,
                                "≥5",
                                Undertaker.PROVINCE,
                                false),
                        new PlanRow(
                                8,
                                1,
                                "领域",
                                3,
                                "=任务",
                                "教育部",
                                "",
                                "3.1",
                                "另一条",
                                false,
                                "",
                                null,
                                "",
                                Undertaker.CLOSED,
                                false));
        var bytes = new ByteArrayOutputStream();
        PlanWorkbook.write(bytes, "第二期 & 计划", rows, List.of());
        var read =
                new PlanReading(SentSheet.read(bytes.toByteArray(), PlanImports.MOST_ROWS))
                        .read(staged());
        assertThat(read.faults()).isEmpty();
        assertThat(read.rows())
                .extracting(PlanRow::texts)
                .isEqualTo(rows.stream().map(PlanRow::texts).toList());
    }

    private static List<String> with(PlanField field, String text) {
        var line = new ArrayList<>(GOOD);
        line.set(PlanField.COLUMNS.indexOf(field), text);
        return line;
    }

    @SafeVarargs
    private static List<String> words(List<String>... lines) {
        return read(lines).faults().stream()
                .map(fault -> fault.address() + " " + fault.head() + "：" + fault.words())
                .toList();
    }

    @SafeVarargs
    private static PlanPreview read(List<String>... lines) {
        var sheet = new ArrayList<SheetRow>();
        sheet.add(row(1, PlanField.COLUMNS.stream().map(PlanField::label).toList()));
        for (var line : lines) {
            sheet.add(row(sheet.size() + 1, line));
        }
        return new PlanReading(sheet).read(staged());
    }

    private static SheetRow row(int number, List<String> texts) {
        var cells = new ArrayList<SheetCell>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                cells.add(new SheetCell(SheetRow.letters(i) + number, i, texts.get(i)));
            }
        }
        return new SheetRow(number, cells);
    }

    private static StagedPlan staged() {
        return new StagedPlan(
                1, "计划.xlsx", "甲", "甲", List.of(), List.of(), Instant.EPOCH, "何司", null, false);
    }
}
