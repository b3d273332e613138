package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Books;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.filing.Undertaking;
import org.chengjie.shared.Actor;
import org.chengjie.workbook.SentSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 用 Excel 填报: download, fill in, send, look, choose, save (spec F5, F7, R3). */
@PageTest
class UploadPageTest {

    private static final String TEMPLATE = "/school/filing/template";
    private static final String PAGE = "/school/filing/upload";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = World.at(world.school(World.PROVINCE), java.time.Instant.now());
        visitor = world.visit(mvc, school);
        visitor.get(PAGE);
    }

    @Test
    void bringsTheSameNumbersBack() throws Exception {
        filings.save(school, Typing.manual(), null);
        var before = rows();
        upload(template().write());
        assertThat(visitor.page().text()).contains("文件和现在的内容完全一样，没有要保存的。");
        assertThat(visitor.page().select("button.main")).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void savesNothingBeforeItIsAskedToAndThenAllOfIt() throws Exception {
        upload(template().tick("1", null, 1, 2, 3, 4).tick("3.1", 1, "６", 5, "4.0000", 1).write());
        var page = visitor.page();
        assertThat(filings.form(school).filing()).isNull();
        assertThat(page.select(".bar dd").eachText()).containsExactly("2 条", "0 条", "0 条", "0 条");
        assertThat(page.select(".upload-sums dd").eachText())
                .containsExactly(
                        "0 项任务 · 0 条", "0 = 0 + 0 + 0 + 0", "2 项任务 · 2 条", "26 = 7 + 7 + 7 + 5");
        save(Map.of());
        assertThat(visitor.get(visitor.location()).text()).contains("改动了 2 条。");
        assertThat(stored("1").values().total()).hasToString("10");
        assertThat(stored("3.1").values().quantity()).isEqualTo(1);
    }

    @Test
    void doesItOnceHoweverOftenTheButtonIsPressed() throws Exception {
        upload(template().tick("1", null, 1, 2, 3, 4).write());
        var page = visitor.page();
        var form = page.expectFirst("form[action$=saving]");
        var fields = new HashMap<String, @Nullable String>();
        fields.put("seen", form.expectFirst("[name=seen]").val());
        visitor.post(form.attr("action"), fields);
        long version = stored("1").version();
        visitor.post(form.attr("action"), fields);
        assertThat(visitor.location()).startsWith(PAGE + "/");
        assertThat(stored("1").version()).isEqualTo(version);
    }

    @Test
    void namesFaultsByTheirCellsSavesNothingAndMarksThemInACopy() throws Exception {
        var book = template().tick("1", null, -1, 2, 3, 4).tick("3.1", "2.5", 1, 1, 1, 1);
        upload(book.write());
        var page = visitor.page();
        assertThat(page.expectFirst(".msg.bad").text()).startsWith("表里有 2 处要改正，还没有保存任何内容。");
        assertThat(page.select(".import-list th[scope=row]").eachText())
                .containsExactly(book.address("1", "学校自筹"), book.address("3.1", "承接数量"));
        assertThat(page.select("button.main")).isEmpty();
        var url = page.expectFirst("a[href$=faults]").attr("href");
        save(Map.of());
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(filings.form(school).filing()).isNull();
        visitor.get(url);
        var copy = visitor.response().getContentAsByteArray();
        assertThat(SentSheet.read(copy, 200).toString()).contains("应为不小于 1 的整数，现在填的是“2.5”。");
        visitor.get(PAGE);
        upload(Books.read(copy).type("1", "学校自筹", 1).type("3.1", "承接数量", 2).write());
        save(Map.of());
        assertThat(stored("3.1").values().quantity()).isEqualTo(2);
    }

    @Test
    void asksWhichOfTwoContentsToKeep() throws Exception {
        filings.save(school, Typing.manual(), null);
        var book = template().type("1", "学校自筹", 8).type("3.1", "学校自筹", 7);
        change("1", "-", "9", "9", "9", "9");
        change("2", "-", "5", "5", "5", "5");
        upload(book.write());
        var page = visitor.page();
        assertThat(page.expectFirst(".upload-clash").text())
                .contains("李敏", "保留文件里的", "学校自筹 8", "保留现在的", "学校自筹 9");
        assertThat(page.text()).contains("下载模板以后 2 又有改动，文件里没有动，保持现在的内容。");
        save(Map.of());
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().expectFirst(".msg.bad").text()).startsWith("1 条冲突还没有选择保留哪一份：1。");
        assertThat(stored("3.1").values().plain(Cell.SELF_RAISED)).isEqualTo("6");
        save(Map.of("keep-1", "mine"));
        assertThat(stored("1").values().plain(Cell.SELF_RAISED)).isEqualTo("8");
        assertThat(stored("1").values().plain(Cell.INDUSTRY)).isEqualTo("2");
        assertThat(stored("3.1").values().plain(Cell.SELF_RAISED)).isEqualTo("7");
        assertThat(stored("2").values().plain(Cell.SELF_RAISED)).isEqualTo("5");
    }

    @Test
    void leavesTheirsWhereTheirsIsChosen() throws Exception {
        filings.save(school, Typing.manual(), null);
        var book = template().type("1", "学校自筹", 8);
        change("1", "-", "9", "9", "9", "9");
        upload(book.write());
        save(Map.of("keep-1", "theirs"));
        assertThat(visitor.get(visitor.location()).text()).contains("没有改动");
        assertThat(stored("1").values().plain(Cell.SELF_RAISED)).isEqualTo("9");
    }

    @Test
    void showsThePreviewAnewWhereTheFormHasChangedSince() throws Exception {
        filings.save(school, Typing.manual(), null);
        upload(template().type("1", "学校自筹", 8).write());
        change("1", "-", "9", "9", "9", "9");
        save(Map.of());
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page().expectFirst(".msg.bad").text()).startsWith("预览之后表里又有改动");
        assertThat(visitor.page().select(".upload-clash")).hasSize(1);
        assertThat(stored("1").values().plain(Cell.SELF_RAISED)).isEqualTo("9");
    }

    @Test
    void showsButDoesNotSaveOnceTheWindowHasClosed() throws Exception {
        var file = template().tick("1", null, 1, 2, 3, 4).write();
        world.setDays(officer, -20, -1, 10);
        upload(file);
        assertThat(visitor.page().expectFirst(".msg.warn").text())
                .contains("申报已于", "24:00 截止", "现在不能保存");
        assertThat(visitor.page().select(".uploads tbody tr")).hasSize(1);
        assertThat(visitor.page().select("button.main")).isEmpty();
        save(Map.of());
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(visitor.page().expectFirst(".msg.bad").text()).contains("申报已于");
        assertThat(filings.form(school).filing()).isNull();
    }

    @Test
    void mendsReturnedRowsAndNoOthers() throws Exception {
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        decisions.decide(
                officer,
                school.unitId(),
                Step.RETURN,
                List.of(pick("3.2")),
                "请核实举办方投入",
                Set.of(Cell.SPONSOR));
        var template = template();
        assertThat(template.value("3.2", "省厅审核情况")).isEqualTo("退回修改：请核实举办方投入");
        upload(template.type("3.2", "举办方投入", 0).write());
        save(Map.of());
        assertThat(stored("3.2").values().plain(Cell.SPONSOR)).isEqualTo("0");
        assertThat(stored("3.2").stage()).isEqualTo(Stage.RETURNED);
        visitor.get(PAGE);
        upload(template().type("1", "学校自筹", 9).write());
        assertThat(visitor.page().expectFirst(".import-list").text()).contains("1 现在是“待审核”，不能修改。");
    }

    @Test
    void refusesOtherKindsOfFilesInWords() throws Exception {
        var words =
                Map.of(
                        "", "还没有选择文件",
                        "序号,工作任务", "这不是 .xlsx 文件",
                        "\u00d0\u00cf\u0011\u00e0....", "这是旧版 .xls 文件，或设了打开密码",
                        "PK\u0003\u0004junk", "文件打不开");
        for (var one : words.entrySet()) {
            send(one.getKey().getBytes(StandardCharsets.ISO_8859_1));
            if (one.getKey().startsWith("序")) {
                send(one.getKey().getBytes(StandardCharsets.UTF_8));
            }
            assertThat(visitor.status()).isEqualTo(422);
            assertThat(visitor.page().expectFirst(".msg.bad").text())
                    .startsWith(one.getValue())
                    .endsWith("还没有保存任何内容。");
        }
        visitor.get("/school/workbook");
        var export = visitor.response().getContentAsByteArray();
        visitor.get(PAGE);
        send(export);
        assertThat(visitor.page().expectFirst(".msg.bad").text()).startsWith("表里没有找到这些列");
    }

    @Test
    void refusesAFileOfAnotherSchoolOrProvince() throws Exception {
        for (var province : List.of(World.PROVINCE, World.OTHER_PROVINCE)) {
            var stranger = world.visit(mvc, world.school(province));
            stranger.get(TEMPLATE);
            send(stranger.response().getContentAsByteArray());
            assertThat(visitor.status()).isEqualTo(422);
            assertThat(visitor.page().expectFirst(".msg.bad").text())
                    .contains(province.equals(World.PROVINCE) ? "另一所学校" : "另一个省", "请换成本校的文件");
        }
    }

    @Test
    void hidesAnUploadFromOtherSchools() throws Exception {
        upload(template().tick("1", null, 1, 2, 3, 4).write());
        var url = visitor.page().expectFirst("form[action$=saving]").attr("action");
        var stranger = world.visit(mvc, world.school(World.PROVINCE));
        stranger.get(PAGE);
        stranger.post(url, Map.of("seen", "x"));
        assertThat(stranger.status()).isEqualTo(404);
        stranger.get(url.replace("/saving", ""));
        assertThat(stranger.status()).isEqualTo(404);
        stranger.get(url.replace("saving", "faults"));
        assertThat(stranger.status()).isEqualTo(404);
    }

    @Test
    void keepsAnUploadUntilItIsDiscarded() throws Exception {
        upload(template().tick("1", null, 1, 2, 3, 4).write());
        var url = visitor.page().expectFirst("form[action$=saving]").attr("action");
        assertThat(visitor.get(PAGE).select("a[href^=" + PAGE + "/]")).hasSize(1);
        visitor.post(url.replace("saving", "discard"), Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(visitor.get(PAGE).select("a[href^=" + PAGE + "/]")).isEmpty();
        assertThat(filings.form(school).filing()).isNull();
    }

    @Test
    void refusesThoseWhoMayOnlyRead() throws Exception {
        var file = template().tick("1", null, 1, 2, 3, 4).write();
        upload(file);
        var url = visitor.page().expectFirst("form[action$=saving]").attr("action");
        var seen = visitor.page().expectFirst("[name=seen]").val();
        world.makeViewer(school);
        assertThat(visitor.get(PAGE).select("input[type=file]")).isEmpty();
        visitor.post(url, Map.of("seen", seen));
        assertThat(visitor.status()).isEqualTo(403);
        send(file);
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(filings.form(school).filing()).isNull();
    }

    private Books template() throws Exception {
        visitor.get(TEMPLATE);
        var file = Books.read(visitor.response().getContentAsByteArray());
        visitor.get(PAGE);
        return file;
    }

    private void upload(byte[] file) throws Exception {
        send(file);
        assertThat(visitor.location()).startsWith(PAGE + "/");
        visitor.get(visitor.location());
    }

    private void send(byte[] file) throws Exception {
        var token = visitor.get(PAGE).expectFirst("[name=_csrf]").val();
        visitor.send(
                MockMvcRequestBuilders.multipart(PAGE)
                        .file(new MockMultipartFile("file", "填报表.xlsx", null, file))
                        .param("_csrf", token));
    }

    /** Presses 保存, or sends what it would send where there is none. */
    private void save(Map<String, String> choices) throws Exception {
        var form = visitor.page().expectFirst("form[action$=saving]");
        var fields = new HashMap<String, @Nullable String>(choices);
        fields.put("seen", form.expectFirst("[name=seen]").val());
        visitor.post(form.attr("action"), fields);
    }

    private void change(String no, String... cells) {
        filings.save(school, List.of(Typing.row(no, stored(no).version(), cells)), null);
    }

    private Undertaking stored(String no) {
        var form = filings.form(school);
        return form.row(
                form.items().stream()
                        .filter(item -> item.no().equals(no))
                        .findFirst()
                        .orElseThrow());
    }

    private Pick pick(String no) {
        return new Pick(stored(no).id(), stored(no).version());
    }

    private Map<Long, Undertaking> rows() {
        return Objects.requireNonNull(filings.form(school).filing()).rows();
    }
}
