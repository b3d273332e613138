package org.chengjie.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Typing;
import org.chengjie.organisation.City;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 院校名册 as an officer sees and changes it (spec P1, A2, R6). */
@PageTest
class RegisterPageTest {

    private static final String LIST = "/province/register";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Register register;
    @Autowired private Filings filings;
    @Autowired private JdbcClient jdbc;

    private Actor officer;
    private Actor school;
    private Visitor visitor;
    private String page;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        school = world.school(World.PROVINCE);
        visitor = world.visit(mvc, officer);
        page = LIST + "/" + school.unitId();
        visitor.get(LIST);
        visitor.post(LIST + "/cities", Map.of("code", "149901", "name", "甲市"));
        visitor.get(page);
    }

    @Test
    void addsASchoolUnderItsCity() throws Exception {
        add(
                Map.of(
                        "code",
                        " ９９１４７７０００１ ",
                        "name",
                        "甲市职业中专",
                        "kind",
                        "中职学校",
                        "city",
                        "甲市",
                        "affiliation",
                        "市属"));
        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.get(visitor.location()).expectFirst(".msg.ok").text())
                .startsWith("已添加。");
        var added = byCode("9914770001");
        assertThat(added.path()).startsWith(officer.path() + city().id() + "/");
        assertThat(audited("添加学校")).isEqualTo(1);
    }

    @Test
    void keepsWhatWasTypedBesideEachFault() throws Exception {
        var answer =
                add(
                        Map.of(
                                "code", school.unitCode(),
                                "name", "长".repeat(61),
                                "kind", "大学",
                                "city", "乌有市",
                                "affiliation", "市属"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(answer.select("#add .err").eachText())
                .containsExactly(
                        "这个标识码已属于“" + school.unitName() + "”。",
                        "名称最多 60 字，现在是 61 字。",
                        "应为中职学校、专科高职院校、本科高职院校、其他主体之一，现在是“大学”。",
                        "本省名册里没有“乌有市”。请从列表里选；确有这个市，请先在名册页添加。");
        assertThat(answer.expectFirst("#add [name=code]").val()).isEqualTo(school.unitCode());
    }

    @Test
    void doesNotSayWhoseACodeOfAnotherProvinceIs() throws Exception {
        var other = world.school(World.OTHER_PROVINCE);
        var answer =
                add(
                        Map.of(
                                "code",
                                other.unitCode(),
                                "name",
                                "甲",
                                "kind",
                                "中职学校",
                                "affiliation",
                                "省属"));
        assertThat(answer.select("#add .err").text()).startsWith("这个标识码已登记在其他地区");
        assertThat(answer.text()).doesNotContain(other.unitName());
    }

    @Test
    void asksForACityWhereASchoolIsTheCitys() throws Exception {
        var answer =
                add(
                        Map.of(
                                "code",
                                "9914770002",
                                "name",
                                "甲",
                                "kind",
                                "中职学校",
                                "city",
                                "",
                                "affiliation",
                                "市属"));
        assertThat(answer.select("#add .err").eachText()).containsExactly("市属学校要选所在的市。");
    }

    @Test
    void renamesAndFindsByTheFormerName() throws Exception {
        change(Map.of("name", "山西新名职业学院"));
        assertThat(visitor.location()).isEqualTo(page + "?saved=true");
        var list = visitor.get(LIST + "?words=" + school.unitName());
        assertThat(list.select(".register tbody th").text())
                .contains("山西新名职业学院", "曾用名：" + school.unitName());
        assertThat(visitor.get(LIST + "?words=没有这所").select(".register tbody tr")).isEmpty();
    }

    @Test
    void refusesAChangeMadeFromAnOlderState() throws Exception {
        visitor.get(page);
        jdbc.sql("update organisation.unit set version = version + 1 where id = :id")
                .param("id", school.unitId())
                .update();
        var answer = change(Map.of("name", "新名"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(answer.select(".msg.bad").text()).startsWith("名册刚被同事改动过");
        assertThat(answer.expectFirst("[name=name]").val()).isEqualTo("新名");
    }

    @Test
    void takesRowsAlongToTheCity() throws Exception {
        world.openNow(officer);
        var today = World.at(school, java.time.Instant.now());
        filings.submit(today, Typing.manual(), Typing.CONTACT);
        change(Map.of("city", "甲市", "affiliation", "市属"));
        var path = byCode(school.unitCode()).path();
        assertThat(path).isEqualTo(officer.path() + city().id() + "/" + school.unitId() + "/");
        for (var table : List.of("filing.filing", "filing.undertaking", "filing.move")) {
            assertThat(
                            jdbc.sql(
                                            "select distinct school_path from "
                                                    + table
                                                    + " where starts_with(school_path, :p) or school_path = :old")
                                    .param("p", path)
                                    .param("old", school.path())
                                    .query(String.class)
                                    .list())
                    .as(table)
                    .containsExactly(path);
        }
        assertThat(visitor.get("/province/schools/" + school.unitId()).select("tr[id]")).hasSize(5);
    }

    @Test
    void closesWithAReasonAndEndsSignIns() throws Exception {
        var schoolsBrowser = world.visit(mvc, school);
        assertThat(schoolsBrowser.get("/school/undertakings").title()).contains("承接任务");
        visitor.get(page);
        post("/closing", Map.of("reason", " "));
        assertThat(visitor.page().select(".msg.bad").text()).isEqualTo("要写明原因，学校登录时会看到。");
        post("/closing", Map.of("reason", "停办"));
        assertThat(visitor.get(visitor.location()).select(".msg.warn").text()).contains("撤销", "停办");
        schoolsBrowser.get("/school/undertakings");
        assertThat(schoolsBrowser.location()).isEqualTo("/");
        assertThat(visitor.get("/province/schools").text()).doesNotContain(school.unitCode());
        assertThat(visitor.get(LIST + "?words=" + school.unitCode()).select(".register tbody tr"))
                .isEmpty();
        assertThat(
                        visitor.get(LIST + "?closed=true&words=" + school.unitCode())
                                .select(".register tbody tr"))
                .hasSize(1);
        var filed = visitor.get("/province/schools/" + school.unitId());
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(filed.select(".msg.warn").text()).contains("撤销", "停办", "内容只供查看");
        assertThat(filed.select("[href*=extension], [href*=reminders?], [name=step], .release"))
                .isEmpty();
        assertThat(visitor.get(page).select("form[action=" + page + "], .pair")).isEmpty();
        post("/reopening", Map.of());
        assertThat(visitor.get(visitor.location()).select(".msg.ok").text())
                .isEqualTo("已恢复，重新计入名册和合计。");
        assertThat(byCode(school.unitCode()).closed()).isFalse();
    }

    @Test
    void addsAndRenamesACityWithItsSchools() throws Exception {
        change(Map.of("city", "甲市", "affiliation", "市属"));
        visitor.get(LIST);
        visitor.post(
                LIST + "/cities/" + city().id(),
                Map.of("version", String.valueOf(city().version()), "name", "乙市"));
        assertThat(byCode(school.unitCode()).city()).isEqualTo("乙市");
        visitor.get(LIST);
        visitor.post(LIST + "/cities", Map.of("code", "149901", "name", "丙市"));
        assertThat(visitor.page().select(".msg.bad").text()).startsWith("行政区划代码 149901 已经登记过");
    }

    @Test
    void refusesACityWithABadCodeOrATakenName() throws Exception {
        visitor.post(LIST + "/cities", Map.of("code", "14", "name", "丙市"));
        assertThat(visitor.page().select(".msg.bad").text()).startsWith("行政区划代码应为 6 位数字，现在是“14”。");
        visitor.post(LIST + "/cities", Map.of("code", "149902", "name", "甲市"));
        assertThat(visitor.page().select(".msg.bad").text()).startsWith("本省已有“甲市”，不能重名。");
    }

    @Test
    void letsNoViewerAndNoOtherProvinceChangeAnything() throws Exception {
        var other = world.visit(mvc, world.officer(World.OTHER_PROVINCE, "吴刚"));
        other.get(LIST);
        other.post(page, Map.of("name", "夺"));
        assertThat(other.status()).isEqualTo(404);
        world.makeViewer(officer);
        visitor.get(page);
        assertThat(visitor.page().select("main button")).isEmpty();
        visitor.post(page + "/closing", Map.of("version", "1", "reason", "x"));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(byCode(school.unitCode()).closed()).isFalse();
    }

    @Test
    void pagesThroughALongListBothWays() throws Exception {
        jdbc.sql(
                        """
                        insert into organisation.unit (parent_id, tier, code, name, kind, path)
                        select :p, 'SCHOOL', (9914600000 + n)::text, '翻页学校' || n, 'OTHER', :path || 'x' || n || '/'
                          from generate_series(1, 120) as n
                        """)
                .param("p", officer.unitId())
                .param("path", officer.path())
                .update();
        var first = visitor.get(LIST + "?words=翻页学校");
        assertThat(codes(first)).hasSize(50).startsWith("9914600001");
        var second = follow(link(first, "下一页"));
        assertThat(codes(second)).hasSize(50).startsWith("9914600051");
        var third = follow(link(second, "下一页"));
        assertThat(codes(third)).hasSize(20).startsWith("9914600101");
        assertThat(third.select(".pager a").eachText()).doesNotContain("下一页");
        assertThat(codes(follow(link(third, "上一页")))).isEqualTo(codes(second));
        assertThat(first.expectFirst(".seg a").text()).isEqualTo("全部 120");
    }

    private static List<String> codes(Document list) {
        return list.select(".register tbody tr").stream()
                .map(row -> row.expectFirst("td").text())
                .toList();
    }

    /** As it stands in the page: it is encoded already. */
    private Document follow(String href) throws Exception {
        return visitor.send(MockMvcRequestBuilders.get(URI.create(href)));
    }

    private static String link(Document list, String words) {
        return list.select(".pager a").stream()
                .filter(a -> a.text().equals(words))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private Document add(Map<String, String> fields) throws Exception {
        visitor.get(LIST);
        return visitor.post(LIST, new HashMap<>(fields));
    }

    private Document change(Map<String, String> fields) throws Exception {
        var now = byCode(school.unitCode());
        var sent = new HashMap<String, String>();
        sent.put("version", visitor.page().expectFirst("[name=version]").val());
        sent.put("name", now.name());
        sent.put("kind", "专科高职院校");
        sent.put("city", now.city());
        sent.put("affiliation", "省属");
        sent.putAll(fields);
        return visitor.post(page, new HashMap<>(sent));
    }

    private Document post(String what, Map<String, String> fields) throws Exception {
        var sent = new HashMap<String, String>(fields);
        sent.put("version", String.valueOf(byCode(school.unitCode()).version()));
        return visitor.post(page + what, new HashMap<>(sent));
    }

    private RegisterEntry byCode(String code) {
        var id =
                jdbc.sql("select id from organisation.unit where tier = 'SCHOOL' and code = :code")
                        .param("code", code)
                        .query(Long.class)
                        .single();
        return register.find(id, officer.reach());
    }

    private City city() {
        return register.cities(officer.unitId()).stream()
                .filter(city -> city.code().equals("149901"))
                .findFirst()
                .orElseThrow();
    }

    private long audited(String action) {
        return jdbc.sql(
                        "select count(*) from audit.entry where action = :action and account_id = :by")
                .param("action", action)
                .param("by", officer.accountId())
                .query(Long.class)
                .single();
    }
}
