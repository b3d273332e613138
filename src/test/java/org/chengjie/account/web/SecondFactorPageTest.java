package org.chengjie.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.Authenticator;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.chengjie.account.Totp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The second factor of province and ministry (spec A7). */
@PageTest
class SecondFactorPageTest {

    private static final String PAGE = "/account/second-factor";
    private static final String CODE = "/sign-in/code";

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    private Visitor officer;
    private @Nullable Authenticator phone;

    @BeforeEach
    void signIn() throws Exception {
        people.settled();
        officer = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
    }

    @Test
    void isSetUpWithAPictureAndConfirmedWithACode() throws Exception {
        var codes = enrol();
        assertThat(codes).hasSize(8);
        assertThat(officer.get("/account/security").text()).contains("已启用，备用码还剩 8 个");
        assertThat(officer.get(PAGE).text()).doesNotContain(codes.getFirst());
        assertThat(officer.page().select("svg.qr")).isEmpty();
        assertThat(audited()).contains("启用两步验证");
    }

    @Test
    void holdsForNothingUntilItIsConfirmed() throws Exception {
        officer.get(PAGE);
        officer.submit(PAGE, Map.of("password", People.PASSWORD));
        assertThat(officer.get(PAGE).select("svg.qr path")).hasSize(1);
        assertThat(officer.submit(PAGE + "/confirmation", Map.of("code", "000000")).text())
                .contains("验证码不对。");
        assertThat(officer.status()).isEqualTo(422);
        var other = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        assertThat(other.cookie("login")).isNotEmpty();
    }

