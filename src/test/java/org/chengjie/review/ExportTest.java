package org.chengjie.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Typing;
import org.chengjie.job.Jobs;
import org.chengjie.job.State;
import org.chengjie.job.Worker;
import org.chengjie.shared.Actor;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workbooks of the lists hold the numbers of the screen (spec R4, P6, F11). */
@PageTest
class ExportTest {

    private static final int HEAD = 3;

    @Autowired private World world;
    @Autowired private Filings filings;
    @Autowired private Decisions decisions;
    @Autowired private Rows rows;
    @Autowired private PickedRows picked;
    @Autowired private Schools schools;
    @Autowired private Jobs jobs;
    @Autowired private Worker worker;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor first;

    @BeforeEach
    void submit() {
        officer = world.officer(World.PROVINCE, "周敏");
        world.open(officer);
        first = world.school(World.PROVINCE);
        var second = world.school(World.PROVINCE);
        filings.submit(first, Typing.manual(), Typing.CONTACT);
        filings.submit(second, Typing.manual(), Typing.CONTACT);
        jdbc.sql("update organisation.unit set name = '=1+1', city = '大同市' where id = :id")
                .param("id", second.unitId())
                .update();
        var one =
                picked.inView(
                        officer.reach(), RowFilter.parse("item=3.2"), Set.of(Stage.SUBMITTED));
        decisions.decide(
                officer,
                first.unitId(),
                Step.APPROVE,
                List.of(one.getFirst().pick()),
                "",
                Set.of());
        var neighbour = world.school(World.OTHER_PROVINCE);
        world.open(world.officer(World.OTHER_PROVINCE, "邻省"));
        filings.submit(neighbour, Typing.manual(), Typing.CONTACT);
    }

    @Test
    void writesEveryRowInViewAndTheirSum() throws IOException {
        var sheet = rows("", 0);
        var totals = rows.totals(officer.reach(), RowFilter.ALL, null);
        assertThat(texts(sheet.get(0))).startsWith("山西省审核明细");
        assertThat(texts(sheet.get(1))).startsWith("范围：全部");
        assertThat(texts(sheet.get(2))).startsWith("读取时间：2020-11-02 10:00:00　金额单位：万元");
        assertThat(texts(sheet.get(HEAD))).startsWith("学校标识码", "学校", "类型", "市", "条目");
        assertThat(sheet).hasSize(HEAD + 1 + totals.rows() + 1);
        var sum = sheet.getLast();
        assertThat(texts(sum)).startsWith("合计", "2 所");
        assertThat(number(sum, 6)).isEqualByComparingTo(String.valueOf(totals.quantity()));
        assertThat(number(sum, 8)).isEqualByComparingTo(totals.funds().total().wan());
        assertThat(number(sum, 9)).isEqualByComparingTo(totals.funds().selfRaised().wan());
        assertThat(number(sum, 12)).isEqualByComparingTo(totals.funds().local().wan());
        var lines = sheet.subList(HEAD + 1, sheet.size() - 1);
        assertThat(lines.stream().map(line -> number(line, 8)).reduce(BigDecimal::add))
                .hasValueSatisfying(total ->
                        assertThat(total).isEqualByComparingTo(totals.funds().total().wan()));
    }

    @Test
    void writesCodesAsTextAndNeverAFormula() throws IOException {
        var sheet = rows("", 0);
        var line = sheet.get(HEAD + 1);
        assertThat(line.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(line.getCell(4).getType()).isEqualTo(CellType.STRING);
        assertThat(line.getCell(8).getType()).isEqualTo(CellType.NUMBER);
        var named = sheet.get(HEAD + 6).getCell(1);
        assertThat(named.getType()).isEqualTo(CellType.STRING);
        assertThat(named.getText()).isEqualTo("=1+1");
    }

    @Test
    void sumsBySchoolByItemAndByCity() throws IOException {
        var totals = rows.totals(officer.reach(), RowFilter.ALL, null);
        var bySchool = rows("", 1);
        assertThat(bySchool).hasSize(HEAD + 1 + 2 + 1);
        assertThat(texts(bySchool.get(HEAD + 1)).subList(4, 14))
                .containsExactly("1", "5", "4", "1", "57", "17", "15", "11", "14", "11");
        var byItem = rows("", 2);
        assertThat(byItem).hasSize(HEAD + 1 + 5 + 1);
        assertThat(texts(byItem.get(HEAD + 4)).subList(0, 3))
                .containsExactly("3.2", "培育遴选100个左右名班主任工作室", "4");
        var byCity = rows("", 3);
        assertThat(texts(byCity.get(HEAD + 1))).startsWith("大同市", "1", "5", "5", "0", "57");
        for (var sheet : List.of(bySchool, byItem, byCity)) {
            assertThat(texts(sheet.getLast()))
                    .startsWith("合计")
                    .contains(totals.funds().total().plain(), String.valueOf(totals.rows()));
        }
    }

    @Test
    void exportsOnlyWhatIsInView() throws IOException {
        var sheet = rows("item=3.2&stage=APPROVED", 0);
        assertThat(sheet).hasSize(HEAD + 2 + 1);
        assertThat(texts(sheet.get(1))).startsWith("范围：条目：3.2；审核情况：通过");
        assertThat(texts(rows("school=" + first.unitId(), 3).get(HEAD + 1))).startsWith("太原市");
    }

    @Test
    void exportsTheSchoolsInView() throws IOException {
        var totals = schools.totals(officer.reach(), SchoolFilter.ALL, null);
        long job =
                jobs.ask(
                        officer,
                        SchoolsExport.KIND,
                        "导出",
                        "/province/schools",
                        new SchoolsExport.Asked("", SchoolOrder.STANDING));
        var sheet = read(job, 0);
        assertThat(sheet).hasSize(HEAD + 1 + totals.schools() + 1);
        var sum = sheet.getLast();
        assertThat(texts(sum)).startsWith("合计", totals.schools() + " 所");
        assertThat(number(sum, 6)).isEqualByComparingTo(String.valueOf(totals.rows()));
        assertThat(number(sum, 7)).isEqualByComparingTo(totals.funds().total().wan());
        assertThat(number(sum, 12)).isEqualByComparingTo(totals.approvedFunds().total().wan());
        assertThat(number(sum, 13)).isEqualByComparingTo(String.valueOf(totals.waiting()));
    }

    private List<Row> rows(String filter, int sheet) throws IOException {
        long job =
                jobs.ask(
                        officer,
                        RowsExport.KIND,
                        "导出",
                        "/province/rows",
                        new RowsExport.Asked(filter, RowOrder.SCHOOL));
        return read(job, sheet);
    }

    private List<Row> read(long job, int sheet) throws IOException {
        worker.run(job);
        var done = jobs.find(officer, job);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(done.total()).isPositive();
        var file = jobs.fetch(officer, job);
        assertThat(file.name()).contains("山西省-2020-11-02.xlsx");
        try (var book = new ReadableWorkbook(file.content().getInputStream())) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount()).mapToObj(row::getCellText).toList();
    }

    private static BigDecimal number(Row row, int cell) {
        return row.getCellAsNumber(cell).orElseThrow();
    }
}
