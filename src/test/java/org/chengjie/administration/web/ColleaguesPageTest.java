package org.chengjie.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.account.AccountCare;
import org.chengjie.account.Accounts;
import org.chengjie.organisation.SchoolsClosed;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A school's colleagues, beside its own account (spec 1, A2, A5). */
@PageTest
class ColleaguesPageTest {

    private static final String PAGE = "/school/colleagues";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private People people;
    @Autowired private Accounts accounts;
    @Autowired private AccountCare care;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;

    private Actor officer;
    private Actor school;
    private Visitor visitor;

    @BeforeEach
    void arrive() throws Exception {
        officer = world.officer(World.PROVINCE, "周敏");
        school = world.school(World.PROVINCE);
        visitor = world.visit(mvc, school);
        visitor.get(PAGE);
    }

    @Test
    void offersTheFirstFreeNumberAndAddsAColleagueWhoMustChangeThePasswordFirst() throws Exception {
        assertThat(visitor.page().expectFirst("#ending").val()).isEqualTo("01");
        var handed = add("01", "张伟", "１３８００００１１１１", "REVIEWER");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(handed.text()).contains(school.unitCode() + "-01", "张伟", "只在这一页显示一次");
        var password = handed.expectFirst(".secret").text();
        assertThat(visitor.get(PAGE).text())
                .contains("张伟", "13800001111", "填报", "从未登录")
                .doesNotContain(password);
        assertThat(visitor.page().expectFirst("#ending").val()).isEqualTo("02");
        var colleague = new Visitor(mvc);
        people.signIn(colleague, "SCHOOL", school.unitCode() + "-01", password);
        colleague.get("/school/undertakings");
        assertThat(colleague.location()).isEqualTo("/account/first-password");
        var form = colleague.get("/account/first-password");
        assertThat(form.expectFirst("label[for=name]").text()).startsWith("姓名");
        assertThat(form.expectFirst("[name=name]").val()).isEqualTo("张伟");
        assertThat(form.expectFirst("[name=mobile]").val()).isEqualTo("13800001111");
        changePassword(colleague, password);
        assertThat(colleague.location()).isEqualTo("/");
        assertThat(colleague.get("/school/undertakings").expectFirst(".who").text())
                .contains(school.unitName(), "张伟 · 填报");
        assertThat(accounts.contactOf(school.unitId()).name()).isEqualTo("李敏");
        assertThat(trail("添加账号"))
                .singleElement()
                .asString()
                .contains("姓名", "张伟", "138****1111", "填报");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var page = add("a b", " ", "138", "VIEWER");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.text()).contains("有 3 处要改正，还没有添加。");
        assertThat(page.expectFirst("#ending-e").text()).startsWith("编号应为 2–8 位");
        assertThat(page.expectFirst("#name-e").text()).startsWith("请填姓名");
        assertThat(page.expectFirst("#mobile-e").text()).isEqualTo("手机号应为 11 位数字，现在是 3 位。");
        assertThat(page.expectFirst("#ending").val()).isEqualTo("a b");
        assertThat(page.expectFirst("[value=VIEWER]").hasAttr("checked")).isTrue();
        add("lm", "张伟", "", "REVIEWER");
        visitor.get(PAGE);
        page = add("ＬＭ", "又一人", "", "REVIEWER");
        assertThat(visitor.status()).isEqualTo(409);
        assertThat(page.expectFirst("#ending-e").text())
                .isEqualTo("已有用户名“" + school.unitCode() + "-lm”，请另换一个。");
        assertThat(page.expectFirst("#name").val()).isEqualTo("又一人");
    }

    @Test
    void changesNameNumberAndRoleButNeverTheUserName() throws Exception {
        var colleague = world.colleague(school, "张伟", Role.REVIEWER);
        var page = visitor.get(PAGE + "?edit=" + colleague.accountId());
        assertThat(page.expectFirst("#name").val()).isEqualTo("张伟");
        assertThat(page.expectFirst("#person h2").text()).isEqualTo("修改：" + colleague.userName());
        var wrong = Map.of("name", "", "mobile", "1", "role", "VIEWER");
        page = post("/" + colleague.accountId(), wrong);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.text()).contains("有 2 处要改正，还没有保存。");
        post(
                "/" + colleague.accountId(),
                Map.of(
                        "ending", "zz",
                        "name", "张维",
                        "mobile", "13900000000",
                        "role", "VIEWER"));
        assertThat(visitor.location()).isEqualTo(PAGE);
        assertThat(visitor.get(PAGE).text())
                .contains("张维", "13900000000", colleague.userName(), "查看")
                .doesNotContain("张伟", "-zz");
        assertThat(trail("修改账号")).singleElement().asString().contains("张伟", "张维", "139****0000");
        assertThat(trail("调整角色")).singleElement().asString().contains("填报", "查看");
    }

    @Test
    void resetsDisablesAndEnables() throws Exception {
        var colleague = world.colleague(school, "张伟", Role.REVIEWER);
        var theirs = world.visit(mvc, colleague);
        var password =
                post("/" + colleague.accountId() + "/reset", Map.of()).expectFirst(".secret");
        assertThat(theirs.get("/school/undertakings").text()).isEmpty();
        var again = new Visitor(mvc);
        people.signIn(again, "SCHOOL", colleague.userName(), password.text());
        assertThat(again.location()).isEqualTo("/");
        visitor.get(PAGE);
        post("/" + colleague.accountId() + "/disable", Map.of());
        assertThat(visitor.get(PAGE).text()).contains("张伟", "已停用");
        again.get("/account/first-password");
        assertThat(again.location()).isEqualTo("/");
        people.signIn(again, "SCHOOL", colleague.userName(), password.text());
        assertThat(again.page().text()).contains("用户名或密码不对");
        visitor.get(PAGE);
        post("/" + colleague.accountId() + "/enable", Map.of());
        people.signIn(again, "SCHOOL", colleague.userName(), password.text());
        assertThat(again.location()).isEqualTo("/");
        for (var deed : List.of("重置密码", "停用账号", "启用账号")) {
            assertThat(trail(deed)).as(deed).hasSize(1);
        }
    }

    @Test
    void letsAnAdministratingColleagueManageTheOthersButNotTheSchoolsOwnAccountNorHimself()
            throws Exception {
        var deputy = world.colleague(school, "王芳", Role.ADMIN);
        var other = world.colleague(school, "张伟", Role.REVIEWER);
        visitor = world.visit(mvc, deputy);
        assertThat(visitor.get(PAGE).text()).contains("由省厅重置", "王芳 本人");
        post("/" + other.accountId() + "/disable", Map.of());
        assertThat(visitor.location()).isEqualTo(PAGE);
        for (var deed : List.of("", "/disable", "/enable", "/reset")) {
            visitor.get(PAGE);
            post("/" + school.accountId() + deed, Map.of("name", "某人", "role", "VIEWER"));
            assertThat(visitor.status()).as(deed).isEqualTo(404);
        }
        visitor.get(PAGE + "?edit=" + school.accountId());
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get(PAGE);
        assertThat(post("/" + deputy.accountId() + "/disable", Map.of()).text())
                .contains("不能停用自己的账号");
        visitor.get(PAGE);
        assertThat(post("/" + deputy.accountId() + "/reset", Map.of()).text()).contains("自己的密码请用");
    }

    @Test
    void refusesWhoeverIsNoAdministratorAndHidesThePageFromThem() throws Exception {
        for (var role : List.of(Role.REVIEWER, Role.VIEWER)) {
            var colleague = world.colleague(school, "张伟", role);
            visitor = world.visit(mvc, colleague);
            assertThat(visitor.get("/school/undertakings").select(".rail a[href=" + PAGE + "]"))
                    .isEmpty();
            assertThat(visitor.get(PAGE).text())
                    .contains("只有管理员可以管理账号")
                    .doesNotContain(school.userName() + "-");
            assertThat(visitor.status()).isEqualTo(403);
            for (var deed :
                    List.of(
                            "",
                            "/" + colleague.accountId(),
                            "/" + colleague.accountId() + "/reset")) {
                visitor.get("/account/password");
                add(deed, "77", "某人", "", "ADMIN");
                assertThat(visitor.status()).as(role + deed).isEqualTo(403);
            }
        }
    }

    @Test
    void touchesNobodyOfAnotherSchool() throws Exception {
        var foreign = world.colleague(world.school(World.PROVINCE), "邻校", Role.REVIEWER);
        for (var deed : List.of("", "/disable", "/enable", "/reset")) {
            visitor.get(PAGE);
            post("/" + foreign.accountId() + deed, Map.of("name", "某人", "role", "VIEWER"));
            assertThat(visitor.status()).as(deed).isEqualTo(404);
        }
        visitor.get(PAGE + "?edit=" + foreign.accountId());
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.page().text()).doesNotContain("邻校");
    }

    @Test
    void shutsTheColleaguesOutWhileTheProvinceHasShutTheSchoolsOwnAccount() throws Exception {
        var colleague = world.colleague(school, "张伟", Role.REVIEWER);
        var password =
                post("/" + colleague.accountId() + "/reset", Map.of()).expectFirst(".secret");
        var theirs = new Visitor(mvc);
        people.signIn(theirs, "SCHOOL", colleague.userName(), password.text());
        care.disable(officer, school.accountId());
        theirs.get("/account/first-password");
        assertThat(theirs.location()).isEqualTo("/");
        people.signIn(theirs, "SCHOOL", colleague.userName(), password.text());
        assertThat(theirs.page().text()).contains("用户名或密码不对");
        care.enable(officer, school.accountId());
        people.signIn(theirs, "SCHOOL", colleague.userName(), password.text());
        assertThat(theirs.location()).isEqualTo("/");
    }

    @Test
    void closesTheColleaguesWithTheSchool() throws Exception {
        var colleague = world.colleague(school, "张伟", Role.REVIEWER);
        var password =
                post("/" + colleague.accountId() + "/reset", Map.of()).expectFirst(".secret");
        var theirs = world.visit(mvc, colleague);
        jdbc.sql(
                        "update organisation.unit set closed_at = now(), closed_reason = '停办' where id = :id")
                .param("id", school.unitId())
                .update();
        events.publishEvent(new SchoolsClosed(officer, List.of(school.unitId())));
        assertThat(
                        jdbc.sql("select count(*) from account.login where account_id = :id")
                                .param("id", colleague.accountId())
                                .query(Integer.class)
                                .single())
                .isZero();
        theirs.get("/school/undertakings");
        assertThat(theirs.location()).isEqualTo("/");
        var again = new Visitor(mvc);
        people.signIn(again, "SCHOOL", colleague.userName(), password.text());
        assertThat(again.page().text()).contains("本校已于", "停办");
    }

    @Test
    void leavesTheColleaguesAloneWhenTheProvinceResetsTheSchoolsOwnAccount() throws Exception {
        var colleague = world.colleague(school, "张伟", Role.REVIEWER);
        var theirs = world.visit(mvc, colleague);
        var handed = care.resetUnits(officer, List.of(school.unitId()), "");
        assertThat(handed).singleElement().matches(one -> one.userName().equals(school.unitCode()));
        theirs.get("/school/undertakings");
        assertThat(theirs.status()).isEqualTo(200);
        visitor.get(PAGE);
        assertThat(visitor.location()).isEqualTo("/");
    }

    private Document add(String ending, String name, String mobile, String role) throws Exception {
        return add("", ending, name, mobile, role);
    }

    private Document add(String action, String ending, String name, String mobile, String role)
            throws Exception {
        return post(action, Map.of("ending", ending, "name", name, "mobile", mobile, "role", role));
    }

    private Document post(String action, Map<String, String> fields) throws Exception {
        return visitor.post(PAGE + action, new HashMap<>(fields));
    }

    private static void changePassword(Visitor colleague, String initial) throws Exception {
        colleague.submit(
                "/account/first-password",
                Map.of(
                        "oldPassword", initial,
                        "newPassword", "tongshi2020",
                        "newPasswordAgain", "tongshi2020",
                        "officePhone", "0310-8888888"));
    }

    /** The changes of each entry of this kind about the school. */
    private List<String> trail(String action) {
        return jdbc.sql(
                        """
                        select changes::text as changes from audit.entry
                         where action = :action and subject_path = :path order by id
                        """)
                .param("action", action)
                .param("path", school.path())
                .query((row, n) -> row.getString("changes"))
                .list();
    }
}
