package org.chengjie.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chengjie.Chengjie;
import org.chengjie.database.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product, started once for all journeys with the demo world in a database of its own, and the
 * browser that looks at it. Each journey has a school to itself.
 */
final class Product {

    private static final List<Path> BROWSERS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final class Holder {
        static final Product RUNNING = new Product();
    }

    private final ConfigurableApplicationContext context;
    private final Playwright playwright;
    private final Browser browser;

    private Product() {
        context =
                SpringApplication.run(
                        Chengjie.class,
                        "--server.port=0",
                        "--chengjie.demo=on",
                        "--chengjie.database-url=" + TestDatabase.freshDatabase());
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(FLAGS));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    static Product running() {
        return Holder.RUNNING;
    }

    Browser browser() {
        return browser;
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** As if the province had switched 市级初审 on, whoever is signed in there meanwhile. */
    void letsCitiesReview(String province) {
        jdbc().sql(
                        """
                        insert into review.setting (province_id, city_review)
                        select id, true from organisation.unit where tier = 'PROVINCE' and code = :province
                        on conflict (province_id) do update set city_review = true
                        """)
                .param("province", province)
                .update();
    }

    /** As if the days had passed until a school's extension is over. */
    void letsExtensionsRunOut(String school) {
        jdbc().sql(
                        """
                        update filing.extension set last_day = current_date - 2
                         where school_id = (select id from organisation.unit where code = :school)
                        """)
                .param("school", school)
                .update();
    }

    /** What a person reads off the sign-in picture. */
    String readPicture(String captchaId) {
        return jdbc().sql("select answer from account.captcha where id = :id")
                .param("id", UUID.fromString(captchaId))
                .query(String.class)
                .single();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private static Path chromium() {
        return BROWSERS.stream()
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Missing: chromium"));
    }
}
