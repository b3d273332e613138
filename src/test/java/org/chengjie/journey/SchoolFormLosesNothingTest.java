package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One night before the deadline: the form saves itself, and neither a cut, nor a faulty server, nor
 * a lost answer, nor an ended sign-in, nor a closed window of the browser costs a key stroke (spec
 * F5-F7, A6).
 */
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Story.class)
class SchoolFormLosesNothingTest {

    private static final String PASSWORD = "tianbao2020";
    private static final String SAVES = "**/school/undertakings";
    private static final Pattern SAVED = Pattern.compile("^已保存 \\d\\d:\\d\\d:\\d\\d$");
    private static final Pattern AWAY = Pattern.compile("^未能保存（网络中断，已存在本机）$");

    private final Product product = Product.running();
    private final Look look = new Look();
    private String code;
    private Visitor school;
    private FormOnScreen form;

    @BeforeAll
    void arrives() {
        code = product.school("140000");
        school =
                Visitor.atADesk()
                        .bears(
                                "Failed to load resource: (net::.*|.* status of (401|403|429|500) .*)");
        school.signsIn("学校（或其他）", code, "123456");
        school.changesTheInitialPassword(PASSWORD);
        school.reads("承接任务");
        form = new FormOnScreen(school);
    }

    @AfterAll
    void leaves() {
        school.close();
    }

    @Test
    @Order(1)
    void savesWithoutBeingTold() {
        form.fills(FormOnScreen.EXAMPLE.get(2));
        form.state(SAVED);
        school.page().locator("#contact-name").fill("李敏");
        form.state(Pattern.compile("有未保存的改动|正在保存…"));
        form.state(SAVED);
        school.page().reload();
        form.shows(FormOnScreen.EXAMPLE.get(2));
        assertThat(school.page().locator("#contact-name")).hasValue("李敏");
        assertThat(school.page().locator("#left-copies > *")).hasCount(0);
    }

    @Test
    @Order(2)
    void goesOnWhereTheNetworkWasCut() {
        context().setOffline(true);
        form.cell("3.1", "学校自筹").fill("61");
        form.state(AWAY);
        assertThat(school.text("暂时连不上服务器。您填的内容已存在本机浏览器，连上后自动保存，请不要关闭本页。")).isVisible();
        look.at(school, "filing-away");
        form.cell("3.1", "地市县投入").fill("62");
        context().setOffline(false);
        form.state(SAVED);
        stands("学校自筹", "61");
        stands("地市县投入", "62");
    }

    @Test
    @Order(3)
    void triesAgainWhereTheServerFailed() {
        fails(500, "平台出了问题，已记录（编号 7F3A）。您填的内容都在，请稍后再试。", 2);
        form.cell("3.1", "学校自筹").fill("63");
        assertThat(school.text("平台出了问题，已记录（编号 7F3A）。")).isVisible();
        form.state(SAVED);
        school.page().unroute(SAVES);
        stands("学校自筹", "63");
    }

    @Test
    @Order(3)
    void triesAgainWhenToldThatItWasTooMuch() {
        fails(429, "刚才的操作太多，这一次没有办理。您填的内容都在，请 3 秒后再试。", 1);
        form.cell("3.1", "学校自筹").fill("64");
        form.state(Pattern.compile("^未能保存（稍后自动再存，已存在本机）$"));
        assertThat(school.text("您填的内容都在，请 3 秒后再试。")).isVisible();
        form.cell("3.1", "学校自筹").fill("65");
        form.state(SAVED);
        school.page().unroute(SAVES);
        stands("学校自筹", "65");
    }

