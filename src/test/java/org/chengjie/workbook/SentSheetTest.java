package org.chengjie.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.chengjie.shared.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class SentSheetTest {

    private static final MarkedCopy.Look LOOK = new MarkedCopy.Look("名册", Set.of(), false);

    @Test
    void readsTextAndNumbersAsTheyAreSeen() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, "学校标识码");
                            sheet.value(1, 0, 4114013528L);
                            sheet.value(1, 1, "\u3000山西　职业\u00a0");
                            sheet.value(1, 2, 2.5);
                            sheet.value(1, 3, "=1+1");
                        }),
                        10);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).number()).isEqualTo(2);
        assertThat(rows.get(1).cells())
                .containsExactly(
                        new SheetCell("A2", 0, "4114013528"),
                        new SheetCell("B2", 1, "山西　职业"),
                        new SheetCell("C2", 2, "2.5"),
                        new SheetCell("D2", 3, "=1+1"));
        assertThat(rows.get(1).address(27)).isEqualTo("AB2");
    }

    @Test
    void countsNoRowThatIsOnlyFormatted() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, "甲");
                            for (int row = 1; row < 9000; row++) {
                                sheet.style(row, 0).fillColor("FF0000").set();
                                sheet.value(row, 1, "  ");
                            }
                        }),
                        10);
        assertThat(rows).hasSize(1);
    }

    @Test
    void refusesFormulasAndNamesThem() throws Exception {
        var file =
                book(sheet -> {
                    sheet.value(0, 0, "甲");
                    sheet.formula(2, 1, "1+1");
                    sheet.formula(3, 1, "HYPERLINK(\"http://x\")");
                });
        assertThat(refusal(file)).isEqualTo("B3、B4 是公式。请复制后用“选择性粘贴—数值”换成数值，再上传。");
    }

    @Test
    void takesTheResultsOfFormulasWhereItMayAndShowsThoseWithoutOne() throws Exception {
        var cells =
                "<c r=\"A1\"><f>1+0.1</f><v>1.1000000000000001</v></c>"
                        + "<c r=\"B1\"><f>1/0</f></c>"
                        + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"D1\" t=\"str\"><f>\"是\"</f><v>是</v></c>"
                        + "<c r=\"E1\"><v>9999999.9998999994</v></c>";
        var file =
                with(
                        book(sheet -> sheet.value(0, 0, 1)),
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\">"
                                + cells
                                + "</row></sheetData></worksheet>");
        assertThat(SentSheet.readResults(file, 10).getFirst().cells())
                .extracting(SheetCell::text)
                .containsExactly("1.1", "=1/0", "#DIV/0!", "是", "9999999.9999");
    }

    @Test
    void findsHeadsWhateverBlanksBracketsAndWidthsTheyHave() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, " 学校\n自筹 （万元）");
                            sheet.value(0, 1, "地市县　投入＊");
                            sheet.value(1, 0, "1");
                        }),
                        10);
        assertThat(SentTable.find(rows, List.of("学校自筹", "地市县投入")).columns())
                .containsEntry("学校自筹", 0)
                .containsEntry("地市县投入", 1);
    }

    @Test
    void keepsNumbersAsNumbersAndHidesWhatWasHiddenInACopy() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, "代码");
                            sheet.value(0, 1, "金额");
                            sheet.value(1, 0, "0012");
                            sheet.value(1, 1, 2.5);
                        }),
                        10);
        var copy = new ByteArrayOutputStream();
        MarkedCopy.write(
                copy, new MarkedCopy.Look("表", Set.of(0), true), rows, 1, Map.of("B2", "错。"));
        var sheet = part(copy.toByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .containsPattern("<col min=\"1\"[^>]*hidden=\"true\"")
                .contains("<v>2.5</v>");
        assertThat(SentSheet.read(copy.toByteArray(), 10).get(1).text(0)).isEqualTo("0012");
    }

    @Test
    void refusesMoreRowsThanAllowed() throws Exception {
        var file =
                book(sheet -> {
                    for (int row = 0; row < 12; row++) {
                        sheet.value(row, 0, "甲");
                    }
                });
        assertThat(refusal(file)).isEqualTo("一次最多 10 行。请删去多余的行，或分几次上传。");
    }

    @Test
    void refusesOtherKindsOfFiles() throws Exception {
        assertThat(refusal(new byte[0])).startsWith("还没有选择文件");
        assertThat(refusal("学校标识码,名称\n4114013528,甲".getBytes(StandardCharsets.UTF_8)))
                .startsWith("这不是 .xlsx 文件");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0}))
                .startsWith("这是旧版 .xls 文件，或设了打开密码");
        assertThat(refusal(zip(Map.of("word/document.xml", "<a/>")))).startsWith("这不是 .xlsx 文件");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 1, 2, 3})).startsWith("文件打不开");
        assertThat(refusal(new byte[11 << 20])).startsWith("文件太大");
        assertThat(refusal(zip(Map.of("xl/workbook.xml", "<workbook>")))).startsWith("文件里的表读不出来");
    }

    @Test
    void refusesADoctypeAndXmlThatCouldHideOne() throws Exception {
        var evil = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        var file = with(book(sheet -> sheet.value(0, 0, "甲")), "xl/sharedStrings.xml", evil);
        assertThat(refusal(file)).startsWith("文件里有不能接受的内容（DOCTYPE）");
        var wide =
                new String("<a/>".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        assertThat(refusal(zip(Map.of("xl/workbook.xml", wide)))).startsWith("文件里有不能接受的内容");
    }

    @Test
    void refusesAParcelThatUnpacksToFarMore() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var block = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThat(refusal(bytes.toByteArray())).startsWith("文件太大");
    }

    @Test
    void readsNoNumberThatWouldFillTheMemory() throws Exception {
        var file =
                with(
                        book(sheet -> sheet.value(0, 0, 1)),
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\"><v>1E999999</v></c></row></sheetData></worksheet>");
        assertThat(SentSheet.read(file, 10).getFirst().text(0)).isEqualTo("1E999999");
    }

    @Test
    void findsColumnsWhereverTheyStand() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, "某省名册");
                            sheet.value(2, 4, "代码 *");
                            sheet.value(2, 1, "名称");
                            sheet.value(2, 0, "备注");
                            sheet.value(3, 4, "1");
                            sheet.value(3, 1, "甲");
                        }),
                        10);
        var table = SentTable.find(rows, List.of("代码", "名称"));
        assertThat(table.head().number()).isEqualTo(3);
        assertThat(table.rows()).hasSize(1);
        assertThat(table.text(table.rows().getFirst(), "代码")).isEqualTo("1");
        assertThat(table.address(table.rows().getFirst(), "代码")).isEqualTo("E4");
        assertThatThrownBy(() -> SentTable.find(rows, List.of("代码", "隶属")))
                .isInstanceOf(Refusal.class)
                .hasMessage("表里没有找到这些列：隶属。列可以换位置，表头的字要和模板一样。请下载模板对照。");
    }

    @Test
    void refusesTwoColumnsOfOneHead() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, "代码");
                            sheet.value(0, 1, "代码");
                        }),
                        10);
        assertThatThrownBy(() -> SentTable.find(rows, List.of("代码")))
                .hasMessage("有两列都叫“代码”。请删去多余的一列，再上传。");
    }

    @Test
    void marksFaultsInACopyThatCanBeSentAgain() throws Exception {
        var rows =
                SentSheet.read(
                        book(sheet -> {
                            sheet.value(0, 0, "代码");
                            sheet.value(0, 2, "名称");
                            sheet.value(2, 0, "x");
                            sheet.value(2, 2, "=甲");
                        }),
                        10);
        var copy = new ByteArrayOutputStream();
        MarkedCopy.write(copy, LOOK, rows, 1, Map.of("A3", "应为数字。", "B3", "还没有填。"));
        var again = SentSheet.read(copy.toByteArray(), 10);
        assertThat(again).hasSize(2);
        assertThat(again.getFirst().text(3)).isEqualTo("错误说明");
        assertThat(again.get(1).number()).isEqualTo(3);
        assertThat(again.get(1).text(2)).isEqualTo("=甲");
        assertThat(again.get(1).text(3)).isEqualTo("代码：应为数字。\n还没有填。");
        var second = new ByteArrayOutputStream();
        MarkedCopy.write(second, LOOK, again, 1, Map.of("A3", "应为数字。"));
        var last = SentSheet.read(second.toByteArray(), 10);
        assertThat(last.getFirst().cells()).hasSize(3);
        assertThat(last.get(1).text(3)).isEqualTo("代码：应为数字。");
    }

    private static String refusal(byte[] file) {
        try {
            SentSheet.read(file, 10);
            return "taken";
        } catch (Refusal refused) {
            return refused.words();
        }
    }

    private static byte[] book(Consumer<Worksheet> filled) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            filled.accept(book.newWorksheet("甲"));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (var in =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            return new String(
                    in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same parcel with one part in place of its own. */
    private static byte[] with(byte[] file, String name, String part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in =
                        ZipFile.builder()
                                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                                .get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(name)
                                ? part.getBytes(StandardCharsets.UTF_8)
                                : in.getInputStream(entry).readAllBytes());
            }
        }
        return bytes.toByteArray();
    }
}
