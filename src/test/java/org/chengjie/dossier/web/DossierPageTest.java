package org.chengjie.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.job.JobFile;
import org.chengjie.job.Jobs;
import org.chengjie.job.Worker;
import org.chengjie.review.PickedRows;
import org.chengjie.review.RowFilter;
import org.chengjie.shared.Actor;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 整校档案: all of one school, for itself and for its province (spec X1, X2). */
@PageTest
class DossierPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private PickedRows picked;
    @Autowired private Jobs jobs;
    @Autowired private Worker worker;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void submitsAndIsReturned() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        school = world.school(World.PROVINCE);
        filings.submit(school, Typing.manual(), Typing.CONTACT);
        var row =
                picked.inView(
                        officer.reach(),
                        RowFilter.parse("item=3.2&school=" + school.unitId()),
                        Set.of(Stage.SUBMITTED));
        decisions.decide(
                officer,
                school.unitId(),
                Step.RETURN,
                List.of(row.getFirst().pick()),
                "=HYPERLINK(\"http://a\")数量偏大",
                Set.of());
    }

    @Test
    void holdsEverySheetForTheProvince() throws Exception {
        var file = file(officer, "/province/schools/" + school.unitId());
        assertThat(file.name())
                .startsWith("整校档案-" + school.unitName() + "-" + school.unitCode())
                .endsWith(".xlsx");
        assertThat(names(file)).containsExactly("承接任务", "提交和回执", "审核经过", "审核进度", "联系人", "操作记录");
        assertThat(sheet(file, 0))
                .contains("3.2")
                .contains("退回修改")
                .contains("合计|5 条")
                .contains("57");
        assertThat(sheet(file, 1)).contains("校验码").contains("3.3");
        assertThat(sheet(file, 2))
                .contains("提交|李敏|未提交|待审核")
                .contains("退回修改|周敏|待审核|退回修改|=HYPERLINK(\"http://a\")数量偏大")
                .contains("承接数量：（空） → 2");
        assertThat(sheet(file, 3)).contains("待审核|4").contains("退回修改|1").contains("合计|5|57");
        assertThat(sheet(file, 4)).contains(school.unitName() + "平台管理联系人").contains("李敏");
        assertThat(sheet(file, 5)).contains("|提交|成功|").contains("数量偏大");
    }

    @Test
    void givesTheSchoolItsOwn() throws Exception {
        var file = file(school, "/school/audit");
        assertThat(sheet(file, 0)).contains("3.2");
        assertThat(sheet(file, 5)).contains("导出整校档案").contains("退回修改");
    }

    @Test
    void holdsNothingOfAnotherSchool() throws Exception {
        var other = world.school(World.PROVINCE);
        filings.submit(other, Typing.manual(), Typing.CONTACT);
        var file = file(officer, "/province/schools/" + school.unitId());
        for (int i = 0; i < 6; i++) {
            assertThat(sheet(file, i)).doesNotContain(other.unitCode());
        }
    }

    @Test
    void keepsCodesAndFormulasAsText() throws Exception {
        jdbc.sql("update organisation.unit set name = '=1+1' where id = :id")
                .param("id", school.unitId())
                .update();
        var file = file(officer, "/province/schools/" + school.unitId());
        try (var book = new ReadableWorkbook(file.content().getInputStream())) {
            assertThat(book.getSheets().flatMap(DossierPageTest::rows))
                    .allSatisfy(row ->
                            assertThat(row.stream().filter(cell -> cell != null))
                                    .allMatch(cell -> cell.getFormula() == null));
        }
    }

    @Test
    void isToldInTheTrail() throws Exception {
        file(officer, "/province/schools/" + school.unitId());
        assertThat(world.visit(mvc, school).get("/school/audit").select("tbody").text())
                .contains("导出整校档案")
                .contains("周敏");
    }

    @Test
    void givesNothingOutOfReach() throws Exception {
        var other = world.school(World.OTHER_PROVINCE);
        var visitor = world.visit(mvc, officer);
        visitor.get("/province/audit");
        visitor.post("/province/schools/" + other.unitId() + "/dossier", Map.of());
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void isThereForASchoolThatHasFiledNothing() throws Exception {
        var empty = world.school(World.PROVINCE);
        var file = file(empty, "/school/audit");
        assertThat(sheet(file, 0)).contains("合计|0 条");
    }

    private JobFile file(Actor reader, String page) throws Exception {
        var visitor = world.visit(mvc, reader);
        var shown = visitor.get(page);
        visitor.submit(shown.expectFirst("form#dossier").attr("action"), Map.of());
        return made(reader, visitor);
    }

    private JobFile made(Actor reader, Visitor visitor) {
        assertThat(visitor.location()).startsWith("/jobs/");
        long job = Long.parseLong(visitor.location().replaceAll(".*/", ""));
        worker.run(job);
        return jobs.fetch(reader, job);
    }

    private static List<String> names(JobFile file) throws Exception {
        try (var book = new ReadableWorkbook(file.content().getInputStream())) {
            return book.getSheets().map(sheet -> sheet.getName()).toList();
        }
    }

    /** A line a row, its cells parted by bars. */
    private static String sheet(JobFile file, int number) throws Exception {
        try (var book = new ReadableWorkbook(file.content().getInputStream())) {
            return String.join(
                    "\n",
                    book.getSheet(number).orElseThrow().read().stream()
                            .map(DossierPageTest::line)
                            .toList());
        }
    }

    private static String line(Row row) {
        return String.join(
                "|", IntStream.range(0, row.getCellCount()).mapToObj(row::getCellText).toList());
    }

    private static java.util.stream.Stream<Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) {
        try {
            return sheet.read().stream();
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
