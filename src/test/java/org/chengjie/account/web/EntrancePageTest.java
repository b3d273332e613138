package org.chengjie.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Proofs;
import org.chengjie.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The entrance (spec A1, A5). */
@PageTest
class EntrancePageTest {

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        people.settled();
        visitor = new Visitor(mvc);
    }

    @Test
    void showsThreeDoorsAndThePicture() throws Exception {
        var page = visitor.get("/");
        assertThat(page.select(".doors b").eachText()).containsExactly("学校（或其他）", "省级", "教育部");
        assertThat(page.select("label[for=u],label[for=p],label[for=c]").eachText())
                .containsExactly("用户名", "密码", "验证码");
        assertThat(page.expectFirst(".cap img").attr("src")).startsWith("data:image/png;base64,");
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SCHOOL, 9913011034, /school/undertakings",
        "PROVINCE, test-province, /province/desk",
        "MINISTRY, test-ministry, /ministry/overview"
    })
    void letsEachTierInByItsDoor(String door, String userName, String home) throws Exception {
        people.signIn(visitor, door, userName, People.PASSWORD);
        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.location()).isEqualTo("/");
        visitor.get("/");
        assertThat(visitor.location()).isEqualTo(home);
    }

    @Test
    void tellsAClosedSchoolOnlyAfterTheRightPassword() throws Exception {
        jdbc.sql(
                        """
                        update organisation.unit set closed_at = '2020-11-02T02:00:00Z', closed_reason = '停办'
                         where tier = 'SCHOOL' and code = :code
                        """)
                .param("code", People.SCHOOL)
                .update();
        people.signIn(visitor, "SCHOOL", People.SCHOOL, "wrong");
        assertThat(visitor.page().text()).contains("用户名或密码不对。请检查后再试。").doesNotContain("撤销");
        people.signIn(visitor, "SCHOOL", People.SCHOOL, People.PASSWORD);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().text())
                .contains("本校已于 2020-11-02 在名册中撤销，账号已停用。原因：停办。如有疑问，请联系省级平台联系人。");
        assertThat(visitor.cookie("login")).isEmpty();
    }

    @Test
    void keepsNameAndPasswordWhenThePictureIsMisread() throws Exception {
        var first = visitor.get("/").expectFirst("[name=captchaId]").val();
        var page =
                visitor.submit(
                        "/sign-in",
                        Map.of(
                                "door", "PROVINCE",
                                "userName", People.PROVINCE,
                                "password", "typed \"<secret>",
                                "captcha", "0000"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#u").val()).isEqualTo(People.PROVINCE);
        assertThat(page.expectFirst("#p").val()).isEqualTo("typed \"<secret>");
        assertThat(page.expectFirst("[value=PROVINCE]").hasAttr("checked")).isTrue();
        assertThat(page.expectFirst("#ch").text()).isEqualTo("验证码不对，已换一张。用户名和密码还在，请只重填验证码。");
        assertThat(page.expectFirst("[name=captchaId]").val()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHOOL, 9913011034, wrong",
        "SCHOOL, 9999999999, first-Word-1",
        "PROVINCE, 9913011034, first-Word-1",
        "MINISTRY, test-province, first-Word-1",
        "SCHOOL, '', ''"
    })
    void saysTheSameWhateverIsWrong(String door, String userName, String password)
            throws Exception {
        people.signIn(visitor, door, userName, password);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.page().expectFirst(".msg").text()).isEqualTo("用户名或密码不对。请检查后再试。");
        assertThat(visitor.page().expectFirst("#u").val()).isEqualTo(userName);
        assertThat(visitor.cookie("login")).isEmpty();
        assertThat(audited()).containsExactly("登录失败");
    }

    @Test
    void takesEachPictureOnce() throws Exception {
        visitor.get("/");
        var fields =
                Map.of(
                        "door",
                        "SCHOOL",
                        "userName",
                        People.SCHOOL,
                        "password",
                        "wrong",
                        "captchaId",
                        visitor.page().expectFirst("[name=captchaId]").val(),
                        "captcha",
                        people.answer(visitor).toLowerCase(Locale.ROOT));
        assertThat(visitor.submit("/sign-in", fields).select(".msg").text()).contains("用户名或密码不对");
        assertThat(visitor.submit("/sign-in", fields).select("#ch").text()).contains("验证码不对");
    }

    @Test
    void takesWhatTheBrowserHasWorkedOutInPlaceOfReadingOnce() throws Exception {
        visitor.get("/");
        var id = UUID.fromString(visitor.page().expectFirst("[name=captchaId]").val());
        var fields =
                Map.of(
                        "door",
                        "SCHOOL",
                        "userName",
                        People.SCHOOL,
                        "password",
                        "wrong",
                        "captchaId",
                        id.toString(),
                        "work",
                        Proofs.work(id));
        assertThat(visitor.submit("/sign-in", fields).select(".msg").text()).contains("用户名或密码不对");
        assertThat(visitor.page().expectFirst("[data-work]").attr("data-again")).isEqualTo("true");
        var again = visitor.submit("/sign-in", fields);
        assertThat(again.expectFirst("#ch").text()).startsWith("验证已过期，正在重新验证。");
        assertThat(again.expectFirst("#p").val()).isEqualTo("wrong");
    }

    @Test
    void refusesWorkThatCameTooLate() throws Exception {
        visitor.get("/");
        var id = UUID.fromString(visitor.page().expectFirst("[name=captchaId]").val());
        jdbc.sql("update account.captcha set expires_at = now() - interval '1 minute'").update();
        var fields =
                Map.of(
                        "door",
                        "SCHOOL",
                        "userName",
                        People.SCHOOL,
                        "password",
                        People.PASSWORD,
                        "work",
                        Proofs.work(id));
        assertThat(visitor.submit("/sign-in", fields).expectFirst("#ch").text())
                .startsWith("验证已过期");
        assertThat(visitor.cookie("login")).isEmpty();
    }

    @Test
    void saysHowLongToWaitAndKeepsWhatWasTyped() throws Exception {
        for (int i = 0; i < 5; i++) {
            people.signIn(visitor, "SCHOOL", People.SCHOOL, "wrong");
        }
        assertThat(visitor.status()).isEqualTo(429);
        assertThat(visitor.response().getHeader("Retry-After")).matches("\\d+");
        assertThat(visitor.page().expectFirst(".msg").text())
                .matches("输错次数较多，请 \\d+ 秒后再试。换一台电脑不受影响。");
        assertThat(visitor.page().expectFirst("#u").val()).isEqualTo(People.SCHOOL);
        assertThat(visitor.page().expectFirst("#p").val()).isEqualTo("wrong");
        assertThat(audited()).hasSize(5);
    }

    @Test
    void givesANewTokenAndEndsTheFormerOne() throws Exception {
        people.signIn(visitor, "SCHOOL", People.SCHOOL, People.PASSWORD);
        var former = visitor.cookie("login");
        assertThat(former).hasSize(43);
        var page = visitor.send(MockMvcRequestBuilders.get("/account/password"));
        assertThat(page.expectFirst(".who b").text()).isEqualTo("甲省职业学院");
        visitor.submit("/sign-out", Map.of());
        assertThat(visitor.cookie("login")).isEmpty();
        visitor.send(
                MockMvcRequestBuilders.get("/account/password")
                        .cookie(new jakarta.servlet.http.Cookie("login", former)));
        assertThat(visitor.location()).isEqualTo("/");
        assertThat(audited()).containsExactly("登录", "退出");
    }

    @Test
    void tellsWhyOneWasSignedOut() throws Exception {
        people.signIn(visitor, "SCHOOL", People.SCHOOL, People.PASSWORD);
        jdbc.sql("update account.login set seen_at = seen_at - interval '31 minutes'").update();
        visitor.get("/account/password");
        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.get("/").expectFirst(".msg").text())
                .isEqualTo("30 分钟没有操作，已为您退出。填过的内容都在，登录后继续。");
        assertThat(visitor.get("/").select(".msg")).isEmpty();
    }

    @Test
    void endsEveryLoginAfterTwelveHours() throws Exception {
        people.signIn(visitor, "SCHOOL", People.SCHOOL, People.PASSWORD);
        jdbc.sql("update account.login set started_at = started_at - interval '12 hours'").update();
        visitor.get("/account/password");
        assertThat(visitor.location()).isEqualTo("/");
    }

    @Test
    void refusesPlainHttpFromElsewhere() throws Exception {
        visitor.get("/");
        visitor.send(
                MockMvcRequestBuilders.post("/sign-in")
                        .param("_csrf", visitor.page().expectFirst("[name=_csrf]").val())
                        .with(request -> {
                            request.setRemoteAddr("10.0.0.7");
                            return request;
                        }));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.page().text()).contains("https://");
    }

    @Test
    void carriesSecureCookiesOverHttps() throws Exception {
        visitor.send(MockMvcRequestBuilders.get("/").secure(true));
        var cookie = visitor.cookies().getFirst();
        assertThat(cookie.getName()).isEqualTo("__Host-csrf");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(visitor.response().getHeader("Strict-Transport-Security")).isNotNull();
    }

    private List<@Nullable String> audited() {
        return jdbc.sql(
                        "select action from audit.entry where action like '登录%' or action = '退出' order by id")
                .query(String.class)
                .list();
    }
}
