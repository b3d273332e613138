package org.chengjie.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody at a browser, who finds things by their role, label or text, and signs in by reading.
 */
final class Visitor implements AutoCloseable {

    /** The browser's own note of an answer that the product gives on purpose. */
    private static final Pattern EXPECTED =
            Pattern.compile("Failed to load resource: .* status of (409|422) .*");

    private final Product product = Product.running();
    private final BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>(List.of(EXPECTED));

    Visitor(Browser.NewContextOptions options) {
        this(options, Product.running().address());
    }

    Visitor(Browser.NewContextOptions options, String address) {
        context = product.browser().newContext(options.setBaseURL(address).setLocale("zh-CN"));
        context.setDefaultTimeout(8_000);
        page = newPage();
    }

    private Page newPage() {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && expected.stream().noneMatch(one -> one.matcher(message.text()).matches())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Closes the window as if the machine had been switched off, and opens another. */
    Visitor reopens() {
        page.close();
        page = newPage();
        return this;
    }

    /** At a desk, with a screen of usual width. */
    static Visitor atADesk() {
        return new Visitor(new Browser.NewContextOptions().setViewportSize(1440, 1000));
    }

    Page page() {
        return page;
    }

    void opens(String path) {
        page.navigate(path);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator tick(String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    void reads(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
    }

    void reads(Pattern heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
    }

    /** In the menu on the left. */
    void goesTo(String entry) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(entry))
                .click();
        reads(entry);
    }

    void signsIn(String door, String userName, String password) {
        opens("/");
        fillsTheEntrance(door, userName, password);
        readsThePicture();
        button("登录").click();
    }

    void fillsTheEntrance(String door, String userName, String password) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(door)).check();
        field("用户名").fill(userName);
        field("密码").fill(password);
    }

    void readsThePicture() {
        var id = page.locator("input[name=captchaId]").inputValue();
        field("验证码").fill(product.readPicture(id));
    }

    /** The forced change, filled in rightly, with the contact of the manual's example. */
    void changesTheInitialPassword(String password) {
        changesTheInitialPassword("123456", password);
    }

    void changesTheInitialPassword(String initial, String password) {
        changesTheInitialPassword(initial, password, "本校联系人1");
    }

    void changesTheInitialPassword(String initial, String password, String name) {
        reads("修改密码");
        field("旧密码").fill(initial);
        field("新密码").fill(password);
        field("重新输入新密码").fill(password);
        page.locator("#name").fill(name);
        field("办公电话").fill("0310-8888888");
        field("手机号").fill("13000000001");
        button("提交").click();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Into whatever has the focus. */
    void types(String text) {
        page.keyboard().insertText(text);
    }

    /** Copies the block elsewhere and pastes it where the cursor is. */
    void pastes(String block) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("text => navigator.clipboard.writeText(text)", block);
        press("Control+v");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    }

    /** A key again and again, until the focus is there. */
    void presses(String key, Locator until) {
        var there = until.elementHandle();
        for (int i = 0; i < 100; i++) {
            if ((Boolean) page.evaluate("field => field === document.activeElement", there)) {
                return;
            }
            press(key);
        }
        assertThat(until).isFocused();
    }

    void signsOut() {
        button("退出").click();
        assertThat(button("登录")).isVisible();
    }

    /** That a browser says this costs nothing from now on. */
    Visitor bears(String complaint) {
        expected.add(Pattern.compile(complaint));
        return this;
    }

    /** What the browser had to complain of: refused by our own policy, failed scripts. */
    void complainsOfNothing() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
