package org.chengjie.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.chengjie.account.Accounts;
import org.chengjie.account.Contact;
import org.chengjie.organisation.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 修改密码 (spec A3, A4). */
@PageTest
class PasswordPageTest {

    private static final String FIRST = "/account/first-password";

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private Accounts accounts;
    @Autowired private JdbcClient jdbc;

    private Unit school;
    private Visitor visitor;

    @BeforeEach
    void signIn() throws Exception {
        school = people.settle();
        visitor = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
    }

    @Test
    void leadsEverythingToTheFormWhileThePasswordIsInitial() throws Exception {
        for (var path : new String[] {"/", "/school/undertakings", "/account/password", "/x"}) {
            visitor.get(path);
            assertThat(visitor.status()).isEqualTo(303);
            assertThat(visitor.location()).isEqualTo(FIRST);
        }
        assertThat(visitor.get(FIRST).select(".field label").eachText())
                .containsExactly("旧密码", "新密码", "重新输入新密码", "平台管理联系人", "办公电话", "手机号");
    }

    @Test
    void asksProvincesForAName() throws Exception {
        var province = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        assertThat(province.get(FIRST).expectFirst("label[for=name]").text()).isEqualTo("姓名");
    }

    @Test
    void saysWhatIsWrongBesideEachFieldAndKeepsWhatWasTyped() throws Exception {
        visitor.get(FIRST);
        var page =
                visitor.submit(
                        FIRST,
                        Map.of(
                                "oldPassword", People.PASSWORD,
                                "newPassword", "hdzy2020",
                                "newPasswordAgain", "hdzy202",
                                "name", "本校联系人1",
                                "officePhone", "03108888888",
                                "mobile", "1300000001"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst(".msg b").text()).isEqualTo("有 3 处需要改正，其余已填内容都在。");
        assertThat(page.select(".msg a").eachAttr("href"))
                .containsExactly("#newPasswordAgain", "#officePhone", "#mobile");
        assertThat(page.expectFirst("#newPasswordAgain-say").text()).isEqualTo("与新密码不一致，请重新输入。");
        assertThat(page.expectFirst("#officePhone-say").text())
                .isEqualTo("应为“区号-号码”，请在区号后加“-”，例如 0310-8888888。");
        assertThat(page.expectFirst("#mobile-say").text()).isEqualTo("手机号应为 11 位数字，现在是 10 位。");
        assertThat(page.expectFirst("#newPassword").val()).isEqualTo("hdzy2020");
        assertThat(page.expectFirst("#name").val()).isEqualTo("本校联系人1");
        assertThat(page.select("[aria-invalid=true]")).hasSize(3);
    }

    @Test
    void refusesAWrongOldPasswordAndTheInitialOneAgain() throws Exception {
        visitor.get(FIRST);
        assertThat(change("nonsense", "hdzy2020")).contains("旧密码不对，请重新输入。");
        assertThat(change(People.PASSWORD, People.PASSWORD)).contains("新密码不能和初始密码相同。");
    }

    @Test
    void slowsDownGuessesOfTheOldPassword() throws Exception {
        visitor.get(FIRST);
        for (int i = 0; i < 4; i++) {
            assertThat(change("nonsense", "hdzy2020")).contains("旧密码不对，请重新输入。");
        }
        assertThat(change(People.PASSWORD, "hdzy2020")).contains("旧密码输错次数较多，请 30 秒后再试。");
        assertThat(visitor.status()).isEqualTo(422);
    }

    @Test
    void changesPasswordAndContactAndEndsTheOtherSignIns() throws Exception {
        var other = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        visitor.get(FIRST);
        var former = visitor.cookie("login");
        change(People.PASSWORD, "hdzy2020");
        assertThat(visitor.location()).isEqualTo("/");
        assertThat(visitor.cookie("login")).isNotEqualTo(former);
        assertThat(visitor.get("/account/password").title()).contains("修改密码");
        assertThat(visitor.status()).isEqualTo(200);
        other.get(FIRST);
        assertThat(other.location()).isEqualTo("/");
        assertThat(accounts.contactOf(school.id()))
                .isEqualTo(new Contact("李四", "010-87654321", "13000000011"));
        assertThat(
                        jdbc.sql("select changes::text from audit.entry where action = '首次修改密码'")
                                .query(String.class)
                                .single())
                .contains("130****0011")
                .doesNotContain("13000000011");
    }

    @Test
    void tellsWhatBecomesOfNamesAndNumbersOnceAndNotesWhen() throws Exception {
        assertThat(visitor.get(FIRST).expectFirst("details.privacy").text()).contains("手机号");
        visitor.post(
                FIRST,
                Map.of(
                        "oldPassword", People.PASSWORD,
                        "newPassword", "hdzy2020",
                        "newPasswordAgain", "hdzy2020",
                        "name", "李四",
                        "officePhone", "010-87654321",
                        "mobile", "13000000011"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().text()).contains("请先阅读下面的个人信息说明");
        change(People.PASSWORD, "hdzy2020");
        assertThat(visitor.get("/account/security").text()).containsPattern("您已于 [-0-9: ]+ 阅读。");
    }

    @Test
    void changesThePasswordLaterWithoutAskingForTheContact() throws Exception {
        jdbc.sql("update account.account set initial_password = false").update();
        assertThat(visitor.get("/account/password").select(".field label").eachText())
                .containsExactly("旧密码", "新密码", "重新输入新密码");
        visitor.submit(
                "/account/password",
                Map.of(
                        "oldPassword", People.PASSWORD,
                        "newPassword", "hdzy2021",
                        "newPasswordAgain", "hdzy2021"));
        assertThat(visitor.get(visitor.location()).expectFirst(".msg.ok").text())
                .startsWith("密码已修改。");
    }

    private String change(String old, String fresh) throws Exception {
        return visitor.submit(
                        FIRST,
                        Map.of(
                                "oldPassword",
                                old,
                                "newPassword",
                                fresh,
                                "newPasswordAgain",
                                fresh,
                                "name",
                                "李四",
                                "officePhone",
                                "０１０－８７６５４３２１",
                                "mobile",
                                "13000000011"))
                .text();
    }
}
