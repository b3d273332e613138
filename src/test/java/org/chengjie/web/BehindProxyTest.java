package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** With a TLS proxy in front that is named in the settings (checks V3.3, V3.4, V4.1.3). */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "chengjie.proxy=127.0.0.1")
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyTest {

    @LocalServerPort private int port;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    void settle() {
        people.settled();
    }

    @Test
    void givesCookiesThatOnlyHttpsCanSetAndTheAddressThatTheProxyTells() throws Exception {
        var entrance = ask("GET", "/", "", "a=b");
        assertThat(entrance.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
        var csrf = cookie(entrance, "__Host-csrf");
        var page = Jsoup.parse(entrance.body());
        var fields =
                Map.of(
                        "door",
                        "SCHOOL",
                        "userName",
                        People.SCHOOL,
                        "password",
                        People.PASSWORD,
                        "captcha",
                        answer(page),
                        "captchaId",
                        page.expectFirst("[name=captchaId]").val(),
                        "_csrf",
                        page.expectFirst("[name=_csrf]").val());
        var signedIn = ask("POST", "/sign-in", Wire.form(fields), csrf);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(cookie(signedIn, "__Host-login")).isNotEmpty();
        assertThat(
                        jdbc.sql("select distinct address from account.login")
                                .query((row, n) -> row.getString(1))
                                .list())
                .containsExactly("10.1.2.3");
    }

    /** The proxy adds the true address at the end; what stands before it, anybody may have sent. */
    private HttpResponse<String> ask(String method, String path, String body, String cookie)
            throws Exception {
        return new Wire(port)
                .ask(
                        method,
                        path,
                        body,
                        "X-Forwarded-For",
                        "203.0.113.9, 10.1.2.3",
                        "X-Forwarded-Proto",
                        "https",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        cookie);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        var cookie =
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(one -> one.startsWith(name + "="))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie)
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        return cookie.split(";", 2)[0];
    }

    private String answer(Document page) {
        return jdbc.sql("select answer from account.captcha where id = :id")
                .param("id", UUID.fromString(page.expectFirst("[name=captchaId]").val()))
                .query(String.class)
                .single();
    }
}
