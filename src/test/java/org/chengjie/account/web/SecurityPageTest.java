package org.chengjie.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Where one is signed in, and how one ends it (spec A5). */
@PageTest
class SecurityPageTest {

    private static final String PAGE = "/account/security";

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    private Visitor here;
    private Visitor there;

    @BeforeEach
    void signInTwice() throws Exception {
        people.settled();
        there = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        here = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
    }

    @Test
    void listsOnesOwnSignInsAndMarksTheCurrentOne() throws Exception {
        people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        var rows = here.get(PAGE).select("table.logins tbody tr");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text()).contains("127.0.0.1", "您现在用的");
        assertThat(here.page().select("a[href=/account/second-factor]")).isEmpty();
    }

    @Test
    void leavesOutWhatHasRunOut() throws Exception {
        jdbc.sql(
                        "update account.login set seen_at = seen_at - interval '31 minutes' where id = :id")
                .param("id", idOf(there))
                .update();
        assertThat(here.get(PAGE).select("table.logins tbody tr")).hasSize(1);
    }

    @Test
    void endsAnotherSignInAtOnce() throws Exception {
        here.get(PAGE);
        here.submit("/account/logins/" + idOf(there) + "/end", Map.of());
        assertThat(here.get(here.location()).expectFirst(".msg.ok").text()).isEqualTo("已结束那一处登录。");
        there.get(PAGE);
        assertThat(there.location()).isEqualTo("/");
        assertThat(audited()).contains("结束登录");
    }

    @Test
    void refusesToEndSomebodyElsesOrTheCurrentOne() throws Exception {
        var stranger = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        here.get(PAGE);
        for (long id : new long[] {idOf(stranger), idOf(here), 0}) {
            here.post("/account/logins/" + id + "/end", Map.of());
            assertThat(here.status()).isEqualTo(404);
        }
        stranger.get(PAGE);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(audited()).doesNotContain("结束登录");
    }

    @Test
    void endsAllOthersAndStaysIn() throws Exception {
        here.get(PAGE);
        here.submit("/account/logins/others", Map.of());
        there.get(PAGE);
        assertThat(there.location()).isEqualTo("/");
        assertThat(here.get(PAGE).select("table.logins tbody tr")).hasSize(1);
        assertThat(audited()).contains("结束其他登录");
    }

    @Test
    void showsWhatBecomesOfNamesAndNumbers() throws Exception {
        assertThat(here.get(PAGE).text()).contains("个人信息说明").doesNotContain("阅读。");
    }

    private long idOf(Visitor visitor) throws Exception {
        var token = visitor.cookie("login");
        return jdbc.sql(
                        "select id from account.login where token_hash = sha256(convert_to(:token, 'UTF8'))")
                .param("token", token)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private List<@Nullable String> audited() {
        return jdbc.sql("select action from audit.entry order by id").query(String.class).list();
    }
}
