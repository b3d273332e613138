package org.chengjie.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.chengjie.workbook.SentSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file that comes back says, held against the manual's example (spec F5, F7, R3). */
class UploadReadingTest {

    private static final Actor SCHOOL =
            new Actor(
                    1,
                    "4113011034",
                    "李敏",
                    Role.ADMIN,
                    Tier.SCHOOL,
                    4113,
                    "邯郸职业技术学院",
                    "4113011034",
                    "/1/13/4113/",
                    false,
                    "127.0.0.1",
                    Manual.DURING);

    @TempDir private Path folder;

    @Test
    void findsNothingToChangeInAFileThatNobodyTouched() {
        var preview = read(Manual.draft(), template(Manual.draft()));
        assertThat(preview.idle()).isTrue();
        assertThat(preview.absent()).isEmpty();
        assertThat(preview.before()).isEqualTo(preview.after());
    }

    @Test
    void tellsEveryDifferenceAndTheTotalsBeforeAndAfter() {
        var file =
                book(Manual.draft())
                        .type("1", "学校自筹", 2.5)
                        .type("3.1", "是否承接", "否")
                        .tick("7.1", "３", "1,000.5", "０", 0, 0)
                        .write();
        var preview = read(Manual.draft(), file);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.changes())
                .extracting(change -> change.item().no() + change.kind() + change.lines())
                .containsExactly(
                        "1修改[Line[label=学校自筹, before=1, after=2.5]]",
                        "3.1取消承接[Line[label=承接数量, before=1, after=],"
                                + " Line[label=学校自筹, before=6, after=],"
                                + " Line[label=行业企业投入, before=5, after=],"
                                + " Line[label=举办方投入, before=4, after=],"
                                + " Line[label=地市县投入, before=1, after=]]",
                        "7.1新承接[Line[label=承接数量, before=, after=3],"
                                + " Line[label=学校自筹, before=, after=1,000.5],"
                                + " Line[label=行业企业投入, before=, after=0],"
                                + " Line[label=举办方投入, before=, after=0],"
                                + " Line[label=地市县投入, before=, after=0]]");
        assertThat(preview.before().funds().total()).hasToString("57");
        assertThat(preview.after().funds().total()).hasToString("1,043");
        assertThat(preview.after().tasks()).isEqualTo(4);
        assertThat(preview.after().rows()).isEqualTo(5);
    }

    @Test
    void findsColumnsThatWereMovedAddedAndRenamedWithBlanks() {
        var file =
                book(Manual.draft())
                        .type("2", "地市县投入", 9)
                        .rename("学校自筹", " 学校\n自筹（万元） ")
                        .rename("地市县投入", "地市县　投入*")
                        .turn(3)
                        .put(6, 2, "备注")
                        .put(8, 2, "=不是公式")
                        .write();
        var preview = read(Manual.draft(), file);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.changes()).extracting(RowChange::totalAfter).containsExactly("21");
    }

    @Test
    void namesColumnsThatAreMissing() {
        assertThat(refusal(book(Manual.draft()).rename("承接数量", "数目").write()))
                .isEqualTo("表里没有找到这些列：承接数量。列可以换位置，表头的字要和模板一样。请下载模板对照。");
        assertThat(refusal(book(Manual.draft()).rename("行标识", "x").write()))
                .startsWith("这不是从平台下载的填报模板");
    }

    @Test
    void leavesRowsThatAreNotInTheFileAsTheyAre() {
        var preview = read(Manual.draft(), book(Manual.draft()).remove("3.2").remove("6").write());
        assertThat(preview.idle()).isTrue();
        assertThat(preview.absent()).containsExactly("3.2", "6");
    }

    @Test
    void passesOverHeadingsNotesAndSums() {
        var file = book(Manual.draft()).put(60, 1, "本校说明").put(61, 1, "合 计").put(61, 5, 17).write();
        var preview = read(Manual.draft(), file);
        assertThat(preview.faults())
                .extracting(UploadPreview.CellFault::address)
                .containsExactly("C62");
        file = book(Manual.draft()).put(60, 1, "本校说明").put(61, 1, "合计").put(61, 5, 17).write();
        assertThat(read(Manual.draft(), file).idle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3.1 | 承接数量 | 2.5   | 应为不小于 1 的整数，现在填的是“2.5”。
                    3.1 | 承接数量 | 0     | 应为不小于 1 的整数，现在填的是“0”。
                    1   | 承接数量 | 3     | 这一条不填承接数量，请改回“-”。
                    1   | 学校自筹 | -1    | 应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“-1”。
                    1   | 学校自筹 | 5万   | 应为 0 或正数，最多 4 位小数，单位是万元，现在填的是“5万”。
                    1   | 是否承接 | 也许  | 应为“是”或“否”，现在填的是“也许”。
                    1   | 是否承接 | ''    | 还没有选。要承接请选“是”，不承接请选“否”。
                    6   | 学校自筹 | 5     | 填了数字，但“是否承接”不是“是”。要承接请选“是”，不承接请清空这一行的数字。
                    """)
    void namesTheCellAtFaultAndWhatItShouldBe(String no, String head, String typed, String words) {
        var book = book(Manual.draft()).type(no, head, typed.isEmpty() ? null : typed);
        var preview = read(Manual.draft(), book.write());
        assertThat(preview.faults()).hasSize(1);
        var fault = preview.faults().getFirst();
        assertThat(fault.words()).isEqualTo(words);
        assertThat(fault.address()).isEqualTo(book.address(no, no.equals("6") ? "是否承接" : head));
        assertThat(preview.savable()).isFalse();
    }

    @Test
    void refusesOneItemTwiceAndRowsOfNoItem() {
        var file =
                book(Manual.draft())
                        .copy("1", 40)
                        .put(41, 2, "是")
                        .put(41, 5, 3)
                        .put(42, 10, "x|y")
                        .write();
        assertThat(read(Manual.draft(), file).faults())
                .extracting(UploadPreview.CellFault::words)
                .containsExactlyInAnyOrder(
                        "1 与第 9 行重复，请只留一行。",
                        "这一行不是模板里的任务，认不出是哪一条。请填到模板里相应的行，再删去这一行。",
                        "行标识被改动，认不出这是哪一条。请重新下载模板，把这一行填进去。");
    }

    @Test
    void refusesAFileOfAnotherSchoolProvinceOrPlan() {
        var file = template(Manual.draft());
        assertThat(refusal(file, new TemplateOwner("2020-2023", 13, "4113014188")))
                .isEqualTo("这份文件里有另一所学校（标识码 4113011034）的行，本校是 4113014188。请换成本校的文件再上传。");
        assertThat(refusal(file, new TemplateOwner("2020-2023", 14, "4113014188")))
                .startsWith("这份文件是另一个省的学校（标识码 4113011034）的填报模板");
        assertThat(refusal(file, new TemplateOwner("2024-2027", 13, "4113011034")))
                .startsWith("这份文件是另一个行动计划（2020-2023）的填报模板，现在填报的是 2024-2027");
    }

    @Test
    void showsARowThatBothChangedAsAConflictAndKeepsOneThatOnlyTheOtherChanged() {
        var now =
                Manual.changed(
                        Manual.changed(Manual.draft(), Manual.ONE, row -> other(row, 99)),
                        Manual.TWO,
                        row -> other(row, 98));
        var file = book(Manual.draft()).type("1", "学校自筹", 8).type("3.1", "学校自筹", 7).write();
        var preview = read(now, file);
        assertThat(preview.conflicts()).extracting(one -> one.item().no()).containsExactly("1");
        assertThat(preview.conflicts().getFirst().stored().version()).isEqualTo(99);
        assertThat(preview.changes()).extracting(one -> one.item().no()).containsExactly("3.1");
        assertThat(preview.newer()).containsExactly("2");
        assertThat(preview.seen()).isEqualTo("FILE 3.1:41,1:99");
    }

    @Test
    void isNoConflictWhereBothSaySoOrOnlyTheVersionHasMoved() {
        var file = book(Manual.draft()).type("1", "学校自筹", 7).write();
        var same = Manual.changed(Manual.draft(), Manual.ONE, row -> other(row, 99));
        assertThat(read(same, file).idle()).isTrue();
        var moved = Manual.changed(Manual.draft(), Manual.ONE, row -> with(row, row.values(), 99));
        assertThat(read(moved, file).conflicts()).isEmpty();
        assertThat(read(moved, file).changes()).hasSize(1);
    }

    @Test
    void takesOnlyReturnedRowsWhileTheyAreMended() {
        var returned = Manual.submitted(Map.of(Manual.THREE_2, Stage.RETURNED));
        var mended = book(returned).type("3.2", "举办方投入", 0).write();
        var preview = read(returned, mended);
        assertThat(preview.intent()).isEqualTo(Intent.MEND);
        assertThat(preview.changes()).hasSize(1);
        assertThat(preview.savable()).isTrue();
        var other = book(returned).type("1", "学校自筹", 5).write();
        assertThat(read(returned, other).faults())
                .extracting(UploadPreview.CellFault::words)
                .containsExactly("1 现在是“待审核”，不能修改。请改回：学校自筹 1，行业企业投入 2，举办方投入 3，地市县投入 4。");
        var unticked = book(returned).type("3.2", "是否承接", "否").write();
        assertThat(read(returned, unticked).faults())
                .extracting(UploadPreview.CellFault::words)
                .containsExactly("退回修改的任务不能取消承接。请选“是”，改好后再提交。");
    }

    @Test
    void showsThePreviewWhereNothingMayBeSaved() {
        var preview = read(Manual.submitted(), book(Manual.draft()).type("1", "学校自筹", 5).write());
        assertThat(preview.verdict().words()).startsWith("本校已提交。");
        assertThat(preview.changes()).hasSize(1);
        assertThat(preview.savable()).isFalse();
    }

    /** How the file was made is told beside it: src/test/resources/roundtrip/README.md. */
    @Test
    void readsWhatLibreOfficeMadeOfTheTemplate() throws IOException {
        var file = Files.readAllBytes(Path.of("src/test/resources/roundtrip/libreoffice.xlsx"));
        var preview = read(Manual.draft(), file);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.changes())
                .extracting(change -> change.item().no() + change.kind() + change.totalAfter())
                .containsExactly("1修改11", "3.1取消承接", "7.1新承接1,001.8");
        assertThat(preview.changes().getLast().sent().values().quantity()).isEqualTo(1200);
        assertThat(preview.newer()).isEmpty();
        assertThat(preview.absent()).isEmpty();
    }

    @Test
    void looksAsTheFormDoesAndLetsNothingElseBeTyped() throws IOException {
        var sheet = part(template(Manual.draft()), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("orientation=\"landscape\"", "paperSize=\"9\"", "sheet=\"true\"")
                .contains("xSplit=\"2\" ySplit=\"7\"")
                .contains("<col min=\"11\" max=\"11\" width=\"30.0\"")
                .contains("<formula1>\"是,否\"</formula1>")
                .contains("<f>IF(COUNT(F9:I9)=0,\"\",SUM(F9:I9))</f>")
                .contains("<f>SUMIF(C$8:C$16,\"是\",F$8:F$16)</f>");
        assertThat(sheet.substring(sheet.indexOf("<col min=\"11\"")))
                .containsPattern("^<col[^>]*hidden=\"true\"");
    }

    private static Undertaking other(Undertaking row, long version) {
        return with(row, Manual.values(null, 7, 2, 3, 4), version);
    }

    private static Undertaking with(Undertaking row, Values values, long version) {
        return new Undertaking(
                row.id(), row.itemId(), true, row.stage(), values, version, row.changedAt(), "王芳");
    }

    private static Books book(Filing filing) {
        return Books.read(template(filing));
    }

    static byte[] template(@Nullable Filing filing) {
        var bytes = new ByteArrayOutputStream();
        try {
            new FormTemplate(Manual.form(filing), History.NONE, SCHOOL).write(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private static UploadPreview read(Filing now, byte[] file) {
        var form = Manual.form(now);
        var rows = SentSheet.readResults(file, 1000);
        var sent = SentForm.read(rows, TemplateOwner.of(SCHOOL, form.plan()));
        var upload = new Upload(1, "表.xlsx", Manual.DURING, "李敏", rows, null, 0);
        return new UploadReading(form, sent, SCHOOL).read(upload);
    }

    private static String refusal(byte[] file) {
        return refusal(file, TemplateOwner.of(SCHOOL, Manual.PLAN));
    }

    private static String refusal(byte[] file, TemplateOwner owner) {
        try {
            SentForm.read(SentSheet.readResults(file, 1000), owner);
            return "taken";
        } catch (Refusal refused) {
            return refused.words();
        }
    }

    private String part(byte[] file, String name) throws IOException {
        var path = Files.write(folder.resolve("t.xlsx"), file);
        try (var zip = new ZipFile(path.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
