package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.job.Worker;
import org.chengjie.organisation.Cities;
import org.chengjie.organisation.ImportPreview;
import org.chengjie.organisation.Imports;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterFilter;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.SchoolDraft;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.SentSheet;
import org.chengjie.workbook.SheetRow;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The import of a register: preview, all or nothing, faults by row and column (spec P1, X5). */
@PageTest
class RegisterImportTest {

    private static final String PAGE = "/province/register/import";
    private static final List<String> HEADS = List.of("学校标识码", "学校名称", "办学层次", "所在市", "隶属");

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Imports imports;
    @Autowired private RegisterImport work;
    @Autowired private Worker worker;
    @Autowired private Register register;
    @Autowired private SchoolChanges changes;
    @Autowired private Cities cities;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        school = world.school(World.PROVINCE);
        visitor = world.visit(mvc, officer);
        cities.add(officer, "149901", "甲市");
    }

    @Test
    void importsAFileOf600Schools() throws Exception {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < 600; i++) {
            rows.add(row(9914700000L + i, "导入学校" + i, "中职学校", "甲市", i % 2 == 0 ? "市属" : "省属"));
        }
        rows.add(row(school.unitCode(), "新名学院", "本科高职院校", "太原市", "省属"));
        upload(book(HEADS, rows), false);
        var preview = visitor.get(visitor.location());
        assertThat(preview.select(".bar dd").eachText())
                .containsExactly("600 所", "1 所", "0 所", "0 所");
        assertThat(preview.select(".ch-list li").eachText())
                .containsExactly("学校名称 " + school.unitName() + " → 新名学院", "办学层次 专科高职院校 → 本科高职院校");
        visitor.press("form[action$=confirmation]", form(preview, "confirmation"), Map.of());
        assertThat(visitor.location()).startsWith("/jobs/");
        worker.run(Long.parseLong(visitor.location().substring("/jobs/".length())));
        assertThat(visitor.get(visitor.location()).text())
                .contains("已导入：添加 600 所，修改 1 所，撤销 0 所，不变 0 所。");
        var imported = register.all(officer.reach(), new RegisterFilter(null, null, "导入学校", false));
        assertThat(imported).hasSize(600);
        assertThat(imported.getFirst().path())
                .contains("/" + register.cities(officer.unitId()).getLast().id() + "/");
        var renamed = register.find(school.unitId(), officer.reach());
        assertThat(renamed.name()).isEqualTo("新名学院");
        assertThat(renamed.formerNames()).containsExactly(school.unitName());
        assertThat(imports.staged(officer)).isEmpty();
    }

    @Test
    void findsMovedColumnsAndReadsCodesHoweverTheyWereTyped() throws Exception {
        var heads = List.of("备注", "隶属", "所在市", "学校名称", "办学层次", "学校标识码");
        var preview =
                preview(
                        book(
                                heads,
                                List.of(
                                        List.of("x", "省属", "", "甲", "中职学校", " ９９１４ ７０００ ０１ "),
                                        List.of("x", "省属", "", "乙", "中职学校", 9914700002L))),
                        false);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.added())
                .extracting(SchoolDraft::code)
                .containsExactly("9914700001", "9914700002");
    }

    @Test
    void namesEveryFaultAndMarksItInACopy() throws Exception {
        var other = world.school(World.OTHER_PROVINCE);
        var file =
                book(
                        HEADS,
                        List.of(
                                row("99147", "甲", "中职学校", "", "省属"),
                                row("9914700001", "", "大专", "乌有市", "国属"),
                                row("9914700002", "丙", "中职学校", "", "市属"),
                                row("9914700002", "丁", "中职学校", "", "省属"),
                                row(other.unitCode(), "戊", "中职学校", "", "省属")));
        var preview = preview(file, false);
        assertThat(preview.faults())
                .extracting(fault -> fault.address() + " " + fault.words())
                .containsExactly(
                        "A2 学校标识码应为 10 位数字，现在是“99147”。",
                        "B3 还没有填名称。",
                        "C3 应为中职学校、专科高职院校、本科高职院校、其他主体之一，现在是“大专”。",
                        "D3 本省名册里没有“乌有市”。请从列表里选；确有这个市，请先在名册页添加。",
                        "E3 应为省属或市属，现在是“国属”。",
                        "D4 市属学校要选所在的市。",
                        "A5 与第 4 行的标识码重复，请只留一行。",
                        "A6 这个标识码已登记在其他地区，不能重复登记。请核对；确属本省的，请联系教育部。");
        assertThatThrownBy(() -> work.ask(officer, preview.staged().id(), preview.seen()))
                .hasMessage("名册有 5 行要改正，还没有导入任何一行。下载标出错误的文件，改好后重新导入。");
        var page = visitor.get(PAGE + "/" + preview.staged().id());
        assertThat(page.select("form[action$=confirmation]")).isEmpty();
        visitor.get(PAGE + "/" + preview.staged().id() + "/faults");
        var copy = SentSheet.read(visitor.response().getContentAsByteArray(), 100);
        assertThat(copy).hasSize(6);
        assertThat(copy.getFirst().text(5)).isEqualTo("错误说明");
        assertThat(copy).extracting(SheetRow::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(copy.get(1).text(5)).isEqualTo("学校标识码应为 10 位数字，现在是“99147”。");
        assertThat(copy.get(1).text(1)).isEqualTo("甲");
    }

    @Test
    void leavesAbsentSchoolsAloneUnlessTold() throws Exception {
        var file = book(HEADS, List.of(row("9914700001", "甲", "中职学校", "", "省属")));
        assertThat(preview(file, false).closed()).isEmpty();
        var preview = preview(file, true);
        assertThat(preview.closed()).extracting(one -> one.id()).contains(school.unitId());
        take(preview);
        assertThat(register.find(school.unitId(), officer.reach()).closedReason())
                .isEqualTo("导入的名册中没有这所学校");
    }

    @Test
    void showsThePreviewAgainWhereTheRegisterHasChanged() throws Exception {
        var file = book(HEADS, List.of(row("9914700001", "甲", "中职学校", "", "省属")));
        var preview = preview(file, false);
        var page = visitor.get(PAGE + "/" + preview.staged().id());
        changes.add(officer, new SchoolDraft("9914700009", "别的学校", "中职学校", "", "省属"));
        var answer =
                visitor.press("form[action$=confirmation]", form(page, "confirmation"), Map.of());
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(answer.select(".msg.bad").text())
                .isEqualTo("预览之后名册又有改动，还没有导入任何一行。请重新核对下面的预览，再确认。");
        assertThatThrownBy(() -> take(preview)).isInstanceOf(Refusal.class);
        visitor.press("form[action$=confirmation]", form(answer, "confirmation"), Map.of());
        assertThat(visitor.location()).startsWith("/jobs/");
    }

    @Test
    void takesAnImportOnce() throws Exception {
        var preview =
                preview(book(HEADS, List.of(row("9914700001", "甲", "中职学校", "", "省属"))), false);
        assertThat(take(preview)).isPresent();
        assertThat(take(preview)).isEmpty();
    }

    @Test
    void refusesACodeOfAClosedSchool() throws Exception {
        changes.close(officer, school.unitId(), 1, "停办");
        var preview =
                preview(book(HEADS, List.of(row(school.unitCode(), "甲", "中职学校", "", "省属"))), false);
        assertThat(preview.faults().getFirst().words()).startsWith("这个标识码属于已撤销的");
    }

    @Test
    void takesItsOwnExportBackWithoutAnyChange() throws Exception {
        visitor.get("/province/register/template");
        var template = visitor.response().getContentAsByteArray();
        var preview = preview(template, true);
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.idle()).isTrue();
        assertThat(preview.same())
                .isEqualTo(register.all(officer.reach(), RegisterFilter.OPEN).size());
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        upload("a,b".getBytes(java.nio.charset.StandardCharsets.UTF_8), true);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().select(".msg.bad").text()).startsWith("这不是 .xlsx 文件");
        assertThat(visitor.page().expectFirst("[name=closeAbsent]").hasAttr("checked")).isTrue();
        upload(book(List.of("学校标识码"), List.of()), false);
        assertThat(visitor.page().select(".msg.bad").text())
                .startsWith("表里没有找到这些列：学校名称、办学层次、所在市、隶属。");
        upload(book(HEADS, List.of()), false);
        assertThat(visitor.page().select(".msg.bad").text()).startsWith("表头下面没有一行学校。");
    }

    @Test
    void readsAnImportOfAnotherProvinceAsAbsent() throws Exception {
        var id =
                preview(book(HEADS, List.of(row("9914700001", "甲", "中职学校", "", "省属"))), false)
                        .staged()
                        .id();
        var other = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "吴刚"));
        other.get(PAGE + "/" + id);
        assertThat(other.status()).isEqualTo(404);
        other.get(PAGE + "/" + id + "/faults");
        assertThat(other.status()).isEqualTo(404);
    }

    @Test
    void saysWhatItIsDoing() throws Exception {
        var told = new ArrayList<String>();
        var preview = preview(book(HEADS, List.of(row("9914700001", "甲", "中职学校", "", "省属"))), true);
        imports.take(officer, preview.staged().id(), preview.seen(), told::add);
        assertThat(told)
                .hasSize(Imports.STEPS)
                .containsExactly(
                        "核对名册",
                        "添加 1 所",
                        "修改 0 所",
                        "撤销 %d 所".formatted(preview.closed().size()),
                        "逐所记入操作记录");
    }

    private Optional<ImportPreview> take(ImportPreview preview) {
        return imports.take(officer, preview.staged().id(), preview.seen(), what -> {});
    }

    private ImportPreview preview(byte[] file, boolean closeAbsent) {
        return imports.preview(officer, imports.stage(officer, "名册.xlsx", file, closeAbsent));
    }

    private void upload(byte[] file, boolean closeAbsent) throws Exception {
        var token = visitor.get(PAGE).expectFirst("[name=_csrf]").val();
        var request =
                MockMvcRequestBuilders.multipart(PAGE)
                        .file(new MockMultipartFile("file", "名册.xlsx", null, file))
                        .param("_csrf", token);
        if (closeAbsent) {
            request.param("closeAbsent", "true");
        }
        visitor.send(request);
    }

    private static String form(org.jsoup.nodes.Document page, String what) {
        return page.expectFirst("form[action$=" + what + "]").attr("action");
    }

    private static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    private static byte[] book(List<String> heads, List<List<Object>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("名册");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    var cell = rows.get(row).get(column);
                    if (cell instanceof Number number) {
                        sheet.value(row + 1, column, number);
                    } else {
                        sheet.value(row + 1, column, cell.toString());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
