package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.chengjie.account.Contact;
import org.chengjie.filing.Filing;
import org.chengjie.filing.Form;
import org.chengjie.filing.Manual;
import org.chengjie.filing.Note;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Values;
import org.chengjie.shared.Amount;
import org.chengjie.workbook.Download;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormWorkbookTest {

    private static final Contact CONTACT = new Contact("李敏", "0310-8888888", "13000000001");

    @TempDir private Path folder;

    @Test
    void namesTheSchoolItsContactAndTheDays() {
        var rows = read(Manual.draft());
        assertThat(texts(rows.get(0))).containsExactly("承接任务情况 · 行动计划（2020—2023年）");
        assertThat(texts(rows.get(1)))
                .containsExactly("学校", "邯郸职业技术学院", "学校标识码", "4113011034", "状态", "未提交");
        assertThat(texts(rows.get(2)))
                .containsExactly("申报时间", "2020-10-19 至 2020-11-06", "回执编号", "提交时间");
        assertThat(texts(rows.get(3)))
                .containsExactly("联系人", "李敏", "办公电话", "0310-8888888", "手机号", "13000000001");
    }

    @Test
    void sumsTheManualsExampleBeforeItIsSubmitted() {
        var rows = read(Manual.draft());
        assertThat(texts(rows.get(4)))
                .containsExactly(
                        "合计（金额单位：万元）", "任务数量", "填报条目", "汇总金额", "学校自筹", "行业企业投入", "举办方投入", "地市县投入");
        assertThat(texts(rows.get(5)))
                .containsExactly("承接任务", "3", "5", "57", "17", "15", "11", "14");
        assertThat(numbers(rows.get(5))).containsExactly("3", "5", "57", "17", "15", "11", "14");
        assertThat(texts(rows.get(6)))
                .containsExactly("序号", "工作任务", "是否承接", "承接数量", "预计投入经费（单位：万元）");
        assertThat(texts(rows.get(7))).containsExactly("汇总", "学校自筹", "行业企业投入", "举办方投入", "地市县投入");
    }

    @Test
    void listsEveryItemUnderItsArea() {
        var rows = read(Manual.draft());
        assertThat(texts(rows.get(8))).containsExactly("一、落实立德树人根本任务");
        assertThat(texts(rows.get(9)))
                .containsExactly("1", Manual.ONE.title(), "是", "-", "10", "1", "2", "3", "4");
        assertThat(texts(rows.get(11)))
                .containsExactly("3", "3.1 培育200所左右“三全育人”典型学校", "是", "1", "16", "6", "5", "4", "1");
        assertThat(texts(rows.get(12)))
                .containsExactly("3.2 培育遴选100个左右名班主任工作室", "是", "2", "11", "2", "1", "2", "6");
        assertThat(texts(rows.get(14))).containsExactly("二、推进职业教育协调发展");
        assertThat(texts(rows.get(15))).containsExactly("6", "中职学校教学条件基本达标", "否", "-");
        assertThat(texts(rows.get(16))).containsExactly("7", "7.1 遴选1000所左右优质中职学校", "否");
        assertThat(rows).hasSize(17);
    }

    @Test
    void tellsWhatBecameOfEveryRowOnceItIsSubmitted() {
        var rows =
                read(
                        Manual.submitted(
                                Map.of(
                                        Manual.ONE, Stage.APPROVED,
                                        Manual.TWO, Stage.APPROVED,
                                        Manual.THREE_1, Stage.RETURNED,
                                        Manual.THREE_3, Stage.REJECTED)));
        assertThat(texts(rows.get(1))).endsWith("状态", "已提交");
        assertThat(texts(rows.get(2)))
                .endsWith("回执编号", "13-20201102-00417", "提交时间", "2020-11-02 11:00:00");
        assertThat(texts(rows.get(5)))
                .containsExactly("意向承接", "3", "5", "57", "17", "15", "11", "14");
        assertThat(texts(rows.get(6))).containsExactly("已通过", "2", "2", "24", "6", "8", "4", "6");
        assertThat(texts(rows.get(7))).endsWith("预计投入经费（单位：万元）", "省厅审核情况");
        assertThat(rows.subList(10, 15).stream().map(row -> row.getCellText(9)))
                .containsExactly("通过", "通过", "退回修改", "待审核", "不通过");
        assertThat(rows.get(16).getCellText(9)).isEmpty();
    }

    @Test
    void isAListOfTasksWhereNothingWasSaved() {
        var rows = read(null);
        assertThat(numbers(rows.get(5))).containsExactly("0", "0", "0", "0", "0", "0", "0");
        assertThat(rows).hasSize(17);
    }

    @Test
    void keepsNumbersExactAndShowsNoStrayPoint() {
        var filing =
                changed(values(new Amount(10_465_000), Amount.ZERO, null, Amount.MOST_IN_A_CELL));
        var row = read(filing).get(9);
        assertThat(numbers(row))
                .containsExactly("1", "10001046.4999", "1046.5", "0", "9999999.9999");
        assertThat(row.getCell(5).getDataFormatString()).isEqualTo("#,##0.####");
        assertThat(row.getCell(6).getDataFormatString()).isEqualTo("#,##0");
    }

    private static void assertText(Cell cell, String text) {
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getText()).isEqualTo(text);
        assertThat(cell.getFormula()).isNull();
    }

    /** A code, a phone number or a name is text, whatever it looks like (spec F11). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=1+1|' /C",
                "a&b<c>\"d'",
                "学校𠮷"
            })
    void neverMakesAFormulaOfAText(String text) {
        var contact = new Contact(text, text, "013000000001");
        var cover = new FormWorkbook.Cover(text, "0013000001", contact, Manual.DURING);
        var bytes = write(Manual.form(Manual.draft()), cover);
        var rows = open(bytes);
        assertText(rows.get(1).getCell(1), text);
        assertText(rows.get(3).getCell(1), contact.name());
        assertText(rows.get(3).getCell(4), contact.officePhone());
        assertThat(rows.get(1).getCell(4).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCellText(4)).isEqualTo("0013000001");
        assertThat(rows.get(3).getCellText(7)).isEqualTo("013000000001");
        assertThat(part(bytes, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void printsOnA4LandscapeOnePageWideUnderItsHeading() {
        var bytes = write(Manual.form(Manual.draft()), cover());
        assertThat(part(bytes, "xl/worksheets/sheet1.xml"))
                .contains("orientation=\"landscape\"", "paperSize=\"9\"")
                .contains("fitToWidth=\"1\"", "fitToHeight=\"0\"", "ySplit=\"8\"")
                .contains("<mergeCell ref=\"E7:I7\"/>", "<mergeCell ref=\"A12:A14\"/>");
        assertThat(part(bytes, "xl/workbook.xml")).contains("$7:$8");
    }

    @Test
    void givesALongTitleTheHeightOfItsLines() {
        var sheet = part(write(Manual.form(Manual.draft()), cover()), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .containsPattern("<row r=\"10\" ht=\"34\\.0\"")
                .containsPattern("<row r=\"12\" ht=\"20\\.0\"");
    }

    @Test
    void listsOnlyWhatTheSchoolMayUndertake() {
        var withheld = Set.of(Manual.SIX.id(), Manual.SEVEN_1.id());
        var form = new Form(Manual.PLAN, withheld, Manual.WINDOW, Manual.draft());
        assertThat(open(write(form, cover()))).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"邯郸职业技术学院", "a\r\nSet-Cookie: x=1", "a\"; filename=\"b.exe", "../../b"})
    void isOfferedUnderTheSchoolsName(String school) {
        var header = Download.attachment("承接任务情况-" + school + ".xlsx");
        assertThat(header)
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%E6%89%BF%E6%8E%A5")
                .doesNotContain("\r", "\n", "/", "b.exe\"");
    }

    private static Values values(
            Amount selfRaised, Amount industry, @Nullable Amount sponsor, Amount local) {
        return new Values(null, selfRaised, industry, sponsor, local);
    }

    @Test
    void tellsTheSchoolItselfInALastColumnWhoIsInCharge() throws IOException {
        var notes = Map.of(Manual.ONE.id(), new Note("李敏", 7, "王芳", Manual.DURING), -1L, Note.NONE);
        try (var out = new ByteArrayOutputStream()) {
            new FormWorkbook(Manual.form(Manual.draft()), cover(), notes).write(out);
            var rows = open(out.toByteArray());
            assertThat(texts(rows.get(6))).endsWith("负责人");
            assertThat(texts(rows.get(9)))
                    .containsExactly(
                            "1", Manual.ONE.title(), "是", "-", "10", "1", "2", "3", "4", "李敏");
            assertThat(texts(rows.get(10))).endsWith("1", "2");
        }
        assertThat(texts(read(Manual.draft()).get(6))).doesNotContain("负责人");
    }

    private static Filing changed(Values values) {
        return Manual.changed(
                Manual.draft(),
                Manual.ONE,
                row ->
                        new Undertaking(
                                row.id(),
                                row.itemId(),
                                true,
                                row.stage(),
                                values,
                                row.version(),
                                row.changedAt(),
                                row.changedBy()));
    }

    private static FormWorkbook.Cover cover() {
        return new FormWorkbook.Cover("邯郸职业技术学院", "4113011034", CONTACT, Manual.DURING);
    }

    private static List<Row> read(@Nullable Filing filing) {
        return open(write(Manual.form(filing), cover()));
    }

    private static byte[] write(Form form, FormWorkbook.Cover cover) {
        try (var out = new ByteArrayOutputStream()) {
            new FormWorkbook(form, cover, Map.of()).write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Row> open(byte[] bytes) {
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            return book.getFirstSheet().read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String part(byte[] bytes, String name) {
        try {
            // A zip that was streamed tells its sizes only at its end, so it is read as a file.
            var file = Files.write(folder.resolve("book.xlsx"), bytes);
            try (var zip = new ZipFile(file.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry(name)).readAllBytes(),
                        StandardCharsets.UTF_8);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What stands in the cells that are not empty. */
    private static List<String> texts(Row row) {
        return row.stream()
                .map(cell -> cell == null ? "" : cell.getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> numbers(Row row) {
        var numbers = new ArrayList<String>();
        row.forEach(cell -> {
            if (cell != null && cell.getType() == CellType.NUMBER) {
                numbers.add(new BigDecimal(cell.getRawValue()).toPlainString());
            }
        });
        return numbers;
    }
}
