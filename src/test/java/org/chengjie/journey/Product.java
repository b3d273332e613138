package org.chengjie.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengjie.Chengjie;
import org.chengjie.database.TestDatabase;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Wall;
import org.chengjie.world.GeneratedWorld;
import org.chengjie.world.Scale;
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

    private final AtomicInteger given = new AtomicInteger();
    private final ConfigurableApplicationContext context;
    private final Playwright playwright;
    private final Browser browser;

    private Product() {
        context =
                SpringApplication.run(
                        Chengjie.class,
                        "--server.port=0",
                        "--chengjie.demo=on",
                        "--chengjie.secret=a-secret-of-the-journeys-and-of-nothing-else",
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

    /** A province whose schools have filed and whose officers have begun to decide. */
    void fills(String province, int schools) {
        seesEverything();
        context.getBean(GeneratedWorld.class).fill(Scale.province(province, schools));
    }

    /** As if all that waits in a province had been approved. */
    void decidesAll(String province) {
        jdbc().sql(
                        """
                        update filing.undertaking r
                           set stage = 'APPROVED', version = nextval('filing.version')
                          from organisation.unit p
                         where p.tier = 'PROVINCE' and p.code = :province and starts_with(r.school_path, p.path)
                           and r.undertaken and r.stage = 'SUBMITTED'
                        """)
                .param("province", province)
                .update();
    }

    /** An approved row with a quantity: the code of its school, its item, what it says. */
    List<String> approvedRow(String province) {
        return jdbc().sql(
                        """
                        select s.code, i.no, r.quantity
                          from filing.undertaking r
                          join filing.filing f on f.id = r.filing_id and f.submitted_at is not null
                          join organisation.unit s on s.id = f.school_id
                          join organisation.unit p on starts_with(s.path, p.path) and p.tier = 'PROVINCE' and p.code = :province
                          join plan.item i on i.id = r.item_id
                         where r.stage = 'APPROVED' and r.takes_quantity
                         order by r.id limit 1
                        """)
                .param("province", province)
                .query((row, _) ->
                        List.of(
                                row.getString("code"),
                                row.getString("no"),
                                String.valueOf(row.getLong("quantity"))))
                .single();
    }

    /** As if an officer had said days ago that everything up to then had been looked at. */
    void lookedDaysAgo(String userName, int days) {
        jdbc().sql(
                        """
                        insert into review.look (account_id, since)
                        select id, now() - make_interval(days => :days) from account.account where user_name = :user
                        """)
                .param("user", userName)
                .param("days", days)
                .update();
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

    /** The code of a school that has filed nothing, another one with each call. */
    String school(String province) {
        return jdbc().sql(
                        """
                        select s.code
                          from organisation.unit s
                          join organisation.unit p on starts_with(s.path, p.path) and p.tier = 'PROVINCE' and p.code = :province
                          join account.account a on a.unit_id = s.id and a.initial_password
                         where s.tier = 'SCHOOL' and s.kind <> 'OTHER' and s.code like '41%' and s.code <> '4114013528'
                           and not exists (select from filing.filing f where f.school_id = s.id)
                         order by s.code desc
                        offset :given limit 1
                        """)
                .param("province", province)
                .param("given", given.getAndIncrement())
                .query(String.class)
                .single();
    }

    /** As if the sign-ins of a school had run out. */
    void signsOut(String code) {
        jdbc().sql(
                        """
                        delete from account.login
                         where account_id in (select id from account.account where user_name = :code)
                        """)
                .param("code", code)
                .update();
    }

    /** Field, before and after of all that a school has changed, the oldest first. */
    List<List<String>> changes(String code) {
        return jdbc().sql(
                        """
                        select c ->> 'field' as field, c ->> 'before' as before, c ->> 'after' as after
                          from audit.entry e
                          join organisation.unit u on u.path = e.subject_path and u.code = :code
                         cross join lateral jsonb_array_elements(e.changes) with ordinality as t (c, n)
                         order by e.id, n
                        """)
                .param("code", code)
                .query((row, _) ->
                        List.of(
                                row.getString("field"),
                                row.getString("before"),
                                row.getString("after")))
                .list();
    }

    /** As if the province had changed the last day of its window, by so many days from today. */
    void closes(String province, int days) {
        jdbc().sql(
                        """
                        update filing.filing_window set closes = current_date + :days
                         where province_id = (select id from organisation.unit where tier = 'PROVINCE' and code = :province)
                        """)
                .param("province", province)
                .param("days", days)
                .update();
    }

    /** The last day of a province's window, {@code 2026-12-12}. */
    String lastDay(String province) {
        return jdbc().sql(
                        """
                        select closes::text from filing.filing_window
                         where province_id = (select id from organisation.unit where tier = 'PROVINCE' and code = :province)
                        """)
                .param("province", province)
                .query(String.class)
                .single();
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
        seesEverything();
        return context.getBean(JdbcClient.class);
    }

    private static Path chromium() {
        return BROWSERS.stream()
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Missing: chromium"));
    }

    /** What a journey arranges and looks up by itself is nobody's in particular. */
    private static void seesEverything() {
        Wall.turn(new Reach("/"));
    }
}
