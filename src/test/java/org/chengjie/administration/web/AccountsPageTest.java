package org.chengjie.administration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.account.AccountCare;
import org.chengjie.administration.AccountBatch;
import org.chengjie.administration.BatchOrder;
import org.chengjie.administration.BatchScope;
import org.chengjie.job.Jobs;
import org.chengjie.job.State;
import org.chengjie.job.Worker;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 账号管理 of a province's schools: batches, resets, shutting (spec A3, A5). */
@PageTest
class AccountsPageTest {

    private static final String PAGE = "/province/accounts";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private People people;
    @Autowired private Units units;
    @Autowired private Jobs jobs;
    @Autowired private Worker worker;
    @Autowired private AccountBatch batch;
    @Autowired private AccountCare care;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Actor officer;
    private Actor school;
    private Unit fresh;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = World.at(world.officer(World.PROVINCE, "周敏"), clock.instant());
        school = world.school(World.PROVINCE);
        fresh = newSchool("9914777001", "新校甲");
        visitor = world.visit(mvc, officer);
        visitor.get(PAGE);
    }

    @Test
    void listsWhoHasNoAccountAndLeavesOutClosedSchoolsAndOtherProvinces() throws Exception {
        var closed = newSchool("9914777002", "关闭的学校");
        jdbc.sql("update organisation.unit set closed_at = now() where id = :id")
                .param("id", closed.id())
                .update();
        world.school(World.OTHER_PROVINCE);
        var page = visitor.get(PAGE);
        assertThat(page.select("tbody tr").eachText())
                .hasSize(2)
                .anyMatch(row -> row.contains("新校甲") && row.contains("没有账号"))
                .anyMatch(row -> row.contains(school.unitName()) && row.contains("已改密码"));
        assertThat(page.select(".seg a").eachText()).contains("全部 2", "没有账号 1", "从未登录 0", "已改密码 1");
        assertThat(visitor.get(PAGE + "?state=NONE").select("tbody tr")).hasSize(1);
        assertThat(visitor.get(PAGE + "?words=新校").select("tbody tr")).hasSize(1);
        assertThat(visitor.get(PAGE + "?words=99147").select("tbody tr")).hasSize(1);
    }

    @Test
    void turnsPagesByCode() throws Exception {
        for (int i = 0; i < 60; i++) {
            newSchool("99147771%02d".formatted(i), "多校" + i);
        }
        var first = visitor.get(PAGE + "?words=多校");
        assertThat(first.select("tbody tr")).hasSize(50);
        var next =
                visitor.send(
                        MockMvcRequestBuilders.get(
                                URI.create(first.expectFirst("a[rel=next]").attr("href"))));
        assertThat(next.select("tbody tr")).hasSize(10);
        assertThat(next.text()).contains("第一页");
        assertThat(next.select("a[rel=next]")).isEmpty();
    }

    @Test
    void opensAllThatHaveNoneAndHandsTheListOutOnce() throws Exception {
        newSchool("9914777002", "=新校乙");
        visitor.post(PAGE + "/batches", Map.of("scope", "NO_ACCOUNT"));
        long job = job();
        worker.run(job);
        var colleague = world.officer(World.PROVINCE, "吴刚");
        assertThat(jobs.find(colleague, job).fileName()).isNull();
        assertThatThrownBy(() -> jobs.fetch(colleague, job)).isInstanceOf(Refusal.class);
        assertThat(jobs.find(officer, job).fileName()).endsWith(".xlsx");
        var list = handOver(job);
        assertThat(list.keySet()).containsExactly("9914777001", "9914777002");
        assertThat(jobs.find(officer, job).fileName()).isNull();
        assertThatThrownBy(() -> jobs.fetch(officer, job)).isInstanceOf(Refusal.class);
        assertThat(state(fresh)).isEqualTo("NEVER_SIGNED_IN");
        assertThat(entrance("9914777001", list.getOrDefault("9914777001", "")))
                .isEqualTo("/account/first-password");
        assertThat(entrance(school.userName(), "x")).isEmpty();
        assertThat(audited(fresh.path())).containsExactly("开通账号 9914777001", "登录 新校甲");
    }

    @Test
    void neverTouchesWhoeverHasChosenHisOwnPassword() throws Exception {
        var before = hash(school.accountId());
        long job =
                batch.ask(
                        officer,
                        new BatchOrder(
                                BatchScope.SELECTED, List.of(school.unitId(), fresh.id()), false));
        worker.run(job);
        assertThat(hash(school.accountId())).isEqualTo(before);
        assertThat(jobs.find(officer, job).report())
                .containsExactly(school.unitName() + "：已自己设了密码，没有改动。忘记密码的请用“重置所选”。");
        assertThat(handOver(job)).containsOnlyKeys("9914777001");
    }

    @Test
    void drawsAnewForThoseWhoNeverSignedInWhenRunAgain() throws Exception {
        long first = run(BatchScope.NO_ACCOUNT);
        var lost = handOver(first).getOrDefault("9914777001", "");
        for (int i = 0; i < 5; i++) {
            assertThat(entrance("9914777001", "misread-1")).isEmpty();
        }
        long second = run(BatchScope.NEVER_SIGNED_IN);
        var found = handOver(second).getOrDefault("9914777001", "");
        assertThat(found).isNotEqualTo(lost);
        assertThat(entrance("9914777001", lost)).isEmpty();
        assertThat(entrance("9914777001", found)).isEqualTo("/account/first-password");
    }

    @Test
    void changesNothingWhereItIsEndedBeforeItsEnd() {
        long job = batch.ask(officer, new BatchOrder(BatchScope.NO_ACCOUNT, List.of(), false));
        jobs.stop(officer, job);
        worker.run(job);
        assertThat(jobs.find(officer, job).state()).isEqualTo(State.STOPPED);
        assertThat(jobs.find(officer, job).fileName()).isNull();
        assertThat(state(fresh)).isEqualTo("NONE");
    }

    @Test
    void refusesBatchesThatCannotBe() throws Exception {
        assertThat(post("/batches", Map.of("scope", "SELECTED")).text()).contains("还没有勾选学校");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(post("/batches", Map.of("scope", "NO_ACCOUNT", "fixed", "true")).text())
                .contains("本平台不发放统一的初始密码");
        assertThat(visitor.status()).isEqualTo(403);
        run(BatchScope.NO_ACCOUNT);
        assertThat(post("/batches", Map.of("scope", "NO_ACCOUNT")).text()).contains("没有这样的学校");
        assertThat(visitor.status()).isEqualTo(409);
        var foreign = world.school(World.OTHER_PROVINCE);
        post("/batches", Map.of("scope", "SELECTED", "school", String.valueOf(foreign.unitId())));
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.get(PAGE).select("[name=fixed]")).isEmpty();
    }

    @Test
    void resetsAPasswordShowsItOnceAndEndsTheSignIns() throws Exception {
        var own = world.visit(mvc, school);
        own.get("/school/preview");
        assertThat(own.status()).isEqualTo(200);
        var page =
                post(
                        "/resets",
                        Map.of("school", String.valueOf(school.unitId()), "reason", "联系人更换"));
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.response().getHeader("Cache-Control")).isEqualTo("no-store");
        var password = page.expectFirst(".secret").text();
        own.get("/school/preview");
        assertThat(own.status()).isEqualTo(303);
        assertThat(visitor.get(PAGE).text()).doesNotContain(password);
        assertThat(state(school.unitId())).isEqualTo("NEVER_SIGNED_IN");
        assertThat(entrance(school.userName(), password)).isEqualTo("/account/first-password");
        assertThat(audited(school.path()))
                .containsExactly("重置密码 " + school.userName(), "登录 " + school.unitName());
        assertThat(
                        jdbc.sql("select count(*) from audit.entry where changes::text like :p")
                                .param("p", "%" + password + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void refusesResetsThatCannotBeAndKeepsWhatWasTicked() throws Exception {
        assertThat(post("/resets", Map.of()).text()).contains("还没有选择账号");
        assertThat(visitor.status()).isEqualTo(422);
        var page =
                post(
                        "/resets",
                        Map.of(
                                "school",
                                String.valueOf(school.unitId()),
                                "reason",
                                "长".repeat(201)));
        assertThat(page.text()).contains("原因最多 200 字，现在是 201 字。");
        assertThat(page.select("[name=school][checked]").eachAttr("value"))
                .containsExactly(String.valueOf(school.unitId()));
        post("/resets", Map.of("school", String.valueOf(fresh.id())));
        assertThat(visitor.status()).isEqualTo(404);
        assertThatThrownBy(() ->
                        care.resetUnits(
                                officer,
                                java.util.stream.LongStream.range(0, 51).boxed().toList(),
                                ""))
                .hasMessageContaining("一次最多重置 50 个");
    }

    @Test
    void shutsAnAccountSoThatItReadsAsAWrongPassword() throws Exception {
        var password =
                post("/resets", Map.of("school", String.valueOf(school.unitId())))
                        .expectFirst(".secret")
                        .text();
        var own = new Visitor(mvc);
        people.signIn(own, "SCHOOL", school.userName(), password);
        visitor.get(PAGE);
        post("/" + school.accountId() + "/disable", Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(state(school.unitId())).isEqualTo("DISABLED");
        own.get("/account/first-password");
        assertThat(own.status()).isEqualTo(303);
        var shut = new Visitor(mvc);
        people.signIn(shut, "SCHOOL", school.userName(), password);
        var wrong = new Visitor(mvc);
        people.signIn(wrong, "SCHOOL", school.userName(), "wrong");
        assertThat(shut.page().expectFirst("[role=alert]").text())
                .isEqualTo(wrong.page().expectFirst("[role=alert]").text())
                .contains("用户名或密码不对");
        visitor.get(PAGE);
        post("/" + school.accountId() + "/enable", Map.of());
        assertThat(entrance(school.userName(), password)).isEqualTo("/account/first-password");
        assertThat(audited(school.path()))
                .contains("停用账号 " + school.userName(), "启用账号 " + school.userName());
    }

    @Test
    void letsOnlyAdministratorsManageAndSaysSo() throws Exception {
        jdbc.sql("update account.account set role = 'REVIEWER' where id = :id")
                .param("id", officer.accountId())
                .update();
        var page = visitor.get(PAGE);
        assertThat(page.select("[name=school], .decide, .seg[aria-label=账号], [formaction]"))
                .isEmpty();
        for (var deed :
                Map.of(
                                "/batches",
                                Map.of("scope", "NO_ACCOUNT"),
                                "/resets",
                                Map.of("school", String.valueOf(school.unitId())),
                                "/" + school.accountId() + "/disable",
                                Map.<String, String>of(),
                                "/" + school.accountId() + "/enable",
                                Map.<String, String>of())
                        .entrySet()) {
            visitor.get(PAGE);
            assertThat(post(deed.getKey(), deed.getValue()).text()).contains("只有管理员可以管理账号");
            assertThat(visitor.status()).as(deed.getKey()).isEqualTo(403);
        }
        assertThat(state(school.unitId())).isEqualTo("OWN");
        assertThat(state(fresh)).isEqualTo("NONE");
    }

    @Test
    void touchesNoAccountOfAnotherProvinceOrOfThoseAbove() throws Exception {
        var foreign = world.school(World.OTHER_PROVINCE);
        var ministry = world.ministry();
        for (var id : List.of(foreign.accountId(), ministry.accountId())) {
            for (var deed : List.of("/disable", "/enable")) {
                visitor.get(PAGE);
                post("/" + id + deed, Map.of());
                assertThat(visitor.status()).isEqualTo(404);
            }
        }
        visitor.get(PAGE);
        post("/resets", Map.of("school", String.valueOf(foreign.unitId())));
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(hash(foreign.accountId())).isEqualTo("-");
    }

    private Unit newSchool(String code, String name) {
        var province =
                units.provinces().stream()
                        .filter(unit -> unit.code().equals(World.PROVINCE))
                        .findFirst()
                        .orElseThrow();
        return units.add(NewUnit.school(province, code, name, Kind.SECONDARY, "太原市"));
    }

    private long run(BatchScope scope) {
        long job = batch.ask(officer, new BatchOrder(scope, List.of(), false));
        worker.run(job);
        assertThat(jobs.find(officer, job).state()).isEqualTo(State.DONE);
        return job;
    }

    private long job() {
        assertThat(visitor.location()).startsWith("/jobs/");
        return Long.parseLong(visitor.location().substring("/jobs/".length()));
    }

    /** User name → initial password, as the workbook says. */
    private Map<String, String> handOver(long job) throws Exception {
        var list = new TreeMap<String, String>();
        try (var book = new ReadableWorkbook(jobs.fetch(officer, job).content().getInputStream());
                var rows = book.getFirstSheet().openStream()) {
            rows.filter(row -> row.getCellText(0).matches("\\d{10}"))
                    .forEach(row -> list.put(row.getCellText(0), row.getCellText(3)));
        }
        return list;
    }

    /** Where the entrance leads whoever comes with this; empty where it refuses. */
    private String entrance(String userName, String password) throws Exception {
        var somebody = new Visitor(mvc);
        people.signIn(somebody, "SCHOOL", userName, password);
        if (somebody.location().isEmpty()) {
            return "";
        }
        somebody.get("/school/preview");
        return somebody.location();
    }

    private String state(Unit unit) {
        return state(unit.id());
    }

    private String state(long unitId) {
        return jdbc.sql("select state from account.unit_account where unit_id = :id")
                .param("id", unitId)
                .query(String.class)
                .single();
    }

    private String hash(long accountId) {
        return jdbc.sql("select password_hash from account.account where id = :id")
                .param("id", accountId)
                .query(String.class)
                .single();
    }

    private List<String> audited(String path) {
        return jdbc.sql(
                        """
                        select action || ' ' || subject as deed from audit.entry
                         where subject_path = :path and action <> '登录失败' order by id
                        """)
                .param("path", path)
                .query((row, n) -> row.getString("deed"))
                .list();
    }

    private Document post(String action, Map<String, String> fields) throws Exception {
        return visitor.post(PAGE + action, new HashMap<>(fields));
    }
}
