package org.chengjie.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.job.Jobs;
import org.chengjie.job.Worker;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 操作记录: each tier reads what was done in its reach, and no more (spec X1, X2). */
@PageTest
class AuditPageTest {

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private Jobs jobs;
    @Autowired private Worker worker;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;

    @BeforeEach
    void aSchoolAndItsProvince() {
        officer = world.officer(World.PROVINCE, "周敏");
        school = world.school(World.PROVINCE);
    }

    @Test
    void showsTheSchoolWhatChangedAndWhy() throws Exception {
        tell(officer, school, "退回修改", "数量偏大", new Change("3.2 承接数量", "2", ""));
        var row = visit(school).get("/school/audit").expectFirst("tbody tr");
        assertThat(row.text()).contains("周敏", "退回修改", "数量偏大", "3.2 承接数量 2", "（空）");
    }

    @Test
    void showsASchoolNothingOfAnother() throws Exception {
        var other = world.school(World.PROVINCE);
        tell(other, other, "保存", "别校的事");
        assertThat(visit(school).get("/school/audit").text())
                .doesNotContain("别校的事")
                .contains("还没有操作记录");
        assertThat(visit(officer).get("/province/audit").text()).contains("别校的事");
    }

    @Test
    void showsAProvinceNothingOfAnother() throws Exception {
        var other = world.school(World.OTHER_PROVINCE);
        tell(other, other, "保存", "外省的事");
        assertThat(visit(officer).get("/province/audit").text()).doesNotContain("外省的事");
        assertThat(visit(world.ministry()).get("/ministry/audit").text()).contains("外省的事");
    }

    @Test
    void showsACityItsOwnSchoolsOnly() throws Exception {
        var city = world.city(World.PROVINCE, "丙市");
        var mine = world.schoolOf(city, Kind.SECONDARY);
        tell(mine, mine, "保存", "本市的事");
        tell(school, school, "保存", "别市的事");
        assertThat(visit(city).get("/city/audit").text()).contains("本市的事").doesNotContain("别市的事");
    }

    @Test
    void keepsFromTheSchoolWhatTheCityToldTheProvince() throws Exception {
        tell(world.city(World.PROVINCE, "丙市"), school, "市级初审：建议通过", "市里的话");
        assertThat(visit(school).get("/school/audit").text()).doesNotContain("市里的话");
        assertThat(visit(officer).get("/province/audit").text()).contains("市里的话");
    }

    @Test
    void keepsFromTheSchoolWhereItsSuperiorsWork() throws Exception {
        tell(officer, school, "通过", "");
        assertThat(visit(school).get("/school/audit").text()).doesNotContain("127.0.0.1");
        assertThat(visit(officer).get("/province/audit").text()).contains("127.0.0.1");
    }

    @Test
    void masksMobileNumbers() throws Exception {
        tell(school, school, "保存", "", new Change("联系", "13800010001", "13900020002"));
        assertThat(visit(officer).get("/province/audit").text())
                .contains("138****0001", "139****0002")
                .doesNotContain("13800010001");
    }

    @Test
    void staysWithASchoolThatWasMovedToAnotherCity() throws Exception {
        tell(school, school, "保存", "搬家前");
        var city = world.city(World.PROVINCE, "丙市");
        jdbc.sql("update organisation.unit set path = :path, parent_id = :city where id = :id")
                .param("path", city.path() + school.unitId() + "/")
                .param("city", city.unitId())
                .param("id", school.unitId())
                .update();
        assertThat(visit(school).get("/school/audit").text()).contains("搬家前");
    }

