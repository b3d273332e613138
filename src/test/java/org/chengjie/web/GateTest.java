package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.chengjie.PageTest;
import org.chengjie.People;
import org.chengjie.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who comes to which route, and what everybody else is told (spec X2, X3). */
@PageTest
class GateTest {

    @Autowired private MockMvc mvc;
    @Autowired private People people;

    private Visitor stranger;

    @BeforeEach
    void arrive() {
        people.settled();
        stranger = new Visitor(mvc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/school/undertakings",
                "/province/schools",
                "/ministry/overview",
                "/account/password",
                "/actuator",
                "/.git/config",
                "/nowhere"
            })
    void leadsStrangersToTheEntrance(String path) throws Exception {
        stranger.get(path);
        assertThat(stranger.status()).isEqualTo(303);
        assertThat(stranger.location()).isEqualTo("/");
    }

    @Test
    void tellsScriptsThatNobodyIsSignedIn() throws Exception {
        stranger.send(get("/school/undertakings").header("Accept", "application/json"));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.response().getContentAsString()).contains("\"message\":\"30 分钟没有操作");
        stranger.send(get("/school/undertakings").header("HX-Request", "true"));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.response().getHeader("HX-Redirect")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "SCHOOL, 9913011034, /province/schools",
        "SCHOOL, 9913011034, /ministry/overview",
        "PROVINCE, test-province, /school/undertakings",
        "PROVINCE, test-province, /ministry/overview",
        "MINISTRY, test-ministry, /province/schools",
        "MINISTRY, test-ministry, /nowhere",
        "MINISTRY, test-ministry, /error"
    })
    void showsAnotherTiersPagesAsAbsent(String door, String userName, String path)
            throws Exception {
        var visitor = people.signedIn(mvc, door, userName);
        var page = visitor.get(path);
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(page.expectFirst("main").text()).contains("没有这一页，或不在您的辖区。");
    }

    @Test
    void refusesFormsWithoutTokenOrFromElsewhere() throws Exception {
        var visitor = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        visitor.send(post("/sign-out"));
        assertThat(visitor.status()).isEqualTo(403);
        var token = visitor.get("/account/password").expectFirst("[name=_csrf]").val();
        for (var origin : new String[] {"https://evil.example", "null", "http://localhost:81"}) {
            visitor.send(post("/sign-out").param("_csrf", token).header("Origin", origin));
            assertThat(visitor.status()).isEqualTo(403);
        }
        visitor.send(post("/sign-out").param("_csrf", token).header("Origin", "http://localhost"));
        assertThat(visitor.status()).isEqualTo(303);
    }

    /** A page that saves many times sends the token it came with each time. */
    @Test
    void takesOneTokenForManyRequests() throws Exception {
        var visitor = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        var token = visitor.get("/account/password").expectFirst("[name=_csrf]").val();
        for (int i = 0; i < 3; i++) {
            visitor.send(post("/account/password").param("_csrf", token));
            assertThat(visitor.status()).isNotEqualTo(403);
        }
    }

    @Test
    void putsMessagesInPlaceForHtmx() throws Exception {
        var visitor = people.signedIn(mvc, "SCHOOL", People.SCHOOL);
        var message = visitor.send(get("/school/none").header("HX-Request", "true"));
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(message.expectFirst(".msg.bad").text()).matches("没有这一页，或不在您的辖区。 编号 [0-9A-F]{6}");
        assertThat(visitor.response().getHeader("HX-Retarget")).isEqualTo("#alert");
    }

    @Test
    void refusesWhatIsTooHeavy() throws Exception {
        stranger.send(
                post("/sign-in")
                        .contentType("application/x-www-form-urlencoded")
                        .content("a=" + "x".repeat(3 << 20)));
        assertThat(stranger.status()).isEqualTo(413);
        assertThat(stranger.page().text()).contains("提交的内容太大");
    }

    @ParameterizedTest
    @CsvSource({"GET, /, 200", "GET, /school/x, 303", "POST, /sign-in, 403", "PUT, /, 403"})
    void carriesItsHeadersOnEveryAnswer(String method, String path, int status) throws Exception {
        stranger.send(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                        org.springframework.http.HttpMethod.valueOf(method), path));
        assertThat(stranger.status()).isEqualTo(status);
        var expected =
                Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cache-Control", "no-store");
        expected.forEach((name, value) ->
                assertThat(stranger.response().getHeaders(name)).containsExactly(value));
        assertThat(stranger.response().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void letsBrowsersKeepStaticFilesForGood() throws Exception {
        var sheet = stranger.get("/").expectFirst("link[rel=stylesheet]").attr("href");
        stranger.get(sheet);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.response().getHeader("Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
        stranger.get("/assets/0123456789ab/app.css");
        assertThat(stranger.status()).isEqualTo(404);
    }
}
