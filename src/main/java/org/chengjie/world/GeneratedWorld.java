package org.chengjie.world;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.account.Passwords;
import org.chengjie.filing.FilingWindows;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.report.Reconciliations;
import org.chengjie.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A world for measuring and rehearsing, as large as its {@link Scale}: written straight into the
 * tables, thousands of rows in each statement, and indistinguishable from what the product writes.
 * Whoever has signed in there has one password.
 */
@Component
public class GeneratedWorld {

    /** Of every account of the generated world that has signed in before, officers included. */
    public static final String PASSWORD = "rehearse2026";

    private static final String[] WRITTEN = {
        "organisation.unit",
        "account.account",
        "filing.filing",
        "filing.undertaking",
        "filing.move",
        "filing.submission",
        "filing.decision",
        "provincial.own_row"
    };

    private final Units units;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Plans plans;
    private final FilingWindows windows;
    private final DemoWorld demo;
    private final GeneratedSchools schools;
    private final GeneratedFilings filings;
    private final GeneratedRows rows;
    private final GeneratedMoves moves;
    private final GeneratedOwn own;
    private final Reconciliations reconciliations;
    private final JdbcClient jdbc;
    private final Clock clock;

    GeneratedWorld(
            Units units,
            Accounts accounts,
            Passwords passwords,
            Plans plans,
            FilingWindows windows,
            DemoWorld demo,
            GeneratedSchools schools,
            GeneratedFilings filings,
            GeneratedRows rows,
            GeneratedMoves moves,
            GeneratedOwn own,
            Reconciliations reconciliations,
            JdbcClient jdbc,
            Clock clock) {
        this.units = units;
        this.accounts = accounts;
        this.passwords = passwords;
        this.plans = plans;
        this.windows = windows;
        this.demo = demo;
        this.schools = schools;
        this.filings = filings;
        this.rows = rows;
        this.moves = moves;
        this.own = own;
        this.reconciliations = reconciliations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Fills each province up to its number of schools; those that have filed or signed in are left
     * as they are.
     */
    @Transactional
    public void fill(Scale scale) {
        long plan = plans.current().id();
        // Counted once at the end, and not row by row.
        jdbc.sql("set local chengjie.counted_later = 'on'").update();
        // Sorts of millions of rows, for this one time.
        jdbc.sql("set local work_mem = '256MB'").update();
        var initial = passwords.hash(DemoWorld.INITIAL_PASSWORD);
        var changed = passwords.hash(PASSWORD);
        for (var share : scale.shares()) {
            var province =
                    units.provinces().stream()
                            .filter(unit -> unit.code().equals(share.province()))
                            .findFirst()
                            .orElseThrow();
            people(province, changed);
            if (windows.find(plan, province.id()).isEmpty()) {
                demo.openWindow(province);
            }
            schools.fill(province, share.schools(), initial);
        }
        Counted.of(jdbc, "organisation.unit", "account.account");
        Chance.define(jdbc);
        filings.open(scale, plan, changed, clock.instant());
        rows.draw(scale, plan);
        moves.store();
        if (scale.totals() != null) {
            own.store(scale, plan, scale.totals(), clock.instant());
        }
        Chance.drop(jdbc);
        Counted.of(jdbc, WRITTEN);
        reconciliations.recount();
    }

    /** The province's own account, which the demo world may have opened, and two who review. */
    private void people(Unit province, String hash) {
        var known =
                jdbc.sql("select user_name from account.account where unit_id = :unit")
                        .param("unit", province.id())
                        .query(String.class)
                        .set();
        accounts.openAll(
                List.of(
                                new NewAccount(
                                        province.id(), province.code(), hash, Role.ADMIN, true),
                                new NewAccount(
                                        province.id(),
                                        province.code() + "-1",
                                        hash,
                                        Role.REVIEWER,
                                        false),
                                new NewAccount(
                                        province.id(),
                                        province.code() + "-2",
                                        hash,
                                        Role.REVIEWER,
                                        false))
                        .stream()
                        .filter(account -> !known.contains(account.userName()))
                        .toList());
        jdbc.sql(
                        """
                        update account.account
                           set password_hash = :hash, initial_password = false, first_signed_in_at = :now, password_changed_at = :now,
                               contact_name = case right(user_name, 2) when '-1' then '周审核' when '-2' then '郑审核' else '省厅管理员' end,
                               office_phone = '0311-66000000', mobile = '13800000000'
                         where unit_id = :unit and initial_password
                        """)
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("unit", province.id())
                .update();
    }
}