    @Test
    void asksForThePasswordBeforeItIsSetUp() throws Exception {
        officer.get(PAGE);
        assertThat(officer.submit(PAGE, Map.of("password", "wrong")).text())
                .contains("密码不对，请重新输入。");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.submit(PAGE, Map.of()).text()).contains("还没有填密码。");
        assertThat(officer.get(PAGE).select("svg.qr")).isEmpty();
        for (int i = 0; i < 3; i++) {
            officer.submit(PAGE, Map.of("password", "wrong"));
        }
        assertThat(officer.submit(PAGE, Map.of("password", People.PASSWORD)).text())
                .contains("密码输错次数较多，请 30 秒后再试。");
    }

    @Test
    void isNotReadableInACopyOfTheDatabase() throws Exception {
        officer.get(PAGE);
        officer.submit(PAGE, Map.of("password", People.PASSWORD));
        var shown = officer.get(PAGE).select(".by-hand").text().replace(" ", "");
        var kept =
                jdbc.sql("select secret from account.second_factor")
                        .query((row, n) -> row.getBytes(1))
                        .single();
        for (int from = 0; from <= kept.length - Totp.SECRET_BYTES; from++) {
            var part = Arrays.copyOfRange(kept, from, from + Totp.SECRET_BYTES);
            assertThat(new Totp(part).base32()).isNotEqualTo(shown);
        }
    }

    @Test
    void letsNobodyInBetweenPasswordAndCode() throws Exception {
        enrol();
        var visitor = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        assertThat(visitor.location()).isEqualTo(CODE);
        assertThat(visitor.cookie("login")).isEmpty();
        visitor.get("/province/desk");
        assertThat(visitor.location()).isEqualTo("/");
        assertThat(visitor.get(CODE).expectFirst("h1").text()).isEqualTo("两步验证");
        visitor.submit(CODE, Map.of("code", "000000"));
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.cookie("login")).isEmpty();
        freshStep();
        visitor.submit(CODE, Map.of("code", code()));
        assertThat(visitor.cookie("login")).isNotEmpty();
        visitor.get("/province/desk");
        assertThat(visitor.status()).isEqualTo(200);
    }

    @Test
    void takesACodeOnceOnly() throws Exception {
        enrol();
        freshStep();
        var code = code();
        assertThat(comesInWith(code)).isTrue();
        assertThat(comesInWith(code)).isFalse();
    }

    @Test
    void takesEachRecoveryCodeOnceAndTellsOfIt() throws Exception {
        var codes = enrol();
        assertThat(comesInWith(codes.getFirst().toLowerCase(java.util.Locale.ROOT))).isTrue();
        assertThat(comesInWith(codes.getFirst())).isFalse();
        assertThat(comesInWith(codes.get(1))).isTrue();
        assertThat(
                        jdbc.sql(
                                        "select reason from audit.entry where action = '登录' order by id desc limit 1")
                                .query(String.class)
                                .single())
                .isEqualTo("用备用码");
    }

    @Test
    void beginsWithThePasswordAgainAfterAFewWrongCodes() throws Exception {
        enrol();
        var visitor = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        for (int i = 0; i < 4; i++) {
            visitor.get(CODE);
            visitor.submit(CODE, Map.of("code", "000000"));
            assertThat(visitor.status()).isEqualTo(422);
        }
        visitor.get(CODE);
        visitor.submit(CODE, Map.of("code", code()));
        assertThat(visitor.status()).isEqualTo(429);
        visitor.get(CODE);
        assertThat(visitor.location()).isEqualTo("/");
    }

    @Test
    void runsOutAfterTenMinutes() throws Exception {
        enrol();
        var visitor = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        visitor.get(CODE);
        jdbc.sql("update account.second_step set expires_at = expires_at - interval '11 minutes'")
                .update();
        freshStep();
        visitor.submit(CODE, Map.of("code", code()));
        assertThat(visitor.location()).isEqualTo("/");
        assertThat(visitor.cookie("login")).isEmpty();
    }

    @Test
    void isTakenAwayWithPasswordAndCodeOnly() throws Exception {
        enrol();
        freshStep();
        officer.get(PAGE);
        assertThat(
                        officer.submit(
                                        PAGE + "/removal",
                                        Map.of("password", "wrong", "code", code()))
                                .text())
                .contains("密码或验证码不对，两步验证没有取消。");
        officer.submit(PAGE + "/removal", Map.of("password", People.PASSWORD, "code", "000000"));
        assertThat(officer.status()).isEqualTo(422);
        officer.submit(PAGE + "/removal", Map.of("password", People.PASSWORD, "code", code()));
        assertThat(officer.get(officer.location()).text()).contains("两步验证已取消。", "未启用");
        assertThat(audited()).contains("取消两步验证");
    }

    @Test
    void isTakenAwayByAResetWhichIsTold() throws Exception {
        enrol();
        var ministry = people.signedIn(mvc, "MINISTRY", People.MINISTRY);
        ministry.get("/ministry/accounts");
        ministry.post("/ministry/accounts/" + provinceId() + "/reset", Map.of());
        assertThat(ministry.status()).isEqualTo(200);
        assertThat(
                        jdbc.sql("select count(*) from account.second_factor")
                                .query((r, n) -> r.getInt(1))
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql("select changes::text from audit.entry where action = '重置密码'")
                                .query(String.class)
                                .single())
                .contains("两步验证");
    }

    @Test
    void isAskedOfAllOnceTheMinistryRequiresIt() throws Exception {
        var ministry = people.signedIn(mvc, "MINISTRY", People.MINISTRY);
        ministry.get("/ministry/accounts");
        ministry.submit("/ministry/accounts/second-factor", Map.of());
        assertThat(audited()).contains("两步验证要求");
        officer.get("/province/desk");
        assertThat(officer.location()).isEqualTo(PAGE);
        assertThat(officer.get(PAGE).text()).contains("启用后才能继续办理。");
        enrol();
        officer.get("/province/desk");
        assertThat(officer.status()).isEqualTo(200);
        var school = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        school.get("/school/undertakings");
        assertThat(school.location()).isNotEqualTo(PAGE);
    }

    @Test
    void isNotOfferedToSchools() throws Exception {
        var school = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        school.get(PAGE);
        assertThat(school.status()).isEqualTo(404);
    }

    private List<String> enrol() throws Exception {
        officer.get(PAGE);
        officer.submit(PAGE, Map.of("password", People.PASSWORD));
        phone = new Authenticator(officer.get(PAGE).select(".by-hand").text());
        return officer.submit(PAGE + "/confirmation", Map.of("code", code()))
                .select(".codes code")
                .eachText();
    }

    private boolean comesInWith(String code) throws Exception {
        var visitor = people.signedIn(mvc, "PROVINCE", People.PROVINCE);
        visitor.get(CODE);
        visitor.submit(CODE, Map.of("code", code));
        return !visitor.cookie("login").isEmpty();
    }

    /** As if the code that confirmed it had been shown long ago. */
    private void freshStep() {
        jdbc.sql("update account.second_factor set last_step = 0").update();
    }

    private String code() {
        return Objects.requireNonNull(phone).code(clock.instant(), 0);
    }

    private long provinceId() {
        return jdbc.sql("select unit_id from account.account where user_name = :name")
                .param("name", People.PROVINCE)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private List<@Nullable String> audited() {
        return jdbc.sql("select action from audit.entry order by id").query(String.class).list();
    }
}
