package org.chengjie;

import jakarta.servlet.http.Cookie;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.FilingWindows;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Two provinces, schools that a test adds to them, and whoever acts for them at whatever moment the
 * test names.
 */
@Component
public class World {

    public static final String PROVINCE = "140000";
    public static final String OTHER_PROVINCE = "130000";

    /** Within {@link #WINDOW}. */
    public static final Instant DURING = Instant.parse("2020-11-02T02:00:00Z");

    public static final FilingWindow WINDOW =
            new FilingWindow(
                    LocalDate.of(2020, 10, 19),
                    LocalDate.of(2020, 11, 6),
                    LocalDate.of(2020, 12, 11),
                    "",
                    0);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Units units;
    private final Accounts accounts;
    private final FilingWindows windows;
    private final Plans plans;
    private final JdbcClient jdbc;
    private final Clock clock;

    World(
            Units units,
            Accounts accounts,
            FilingWindows windows,
            Plans plans,
            JdbcClient jdbc,
            Clock clock) {
        this.units = units;
        this.accounts = accounts;
        this.windows = windows;
        this.plans = plans;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new officer of a province, which is named by its code. */
    public Actor officer(String province, String name) {
        return person(province(province), name, false);
    }

    /** A new school of a province, and whoever files for it. */
    public Actor school(String province) {
        return school(province, "太原市");
    }

    /** The same, of no known city. */
    public Actor schoolWithoutCity(String province) {
        return school(province, "");
    }

    private Actor school(String province, String city) {
        var code =
                "99%s%06d".formatted(province.substring(0, 2), 500_000 + COUNT.incrementAndGet());
        var school =
                units.add(
                        NewUnit.school(province(province), code, "学校" + code, Kind.COLLEGE, city));
        return person(school, "李敏", true);
    }

    /** A new city of a province, and whoever gate-checks there. */
    public Actor city(String province, String name) {
        var code = "%s-%d".formatted(province, COUNT.incrementAndGet());
        return person(units.add(NewUnit.city(province(province), code, name)), "赵科", true);
    }

    /** A new body of a city, and whoever files for it. */
    public Actor schoolOf(Actor city, Kind kind) {
        var code =
                "99%s%06d"
                        .formatted(
                                city.unitCode().substring(0, 2), 500_000 + COUNT.incrementAndGet());
        var parent = units.find(city.unitId(), city.reach());
        return person(
                units.add(NewUnit.school(parent, code, "学校" + code, kind, city.unitName())),
                "李敏",
                true);
    }

    public Actor ministry() {
        var root = new org.chengjie.shared.Reach("/");
        return person(
                units.find(java.util.Objects.requireNonNull(province(PROVINCE).parentId()), root),
                "何司",
                false);
    }

    /** The province opens {@link #WINDOW} to its schools. */
    public void open(Actor officer) {
        open(officer, WINDOW);
    }

    /** The province opens a window around today, for pages, which are judged by the clock. */
    public void openNow(Actor officer) {
        var today = ChinaTime.dayOf(clock.instant());
        open(
                officer,
                new FilingWindow(
                        today.minusDays(14), today.plusDays(14), today.plusDays(28), "", 0));
    }

    public void open(Actor officer, FilingWindow window) {
        windows.publish(officer, plans.current().id(), window);
    }

    /** Moves a province's days, as if they had been set so. */
    public void setDays(Actor officer, int opens, int closes, int revisionCloses) {
        var today = ChinaTime.dayOf(clock.instant());
        jdbc.sql(
                        """
                        update filing.filing_window
                           set opens = :opens, closes = :closes, revision_closes = :revision
                         where province_id = :province
                        """)
                .param("opens", today.plusDays(opens))
                .param("closes", today.plusDays(closes))
                .param("revision", today.plusDays(revisionCloses))
                .param("province", officer.unitId())
                .update();
    }

    public void makeViewer(Actor actor) {
        jdbc.sql("update account.account set role = 'VIEWER' where id = :id")
                .param("id", actor.accountId())
                .update();
    }

    /** Somebody's browser, signed in. */
    public Visitor visit(MockMvc mvc, Actor actor) {
        return new Visitor(mvc, new Cookie("login", signIn(actor)));
    }

    /** What the cookie of a signed-in browser holds. */
    public String signIn(Actor actor) {
        var token = "test-token-" + COUNT.incrementAndGet();
        jdbc.sql(
                        """
                        insert into account.login (token_hash, account_id, address, started_at, seen_at)
                        values (:hash, :account, '127.0.0.1', :now, :now)
                        """)
                .param("hash", sha256(token))
                .param("account", actor.accountId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    public static Actor at(Actor actor, Instant moment) {
        return new Actor(
                actor.accountId(),
                actor.userName(),
                actor.name(),
                actor.role(),
                actor.tier(),
                actor.unitId(),
                actor.unitName(),
                actor.unitCode(),
                actor.path(),
                false,
                actor.address(),
                moment);
    }

    public static Actor as(Actor actor, Role role) {
        return new Actor(
                actor.accountId(),
                actor.userName(),
                actor.name(),
                role,
                actor.tier(),
                actor.unitId(),
                actor.unitName(),
                actor.unitCode(),
                actor.path(),
                false,
                actor.address(),
                actor.arrived());
    }

    private Unit province(String code) {
        return units.provinces().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A new colleague at somebody's school. */
    public Actor colleague(Actor school, String name, Role role) {
        var userName = school.unitCode() + "-" + (10 + COUNT.incrementAndGet());
        return person(units.find(school.unitId(), school.reach()), userName, name, role, false);
    }

    private Actor person(Unit unit, String name, boolean main) {
        var userName = main ? unit.code() : "person-" + COUNT.incrementAndGet();
        return person(unit, userName, name, Role.ADMIN, main);
    }

    private Actor person(Unit unit, String userName, String name, Role role, boolean main) {
        accounts.openAll(List.of(new NewAccount(unit.id(), userName, "-", role, main)));
        long id =
                jdbc.sql(
                                """
                                update account.account
                                   set initial_password = false, contact_name = :name
                                 where user_name = :user
                                returning id
                                """)
                        .param("name", name)
                        .param("user", userName)
                        .query(Long.class)
                        .single();
        return new Actor(
                id,
                userName,
                name,
                role,
                unit.tier(),
                unit.id(),
                unit.name(),
                unit.code(),
                unit.path(),
                false,
                "127.0.0.1",
                DURING);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
