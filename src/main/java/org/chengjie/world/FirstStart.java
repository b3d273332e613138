package org.chengjie.world;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.chengjie.account.Accounts;
import org.chengjie.account.NewAccount;
import org.chengjie.account.Passwords;
import org.chengjie.organisation.NewUnit;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Role;
import org.chengjie.shared.Wall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a new database the ministry, its 32 provinces and the ministry's account; and the demo
 * world, where one is wanted. On a real database the account's initial password is random, and told
 * once, in the log (spec A3).
 */
@Component
class FirstStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Units units;
    private final Accounts accounts;
    private final Passwords passwords;
    private final DemoWorld demo;
    private final JdbcClient jdbc;
    private final boolean demoWanted;
    private boolean running;

    FirstStart(
            Units units,
            Accounts accounts,
            Passwords passwords,
            DemoWorld demo,
            JdbcClient jdbc,
            @Value(
                            "#{'${chengjie.demo:}'.isEmpty() ? @database.embedded() : '${chengjie.demo:}' == 'on'}")
                    boolean demoWanted) {
        this.units = units;
        this.accounts = accounts;
        this.passwords = passwords;
        this.demo = demo;
        this.jdbc = jdbc;
        this.demoWanted = demoWanted;
    }

    @Override
    @Transactional
    public void start() {
        running = true;
        try (var _ = Wall.open()) {
            fill();
        }
    }

    private void fill() {
        // Two nodes may start on one new database; the second waits here and then finds the tree.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('org.chengjie.world'))")
                .query((row, n) -> n)
                .list();
        if (!units.provinces().isEmpty()) {
            return;
        }
        var ministry = units.add(NewUnit.ministry("moe", "教育部职业教育与成人教育司"));
        var provinces =
                units.addAll(
                        Shipped.rows("organisation/provinces.csv").stream()
                                .map(row ->
                                        NewUnit.province(
                                                ministry, row.get("code"), row.get("name")))
                                .toList());
        if (demoWanted) {
            demo.create(ministry, provinces);
        } else {
            openMinistry(ministry);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the first request is taken, and after the plan is there. */
    @Override
    public int getPhase() {
        return -1;
    }

    private void openMinistry(Unit ministry) {
        var bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        var password = "cj" + HexFormat.of().formatHex(bytes);
        accounts.openAll(
                List.of(
                        new NewAccount(
                                ministry.id(), "moe", passwords.hash(password), Role.ADMIN, true)));
        LOG.info("教育部账号 moe 的初始密码是 {}，只显示这一次，请立即登录修改。", password);
    }
}
