package org.chengjie.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Notes;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** 负责人 of a row, as the form's script and a browser without script write it (spec F7, X2). */
@PageTest
class NotePageTest {

    private static final String PAGE = "/school/notes/3.1";
    private static final String FORM = "/school/undertakings";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Notes notes;
    @Autowired private JsonMapper json;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;
    private Actor colleague;
    private Visitor visitor;
    private Visitor other;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        school = world.school(World.PROVINCE);
        colleague = world.colleague(school, "张伟", Role.REVIEWER);
        visitor = world.visit(mvc, school);
        other = world.visit(mvc, colleague);
        visitor.get(PAGE);
        other.get(PAGE);
    }

    @Test
    void writesOnAPageOfItsOwnWithoutScriptAndShowsItBesideTheRow() throws Exception {
        visitor.submit(PAGE, Map.of("text", "  张伟、\n教务处 "));
        assertThat(visitor.location()).isEqualTo(FORM + "#r3.1");
        var beside = beside(visitor.get(FORM));
        assertThat(beside.text()).isEqualTo("张伟、 教务处");
        assertThat(beside.attr("aria-label")).isEqualTo("3.1 负责人：张伟、 教务处");
        assertThat(visitor.get(PAGE).expectFirst("#text").val()).isEqualTo("张伟、 教务处");
        var trail =
                jdbc.sql(
                                "select actor || changes::text as told from audit.entry where action = '写负责人' and subject_path = :path")
                        .param("path", school.path())
                        .query((row, n) -> row.getString("told"))
                        .list();
        assertThat(trail).singleElement().asString().contains("李敏", "3.1 负责人", "张伟、 教务处");
    }

    @Test
    void tellsTheSecondOfTwoWritersWithBothTextsAndLeavesTheChoice() throws Exception {
        visitor.submit(PAGE, Map.of("text", "李敏"));
        var told = other.submit(PAGE, Map.of("text", "张伟"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(told.expectFirst(".msg[role=alert]").text())
                .contains("3.1 负责人已被李敏于 ", "您写的 张伟", "李敏写的 李敏");
        assertThat(written()).isEqualTo("李敏");
        other.submit(PAGE, Map.of());
        assertThat(other.location()).isEqualTo(FORM + "#r3.1");
        assertThat(written()).isEqualTo("张伟");
    }

    @Test
    void answersTheScriptWithWhatStandsNow() throws Exception {
        post(visitor, "李敏", 0);
        assertThat(visitor.status()).isEqualTo(200);
        var kept = answer(visitor);
        assertThat(kept.text()).isEqualTo("李敏");
        assertThat(kept.by()).isEqualTo("李敏");
        assertThat(kept.at()).matches("\\d\\d:\\d\\d:\\d\\d");
        post(other, "张伟", 0);
        assertThat(other.status()).isEqualTo(409);
        assertThat(answer(other)).isEqualTo(kept);
        post(other, "李敏", 0);
        assertThat(other.status()).as("both wrote the same").isEqualTo(200);
        post(other, "", kept.version());
        assertThat(other.status()).isEqualTo(200);
        assertThat(written()).isEmpty();
        post(visitor, "王芳", kept.version());
        assertThat(visitor.status()).as("it has been emptied meanwhile").isEqualTo(409);
        post(visitor, "王芳", answer(visitor).version());
        assertThat(written()).isEqualTo("王芳");
    }

    @Test
    void keepsWhatWasTypedWhereItIsTooLong() throws Exception {
        var page = visitor.submit(PAGE, Map.of("text", "长".repeat(51)));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#text-h").text()).isEqualTo("负责人最多 50 字，现在是 51 字。");
        assertThat(page.expectFirst("#text").val()).hasSize(51);
        post(visitor, "长".repeat(51), 0);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.response().getContentAsString()).contains("现在是 51 字");
        visitor.get(PAGE);
        visitor.submit(PAGE, Map.of("text", "𠮷".repeat(50)));
        assertThat(visitor.status()).isEqualTo(303);
    }

    @Test
    void needsNoOpenWindowAndMakesNoFiling() throws Exception {
        world.setDays(officer, 1, 2, 3);
        visitor.submit(PAGE, Map.of("text", "李敏"));
        assertThat(beside(visitor.get(FORM)).text()).isEqualTo("李敏");
        assertThat(
                        jdbc.sql("select count(*) from filing.filing where school_id = :school")
                                .param("school", school.unitId())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void letsWhoeverOnlyReadsReadIt() throws Exception {
        visitor.submit(PAGE, Map.of("text", "李敏"));
        var reader = world.visit(mvc, world.colleague(school, "何静", Role.VIEWER));
        var row = reader.get(FORM).expectFirst("#r3\\.1");
        assertThat(row.expectFirst(".row-note").text()).isEqualTo("李敏");
        assertThat(row.select("a.row-note")).isEmpty();
        assertThat(reader.get(FORM).select("#r3\\.2 .row-note")).isEmpty();
        assertThat(reader.get(PAGE).select("main button")).isEmpty();
        post(reader, "何静", 0);
        assertThat(reader.status()).isEqualTo(403);
        assertThat(written()).isEqualTo("李敏");
    }

    @Test
    void standsInThePreviewAndTheSchoolsWorkbookButInNothingOfTheProvince() throws Exception {
        assertThat(visitor.get("/school/preview").text()).doesNotContain("负责人");
        visitor.get(PAGE);
        visitor.submit(PAGE, Map.of("text", "不外传的人"));
        post(visitor, "on-3.1");
        assertThat(visitor.get("/school/preview").select("td.charge").eachText()).contains("不外传的人");
        assertThat(notes.of(officer)).isEmpty();
        var province = world.visit(mvc, officer);
        assertThat(province.get("/province/schools/" + school.unitId()).text())
                .contains(school.unitName())
                .doesNotContain("不外传的人");
        province.get("/school/notes/3.1");
        assertThat(province.status()).isEqualTo(404);
        assertThatThrownBy(() -> notes.write(officer, notes.item("3.1"), "某人", 0))
                .hasMessageContaining("只能查看");
    }

    @Test
    void keepsSchoolsApart() throws Exception {
        visitor.submit(PAGE, Map.of("text", "李敏"));
        var foreign = world.visit(mvc, world.school(World.PROVINCE));
        assertThat(foreign.get(PAGE).expectFirst("#text").val()).isEmpty();
        assertThat(beside(foreign.get(FORM)).text()).isEmpty();
        foreign.get(PAGE);
        foreign.submit(PAGE, Map.of("text", "邻校"));
        assertThat(written()).isEqualTo("李敏");
    }

    @Test
    void refusesItemsThatNoSchoolUndertakes() throws Exception {
        for (var no : List.of("999", "x", "3")) {
            visitor.get("/school/notes/" + no);
            assertThat(visitor.status()).as(no).isEqualTo(404);
        }
    }

    private static Element beside(Document form) {
        return form.expectFirst("#r3\\.1 .row-note");
    }

    private String written() {
        return notes.of(school, notes.item("3.1")).text();
    }

    private static void post(Visitor visitor, String text, long version) throws Exception {
        visitor.get("/account/password");
        visitor.postJson(
                PAGE, new HashMap<>(Map.of("text", text, "version", String.valueOf(version))));
    }

    /** Saves a row that is ticked, so that the preview has one to show. */
    private static void post(Visitor visitor, String tick) throws Exception {
        visitor.get(FORM);
        visitor.press("#filing", FORM, new HashMap<>(Map.of(tick, "1")));
    }

    private NoteAnswer answer(Visitor visitor) throws Exception {
        return json.readValue(visitor.response().getContentAsString(), NoteAnswer.class);
    }
}