    private void fails(int status, String words, int times) {
        var failures = new AtomicInteger();
        school.page()
                .route(
                        SAVES,
                        route -> {
                            if (route.request().method().equals("POST")
                                    && failures.incrementAndGet() <= times) {
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setStatus(status)
                                                .setHeaders(Map.of("Retry-After", "3"))
                                                .setContentType("application/json")
                                                .setBody("{\"message\":\"" + words + "\"}"));
                            } else {
                                route.resume();
                            }
                        });
    }

    @Test
    @Order(4)
    void takesAnAnswerThatGotLostForNoClash() {
        var lost = new AtomicInteger();
        school.page()
                .route(
                        SAVES,
                        route -> {
                            if (route.request().method().equals("POST")
                                    && lost.getAndIncrement() == 0) {
                                route.fetch();
                                route.abort();
                            } else {
                                route.resume();
                            }
                        });
        form.cell("3.1", "学校自筹").fill("64");
        form.state(AWAY);
        form.cell("3.1", "学校自筹").fill("65");
        form.state(SAVED);
        school.page().unroute(SAVES);
        assertThat(school.text("请选择保留哪一份")).isHidden();
        stands("学校自筹", "65");
    }

    @Test
    @Order(5)
    void signsInAgainInPlace() {
        product.signsOut(code);
        form.cell("3.1", "学校自筹").fill("66");
        assertThat(school.text("请重新登录")).isVisible();
        look.at(school, "filing-sign-in-again");
        var dialog = school.page().locator("#sign-in-again");
        assertThat(dialog.getByLabel("用户名")).hasValue(code);
        dialog.getByLabel("密码").fill("wrong2020");
        school.readsThePicture();
        school.button("登录").click();
        assertThat(school.text("用户名或密码不对。请检查后再试。")).isVisible();
        dialog.getByLabel("密码").fill(PASSWORD);
        school.readsThePicture();
        school.button("登录").click();
        assertThat(dialog).isHidden();
        form.state(SAVED);
        stands("学校自筹", "66");
    }

    @Test
    @Order(6)
    void offersWhatAClosedWindowLeftBehind() {
        context().setOffline(true);
        form.cell("3.1", "学校自筹").fill("67");
        form.cell("3.1", "行业企业投入").fill("");
        form.cell("3.1", "地市县投入").fill("68");
        form.state(AWAY);
        school = school.reopens();
        form = new FormOnScreen(school);
        context().setOffline(false);
        school.opens("/school/undertakings");
        assertThat(school.text("未保存的内容（2 格）。")).isVisible();
        assertThat(form.cell("3.1", "学校自筹")).hasValue("66");
        look.at(school, "filing-left-copy");
        school.button("恢复").click();
        form.state(SAVED);
        stands("学校自筹", "67");
        stands("地市县投入", "68");
        stands("行业企业投入", "5");
        assertThat(school.page().locator("#left-copies > *")).hasCount(0);
    }

    @Test
    @Order(7)
    void restoresNothingOverWhatCameLater() {
        context().setOffline(true);
        form.cell("3.1", "学校自筹").fill("70");
        form.state(AWAY);
        school = school.reopens();
        form = new FormOnScreen(school);
        context().setOffline(false);
        try (var colleague = Visitor.atADesk()) {
            colleague.signsIn("学校（或其他）", code, PASSWORD);
            var theirs = new FormOnScreen(colleague);
            theirs.cell("3.1", "学校自筹").fill("71");
            theirs.state(SAVED);
        }
        school.opens("/school/undertakings");
        assertThat(school.text("这里后来又改过")).isVisible();
        assertThat(school.page().locator("#left-copies input")).not().isChecked();
        school.button("不用").click();
        stands("学校自筹", "71");
    }

    @Test
    @Order(8)
    void keepsBothPeoplesRowsAndLetsChooseWhereTheyMeet() {
        try (var colleague = Visitor.atADesk()) {
            colleague.signsIn("学校（或其他）", code, PASSWORD);
            var theirs = new FormOnScreen(colleague);
            theirs.fills(FormOnScreen.EXAMPLE.getFirst());
            theirs.state(SAVED);
            theirs.cell("1", "学校自筹").focus();
            form.fills(FormOnScreen.EXAMPLE.get(3));
            form.state(SAVED);
            form.shows(FormOnScreen.EXAMPLE.getFirst());
            form.cell("1", "学校自筹").fill("11");
            form.state(SAVED);
            theirs.cell("1", "学校自筹").fill("12");
            theirs.cell("3.3", "学校自筹");
            assertThat(colleague.text("请选择保留哪一份，其他行不受影响。")).isVisible();
            look.at(colleague, "filing-clash");
            colleague.button("保留我的").click();
            theirs.state(SAVED);
            form.cell("1", "行业企业投入").fill("13");
            assertThat(school.text("请选择保留哪一份，其他行不受影响。")).isVisible();
            school.button("改用对方的").click();
            form.state(SAVED);
            assertThat(form.cell("1", "学校自筹")).hasValue("12");
            assertThat(form.cell("1", "行业企业投入")).hasValue("2");
            theirs.cell("3.1", "举办方投入").focus();
            colleague.page().evaluate("dispatchEvent(new Event('visibilitychange'))");
            colleague.page().waitForTimeout(500);
            school.page().evaluate("dispatchEvent(new Event('visibilitychange'))");
            assertThat(school.text("您自己在另一个窗口正在填 3.1")).isVisible();
            look.at(school, "filing-company");
        }
    }

    @Test
    @Order(9)
    void keepsUpOverASlowConnection() {
        var wire = context().newCDPSession(school.page());
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 2_500);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", -1);
        wire.send("Network.enable");
        wire.send("Network.emulateNetworkConditions", slow);
        form.cell("3.1", "学校自筹").fill("81");
        form.state(Pattern.compile("正在保存…"));
        form.cell("3.1", "学校自筹").fill("82");
        assertThat(school.page().locator("tr[data-no='3.1']"))
                .hasAttribute(
                        "data-saved",
                        Pattern.compile("1\\|1\\|82\\|.*"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
        form.state(SAVED);
        wire.detach();
        stands("学校自筹", "82");
    }

    @Test
    @Order(10)
    void saysThatTheTimeIsOverAndHoldsWhatCameTooLate() {
        try (var late =
                Visitor.atADesk()
                        .bears("Failed to load resource: (net::.*|.* status of (403|409) .*)")) {
            late.signsIn("学校（或其他）", product.school("130000"), "123456");
            late.changesTheInitialPassword(PASSWORD);
            var theirs = new FormOnScreen(late);
            theirs.fills(FormOnScreen.EXAMPLE.getFirst());
            theirs.state(SAVED);
            var cell = theirs.cell("1", "学校自筹");
            late.page().context().setOffline(true);
            cell.fill("77");
            theirs.state(AWAY);
            product.closes("130000", -1);
            try {
                late.page().context().setOffline(false);
                looksAgain(late);
                assertThat(late.page().locator("#problems"))
                        .containsText(Pattern.compile("申报已于 .* 24:00 截止。.*没有赶上的改动仍在这一页上"));
                assertThat(late.button("提交")).isHidden();
                assertThat(late.page().locator("#window")).containsText("已截止");
                isAReading(cell);
                assertThat(late.button("撤销")).isHidden();
                cell.press("Control+z");
                assertThat(cell).hasValue("77");
                look.at(late, "filing-closed");
            } finally {
                product.closes("130000", 14);
            }
            looksAgain(late);
            assertThat(late.button("提交")).isVisible();
            theirs.state(SAVED);
            late.page().reload();
            assertThat(cell).hasValue("77");
        }
    }

    @Test
    @Order(11)
    void showsTheWindowAsTheAnswerToASaveTellsIt() {
        try (var late = Visitor.atADesk()) {
            late.signsIn("学校（或其他）", product.school("130000"), "123456");
            late.changesTheInitialPassword(PASSWORD);
            var theirs = new FormOnScreen(late);
            var window = late.page().locator("#window");
            theirs.fills(FormOnScreen.EXAMPLE.getFirst());
            theirs.state(SAVED);
            var left = window.locator("[data-left]");
            assertThat(left).hasText(Pattern.compile("^还剩 1[345] 天 .*"));
            try {
                product.closes("130000", 20);
                theirs.cell("1", "学校自筹").fill("78");
                assertThat(left).hasText(Pattern.compile("^还剩 (19|2[01]) 天 .*"));
                assertThat(window).containsText("至 " + product.lastDay("130000"));
                product.closes("130000", -1);
                theirs.cell("1", "学校自筹").fill("79");
                assertThat(window).containsText("已截止");
                assertThat(window).containsText("至 " + product.lastDay("130000"));
                assertThat(late.button("保存")).isHidden();
                isAReading(theirs.cell("1", "学校自筹"));
                late.page().reload();
                isAReading(theirs.cell("1", "学校自筹"));
            } finally {
                product.closes("130000", 14);
            }
        }
    }

    @Test
    @Order(12)
    void findsOutWhatHasBecomeOfTheFormWhenBroughtBackByTheBrowser() {
        var own = product.school("130000");
        try (var here = Visitor.atADesk();
                var elsewhere = Visitor.atADesk()) {
            here.signsIn("学校（或其他）", own, "123456");
            here.changesTheInitialPassword(PASSWORD);
            var kept = new FormOnScreen(here);
            kept.fills(FormOnScreen.EXAMPLE.getFirst());
            kept.state(SAVED);
            elsewhere.signsIn("学校（或其他）", own, PASSWORD);
            elsewhere.reads("承接任务");
            new FormOnScreen(elsewhere).submitsAfterALook();
            elsewhere.reads("本校任务情况预览");
            assertThat(here.button("提交")).isVisible();
            here.page()
                    .evaluate(
                            "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            assertThat(here.text("本校已提交。需要改动请先点“继续修改”")).isVisible();
            assertThat(here.button("提交")).isHidden();
            assertThat(here.page().locator("#window [data-left]")).isHidden();
        }
    }

    /** Its number can be read, but there is no field to be seen, and Tab passes over it. */
    private static void isAReading(Locator cell) {
        assertThat(cell).not().isEditable();
        assertThat(cell).isEnabled();
        assertThat(cell).hasAttribute("tabindex", "-1");
        assertThat(cell).hasCSS("border-top-color", "rgba(0, 0, 0, 0)");
        assertThat(cell).hasCSS("background-color", "rgba(0, 0, 0, 0)");
    }

    /** As if somebody had come back to the window. */
    private static void looksAgain(Visitor visitor) {
        visitor.page().evaluate("dispatchEvent(new Event('visibilitychange'))");
    }

    private BrowserContext context() {
        return school.page().context();
    }

    /** What the server keeps of row 3.1, as a fresh page shows it. */
    private void stands(String source, String value) {
        school.page().reload();
        assertThat(form.cell("3.1", source)).hasValue(value);
    }
}
