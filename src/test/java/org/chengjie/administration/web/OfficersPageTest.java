package org.chengjie.administration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.account.AccountCare;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A province's colleagues and cities, and the ministry's provinces (spec 1, A5, A7). */
@PageTest
class OfficersPageTest {

    private static final String PAGE = "/province/officers";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private People people;
    @Autowired private Units units;
    @Autowired private AccountCare care;
    @Autowired private JdbcClient jdbc;

    private Actor admin;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        admin = world.officer(World.PROVINCE, "周敏");
        visitor = world.visit(mvc, admin);
        visitor.get(PAGE);
    }

    @Test
    void addsAColleagueWhoChangesThePasswordFirstAndKeepsHisOwnName() throws Exception {
        var password = add("zhang.wei", "张伟", "REVIEWER").expectFirst(".secret").text();
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.get(PAGE).text()).contains("zhang.wei", "张伟").doesNotContain(password);
        var colleague = new Visitor(mvc);
        people.signIn(colleague, "PROVINCE", "zhang.wei", password);
        var form = colleague.get("/account/first-password");
        assertThat(form.expectFirst("[name=name]").val()).isEqualTo("张伟");
    }

    @Test
    void saysWhatIsWrongWithANewColleagueAndKeepsWhatWasTyped() throws Exception {
        var page = add("1234567890", " ", "REVIEWER");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#userName-e").text()).startsWith("用户名应为 4–30 位，以字母开头");
        assertThat(page.expectFirst("#name-e").text()).startsWith("请填姓名");
        assertThat(page.expectFirst("#userName").val()).isEqualTo("1234567890");
        add("zhang.wei", "张伟", "REVIEWER");
        visitor.get(PAGE);
        assertThat(add("Zhang.Wei", "又一人", "VIEWER").expectFirst("#userName-e").text())
                .isEqualTo("已有用户名“Zhang.Wei”，请另换一个。");
        assertThat(visitor.status()).isEqualTo(409);
    }

    @Test
    void changesARoleFromTheNextRequestOn() throws Exception {
        var colleague = world.officer(World.PROVINCE, "吴刚");
        var other = world.visit(mvc, colleague);
        other.get(PAGE);
        assertThat(other.status()).isEqualTo(200);
        post("/" + colleague.accountId() + "/role", Map.of("role", "VIEWER"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        other.get(PAGE);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.page().text()).contains("只有管理员可以管理账号");
    }

    @Test
    void keepsOneAdministratorWhoCanComeIn() throws Exception {
        jdbc.sql("update account.account set disabled_at = now() where unit_id = :u and id <> :id")
                .param("u", admin.unitId())
                .param("id", admin.accountId())
                .update();
        visitor.get(PAGE);
        var page = post("/" + admin.accountId() + "/role", Map.of("role", "VIEWER"));
        assertThat(page.text()).contains("本单位至少要有一位在用的管理员");
        assertThat(visitor.status()).isEqualTo(409);
        var colleague = world.officer(World.PROVINCE, "吴刚");
        visitor.get(PAGE);
        post("/" + colleague.accountId() + "/role", Map.of("role", "REVIEWER"));
        visitor.get(PAGE);
        post("/" + admin.accountId() + "/role", Map.of("role", "REVIEWER"));
        assertThat(visitor.status()).isEqualTo(409);
        assertThatThrownBy(() -> care.disable(colleague, admin.accountId()))
                .hasMessageContaining("至少要有一位");
    }

    @Test
    void disablesAndEnablesAColleagueButNotOneself() throws Exception {
        var colleague = world.officer(World.PROVINCE, "吴刚");
        var other = world.visit(mvc, colleague);
        post("/" + colleague.accountId() + "/disable", Map.of());
        other.get("/province/schools");
        assertThat(other.status()).isEqualTo(303);
        visitor.get(PAGE);
        post("/" + colleague.accountId() + "/enable", Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
        visitor.get(PAGE);
        assertThat(post("/" + admin.accountId() + "/disable", Map.of()).text())
                .contains("不能停用自己的账号");
        visitor.get(PAGE);
        assertThat(post("/" + admin.accountId() + "/reset", Map.of()).text()).contains("自己的密码请用");
        assertThat(visitor.status()).isEqualTo(422);
    }

    @Test
    void opensAndResetsTheAccountOfACity() throws Exception {
        var province = units.province(admin.unitId());
        var city = units.add(NewUnit.city(province, "1499", "测试市"));
        var first = post("/cities/" + city.id(), Map.of()).expectFirst(".secret").text();
        visitor.get(PAGE);
        assertThat(post("/cities/" + city.id(), Map.of()).text()).contains("测试市已有账号");
        assertThat(visitor.status()).isEqualTo(409);
        long account =
                jdbc.sql("select id from account.account where user_name = '1499'")
                        .query(Long.class)
                        .single();
        visitor.get(PAGE);
        var second = post("/" + account + "/reset", Map.of()).expectFirst(".secret").text();
        assertThat(second).isNotEqualTo(first);
        var somebody = new Visitor(mvc);
        people.signIn(somebody, "PROVINCE", "1499", second);
        assertThat(somebody.location()).isNotEmpty();
    }

    @Test
    void touchesNobodyOfAnotherUnitAsAColleague() throws Exception {
        var foreign = world.officer(World.OTHER_PROVINCE, "邻省");
        var school = world.school(World.PROVINCE);
        for (var deed : List.of("/role", "/disable", "/enable", "/reset")) {
            visitor.get(PAGE);
            post("/" + foreign.accountId() + deed, Map.of("role", "VIEWER"));
            assertThat(visitor.status()).as(deed).isEqualTo(404);
        }
        visitor.get(PAGE);
        post("/" + school.accountId() + "/role", Map.of("role", "VIEWER"));
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get(PAGE);
        post("/cities/" + school.unitId(), Map.of());
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void refusesWhoeverIsNoAdministrator() throws Exception {
        world.makeViewer(admin);
        visitor.get("/account/password");
        for (var deed :
                List.of(
                        "",
                        "/" + admin.accountId() + "/role",
                        "/" + admin.accountId() + "/reset")) {
            visitor.get("/account/password");
            var fields = Map.of("userName", "zhang.wei", "name", "张伟", "role", "ADMIN");
            assertThat(post(deed, fields).text()).contains("只有管理员可以管理账号");
            assertThat(visitor.status()).as(deed).isEqualTo(403);
        }
    }

    @Test
    void letsTheMinistryOpenAndResetProvinces() throws Exception {
        var ministry = world.ministry();
        var theirs = world.visit(mvc, ministry);
        var province = units.province(admin.unitId());
        var row =
                theirs.get("/ministry/accounts")
                        .select("tbody tr:contains(" + province.name() + ")");
        assertThat(row.size()).isGreaterThanOrEqualTo(1);
        var opened = theirs.post("/ministry/accounts/" + province.id() + "/open", Map.of());
        if (theirs.status() == 409) {
            theirs.get("/ministry/accounts");
            opened = theirs.post("/ministry/accounts/" + province.id() + "/reset", Map.of());
        }
        var password = opened.expectFirst(".secret").text();
        var officer = new Visitor(mvc);
        people.signIn(officer, "PROVINCE", province.code(), password);
        officer.get("/province/schools");
        assertThat(officer.location()).isEqualTo("/account/first-password");
        theirs.get("/ministry/accounts");
        theirs.post(
                "/ministry/accounts/" + world.school(World.PROVINCE).unitId() + "/reset", Map.of());
        assertThat(theirs.status()).isEqualTo(404);
        jdbc.sql("update account.account set role = 'REVIEWER' where id = :id")
                .param("id", ministry.accountId())
                .update();
        assertThat(theirs.get("/ministry/accounts").select("main form")).isEmpty();
        theirs.get("/account/password");
        theirs.post("/ministry/accounts/" + province.id() + "/reset", Map.of());
        assertThat(theirs.status()).isEqualTo(403);
    }

    private Document add(String userName, String name, String role) throws Exception {
        return post("", Map.of("userName", userName, "name", name, "role", role));
    }

    private Document post(String action, Map<String, String> fields) throws Exception {
        return visitor.post(PAGE + action, new HashMap<>(fields));
    }
}
