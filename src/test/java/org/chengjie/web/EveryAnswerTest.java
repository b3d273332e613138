package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import gg.jte.TemplateException;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.chengjie.PageTest;
import org.chengjie.World;
import org.chengjie.shared.Actor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What every answer carries and what none tells, on every status and over a real port: pages, their
 * errors, static files, downloads, and what the server refuses before it knows of us (checks V3.4,
 * V13.4, V14.3).
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "chengjie.pool-size=8")
@ContextConfiguration(initializers = PageTest.OnFreshDatabase.class)
@Import(EveryAnswerTest.Faulty.class)
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAnswerTest {

    /** Faults that no page has on purpose. */
    @RestController
    static class Faulty {

        private final JdbcClient jdbc;
        private final TransactionOperations transaction;

        Faulty(JdbcClient jdbc, TransactionOperations transaction) {
            this.jdbc = jdbc;
            this.transaction = transaction;
        }

        @GetMapping("/account/fault")
        String fault() {
            throw new IllegalStateException("secret: select * from account.account");
        }

        @GetMapping("/account/away")
        String away() {
            throw new CannotCreateTransactionException("secret: jdbc:postgresql://db.example");
        }

        /** As when it goes away while a page is written that asks for something more. */
        @GetMapping("/account/torn")
        String torn() {
            throw new TemplateException(
                    "secret.jte", new DataAccessResourceFailureException("secret"));
        }

        /** As when the server is killed: neither the statement ends nor the transaction. */
        @GetMapping("/account/cut")
        String cut() {
            return transaction.execute(status -> {
                // The lesser role may not end what its owner began.
                jdbc.sql("reset role").update();
                return jdbc.sql("select pg_terminate_backend(pg_backend_pid())::text as secret")
                        .query(String.class)
                        .single();
            });
        }
    }

    enum Who {
        STRANGER,
        SCHOOL,
        OFFICER,
        HASTY
    }

    record Ask(int status, Who who, String method, String path, String body, List<String> headers) {

        Ask(int status, Who who, String method, String path, String body, String... headers) {
            this(status, who, method, path, body, List.of(headers));
        }
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Map<String, String> CARRIED =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "same-origin",
                    "X-Frame-Options", "DENY",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private static final List<String> UNTOLD =
            List.of("Server", "X-Powered-By", "Access-Control-Allow-Origin");

    private static final Pattern TECHNICAL =
            Pattern.compile(
                    "(?i)secret|exception|\\bat (org|java)\\.|tomcat|spring|whitelabel|jdbc|select \\*|stack ?trace");

    private static final Pattern NUMBER = Pattern.compile("(?:编号 |\"reference\":\")([0-9A-F]{6})");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:src|href|action)=\"(?:https?:)?//", Pattern.CASE_INSENSITIVE);

    @LocalServerPort private int port;
    @Autowired private World world;
    @Autowired private HikariDataSource pool;

    private Wire wire;
    private Actor school;
    private Actor officer;
    private Actor hasty;

    @BeforeAll
    void settle() {
        officer = world.officer(World.PROVINCE, "周敏");
        hasty = world.officer(World.PROVINCE, "王磊");
        world.openNow(officer);
        school = world.school(World.PROVINCE);
    }

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    static Stream<Ask> asked() {
        var heavy = "a=" + "x".repeat(3 << 20);
        return Stream.of(
                new Ask(200, Who.STRANGER, "GET", "/", ""),
                new Ask(200, Who.STRANGER, "HEAD", "/", ""),
                new Ask(200, Who.STRANGER, "OPTIONS", "/", ""),
                new Ask(200, Who.STRANGER, "GET", "/verify", ""),
                new Ask(200, Who.STRANGER, "GET", Assets.url("app.css"), ""),
                new Ask(303, Who.STRANGER, "GET", "/school/undertakings", ""),
                new Ask(303, Who.STRANGER, "GET", "/actuator/env", ""),
                new Ask(303, Who.STRANGER, "GET", "/v3/api-docs", ""),
                new Ask(303, Who.STRANGER, "GET", "/.git/config", ""),
                new Ask(
                        401,
                        Who.STRANGER,
                        "POST",
                        "/school/undertakings",
                        "",
                        "Accept",
                        "application/json",
                        "X-Token",
                        "own"),
                new Ask(403, Who.STRANGER, "POST", "/sign-in", "userName=x", "Content-Type", FORM),
                new Ask(403, Who.SCHOOL, "POST", "/sign-out", "", "Content-Type", FORM),
                new Ask(
                        403,
                        Who.SCHOOL,
                        "POST",
                        "/school/undertakings",
                        "",
                        "X-Token",
                        "own",
                        "HX-Request",
                        "true",
                        "Origin",
                        "https://elsewhere.example"),
                new Ask(404, Who.STRANGER, "GET", "/assets/none.js", ""),
                new Ask(404, Who.SCHOOL, "GET", "/province/schools", ""),
                new Ask(404, Who.SCHOOL, "GET", "/actuator", ""),
                new Ask(404, Who.SCHOOL, "GET", "/none", "", "HX-Request", "true"),
                new Ask(405, Who.SCHOOL, "GET", "/sign-out", ""),
                new Ask(405, Who.STRANGER, "TRACE", "/", "", "X-Mark", "secret"),
                new Ask(413, Who.STRANGER, "POST", "/sign-in", heavy, "Content-Type", FORM),
                new Ask(
                        413,
                        Who.STRANGER,
                        "POST",
                        "/sign-in",
                        "a=1&".repeat(100_000),
                        "Content-Type",
                        FORM),
                new Ask(429, Who.HASTY, "GET", "/province/register/template", ""),
                new Ask(
                        429,
                        Who.HASTY,
                        "GET",
                        "/province/register/template",
                        "",
                        "Accept",
                        "application/json"),
                new Ask(500, Who.SCHOOL, "GET", "/account/fault", ""),
                new Ask(500, Who.SCHOOL, "GET", "/account/fault", "", "Accept", "application/json"),
                new Ask(503, Who.SCHOOL, "GET", "/account/away", ""),
                new Ask(503, Who.SCHOOL, "GET", "/account/cut", ""),
                new Ask(503, Who.SCHOOL, "GET", "/account/torn", ""),
                new Ask(200, Who.SCHOOL, "GET", "/school/undertakings", ""),
                new Ask(200, Who.SCHOOL, "GET", "/school/workbook", ""),
                new Ask(200, Who.OFFICER, "GET", "/province/schools", ""),
                new Ask(200, Who.OFFICER, "GET", "/province/register/template", ""));
    }

    /** By us, so the server must not do it again, and only for whoever can read it. */
    @Test
    void sendsAPageCompressedToWhoeverAsks() throws Exception {
        var plain = wire.fetch("/verify");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        var compressed = wire.fetch("/verify", "Accept-Encoding", "br, GZIP;q=0.5");
        assertThat(compressed.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(compressed.headers().firstValue("Vary").orElseThrow())
                .containsIgnoringCase("accept-encoding");
        assertThat(compressed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(compressed.body().length)
                .isLessThan(plain.body().length);
        try (var page = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("<!doctype html>")
                    .contains("</html>");
        }
        for (var refused : List.of("gzip;q=0", "gzip; q=0.00", "identity", "x-gzip2")) {
            assertThat(wire.fetch("/verify", "Accept-Encoding", refused).body())
                    .startsWith("<!doctype html>".getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void carriesItsHeadersAndTellsNothingOfTheInside(Ask ask, CapturedOutput log) throws Exception {
        var answer = send(ask);
        for (int n = 0; ask.status() == 429 && answer.statusCode() != 429; n++) {
            assertThat(n).isLessThan(2 * Costly.EXPORT.perAccount);
            answer = send(ask);
        }
        check(ask, answer, log);
    }

    /** Before the page's script gives up, which is after twenty seconds (static/wire.js). */
    @Test
    void saysSoonThatTheDatabaseCannotBeAsked(CapturedOutput log) throws Exception {
        var login = world.signIn(school);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
            var ask = new Ask(503, Who.SCHOOL, "GET", "/school/undertakings", "");
            long begun = System.nanoTime();
            check(ask, wire.ask("GET", ask.path(), "", "Cookie", "login=" + login), log);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(15));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private static void check(Ask ask, HttpResponse<String> answer, CapturedOutput log) {
        assertThat(answer.statusCode()).isEqualTo(ask.status());
        CARRIED.forEach((name, value) ->
                assertThat(answer.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValue(
                        ask.path().equals(Assets.url("app.css"))
                                ? "max-age=31536000, public, immutable"
                                : "no-store");
        UNTOLD.forEach(name -> assertThat(answer.headers().allValues(name)).as(name).isEmpty());
        // Over plain http a browser would not take it, and would have to be told by a forger.
        assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("Path=/", "HttpOnly", "SameSite=Lax"));
        if (!ask.path().endsWith(".css") && !answer.body().startsWith("PK")) {
            assertThat(answer.body()).doesNotContainPattern(TECHNICAL);
            assertThat(answer.body()).doesNotContainPattern(ELSEWHERE);
        }
        if (ask.status() >= 400 && ask.status() != 401) {
            assertThat(log.getAll()).contains(number(answer.body()));
        }
        if (ask.status() == 429) {
            assertThat(answer.headers().firstValue("Retry-After").orElseThrow())
                    .matches("[1-9]\\d*");
            assertThat(answer.body()).contains("您填的内容都在", "秒后再试");
        }
    }

    private static String number(String body) {
        var number = NUMBER.matcher(body);
        assertThat(number.find()).as(body).isTrue();
        return number.group(1);
    }

    /** Each of these is no request at all, so that none of our filters sees it. */
    @ParameterizedTest
    @MethodSource("garbled")
    void refusesWhatIsNoRequestInTheSameManner(String request, CapturedOutput log)
            throws Exception {
        var answer = wire.raw(request);
        assertThat(answer).startsWith("HTTP/1.1 4");
        CARRIED.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
        assertThat(answer)
                .contains("Content-Security-Policy: default-src 'none'", "没有看懂这次请求")
                .doesNotContainPattern(TECHNICAL);
        assertThat(log.getAll()).contains(number(answer));
    }

    static Stream<String> garbled() {
        return Stream.of(
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: "
                        + "x".repeat(20_000)
                        + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void believesNoForwardedHeaderOfAStranger() throws Exception {
        var answer =
                wire.ask(
                        "GET",
                        "/school/undertakings",
                        "",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "elsewhere.example",
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Prefix",
                        "/elsewhere",
                        "Forwarded",
                        "for=203.0.113.9;proto=https;host=elsewhere.example");
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(answer.headers().allValues("Strict-Transport-Security")).isEmpty();
        assertThat(String.join(";", answer.headers().allValues("Set-Cookie")))
                .doesNotContain("__Host-");
    }

    private HttpResponse<String> send(Ask ask) throws Exception {
        var headers = Stream.<String>builder();
        var cookie = new StringBuilder("a=b");
        if (ask.who() != Who.STRANGER) {
            cookie.append("; login=").append(world.signIn(actor(ask.who())));
        }
        for (int i = 0; i < ask.headers().size(); i += 2) {
            if (ask.headers().get(i).equals("X-Token")) {
                var page =
                        wire.ask(
                                "GET",
                                ask.who() == Who.STRANGER ? "/" : "/account/password",
                                "",
                                "Cookie",
                                cookie.toString());
                cookie.append("; ")
                        .append(page.headers().allValues("Set-Cookie").getFirst().split(";", 2)[0]);
                headers.add("X-CSRF-TOKEN")
                        .add(Jsoup.parse(page.body()).expectFirst("[name=_csrf]").val());
            } else {
                headers.add(ask.headers().get(i)).add(ask.headers().get(i + 1));
            }
        }
        headers.add("Cookie").add(cookie.toString());
        return wire.ask(
                ask.method(), ask.path(), ask.body(), headers.build().toArray(String[]::new));
    }

    private Actor actor(Who who) {
        return switch (who) {
            case SCHOOL -> school;
            case OFFICER -> officer;
            case HASTY -> hasty;
            case STRANGER -> throw new IllegalArgumentException();
        };
    }
}