    @Test
    void filtersByEachOfItsFields() throws Exception {
        tell(officer, school, "退回修改", "甲", new Change("3.2 承接数量", "1", "2"));
        tell(school, school, "保存", "乙", new Change("14 学校自筹", "1", "2"));
        var visitor = visit(officer);
        for (var query :
                List.of("who=周敏", "action=退回", "field=3.2", "subject=" + school.unitCode())) {
            assertThat(visitor.get("/province/audit?" + query).text()).as(query).contains("甲");
        }
        for (var query : List.of("who=周敏", "action=退回", "field=3.2")) {
            assertThat(visitor.get("/province/audit?" + query).select("tbody").text())
                    .as(query)
                    .doesNotContain("乙");
        }
        assertThat(visitor.get("/province/audit?from=2020-11-03").select("tbody").text())
                .doesNotContain("甲");
        assertThat(visitor.get("/province/audit?from=2020-11-02&to=2020-11-02").text())
                .contains("甲");
        assertThat(visitor.get("/province/audit?subject=没有").text()).contains("没有符合条件的记录");
        assertThat(visitor.get("/province/audit?from=昨天&older=x").text()).contains("甲");
    }

    @Test
    void filtersByWhatCameOfIt() throws Exception {
        tell(school, school, "保存", "办成的");
        tell(school, school, "登录失败", "没有成功的");
        tell(school, school, "被拒绝", "不许的");
        var visitor = visit(officer);
        assertThat(visitor.get("/province/audit?result=DONE").select("tbody").text())
                .contains("办成的")
                .doesNotContain("没有成功的", "不许的");
        assertThat(visitor.get("/province/audit?result=FAILED").select("tbody").text())
                .contains("没有成功的")
                .doesNotContain("办成的", "不许的");
        assertThat(visitor.get("/province/audit?result=REFUSED").select("tbody").text())
                .contains("不许的")
                .doesNotContain("办成的", "没有成功的");
        assertThat(visitor.get("/province/audit?result=X").text()).contains("办成的", "不许的");
    }

    @Test
    void leadsThroughThePagesAndBack() throws Exception {
        for (int i = 100; i < 160; i++) {
            tell(school, school, "保存", "第" + i + "次");
        }
        var visitor = visit(school);
        var first = visitor.get("/school/audit");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("[rel=prev]")).isEmpty();
        var second = visitor.get(first.expectFirst("[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("[rel=next]")).isEmpty();
        var back = visitor.get(second.expectFirst("[rel=prev]").attr("href"));
        assertThat(back.select("tbody").text()).isEqualTo(first.select("tbody").text());
        assertThat(back.select("[rel=prev]")).isEmpty();
    }

    @Test
    void tellsOfWhatWasRefused() throws Exception {
        var visitor = visit(school);
        visitor.get("/province/rows?item=3.2");
        assertThat(visitor.status()).isEqualTo(404);
        var row = visit(officer).get("/province/audit?action=被拒绝").expectFirst("tbody tr");
        assertThat(row.text())
                .contains(school.unitCode(), "打开 /province/rows", "不在您的辖区")
                .doesNotContain("item");
    }

    @Test
    void exportsWhatIsInView() throws Exception {
        tell(officer, school, "退回修改", "要写进表的原因", new Change("3.2 承接数量", "1", "2"));
        tell(school, school, "保存", "不在视图里");
        var visitor = visit(officer);
        visitor.get("/province/audit?action=退回");
        visitor.submit("/province/audit/export", Map.of());
        long job = Long.parseLong(visitor.location().replaceAll(".*/", ""));
        worker.run(job);
        var text = text(jobs.fetch(officer, job).content().getInputStream().readAllBytes());
        assertThat(text).contains("要写进表的原因", "3.2 承接数量：1 → 2", "操作含“退回”");
        assertThat(text).doesNotContain("不在视图里");
        assertThat(visitor.get("/province/audit").text()).contains("导出操作记录");
    }

    private Visitor visit(Actor actor) {
        return world.visit(mvc, actor);
    }

    private void tell(Actor by, Actor at, String action, String reason, Change... changes) {
        events.publishEvent(
                new Auditable(by, action, at.unitName(), at.path(), reason, List.of(changes)));
    }

    private static String text(byte[] file) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read().stream()
                    .flatMap(Row::stream)
                    .filter(Objects::nonNull)
                    .map(Cell::getRawValue)
                    .collect(Collectors.joining("\n"));
        }
    }
}
