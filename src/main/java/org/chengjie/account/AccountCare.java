package org.chengjie.account;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What an administrator does about the accounts below: opens them, gives a new initial password,
 * shuts them and opens them again (spec A3, A5). Nobody can read a password; a new one is shown
 * once. There is no lock to undo: wrong passwords only slow down (see {@link Approaches}), and a
 * reset forgives them.
 */
@Component
public class AccountCare {

    /** Each takes a moment to hash; for more there is the batch. */
    public static final int MOST_AT_ONCE = 50;

    public static final int LONGEST_REASON = 200;

    private final Charges charges;
    private final Officers officers;
    private final Units units;
    private final Accounts accounts;
    private final Logins logins;
    private final Approaches approaches;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    AccountCare(
            Charges charges,
            Officers officers,
            Units units,
            Accounts accounts,
            Logins logins,
            Approaches approaches,
            SecondFactors factors,
            Passwords passwords,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.charges = charges;
        this.officers = officers;
        this.units = units;
        this.accounts = accounts;
        this.logins = logins;
        this.approaches = approaches;
        this.factors = factors;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /** Only an administrator may touch another's account. */
    public static void requireAdmin(Actor by) {
        if (by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("只有管理员可以管理账号。请联系本单位管理员。");
        }
    }

    /** Gives the main accounts of these units new initial passwords. */
    public List<Handed> resetUnits(Actor by, List<Long> unitIds, String reason) {
        require(by, unitIds, reason);
        return give(by, charges.ofUnits(by, unitIds), reason);
    }

    /** Gives these accounts new initial passwords, and ends all their sign-ins at once. */
    public List<Handed> reset(Actor by, List<Long> accountIds, String reason) {
        require(by, accountIds, reason);
        return give(by, charges.of(by, accountIds), reason);
    }

    private static void require(Actor by, List<Long> ids, String reason) {
        requireAdmin(by);
        if (ids.isEmpty()) {
            throw Refusal.invalid("还没有选择账号。请先勾选，再重置密码。");
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw Refusal.invalid("一次最多重置 " + MOST_AT_ONCE + " 个，现在选了 " + ids.size() + " 个。请分次办理。");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Refusal.invalid(
                    "原因最多 " + LONGEST_REASON + " 字，现在是 " + reason.strip().length() + " 字。");
        }
    }

    private List<Handed> give(Actor by, List<Charge> wanted, String reason) {
        if (wanted.stream().anyMatch(charge -> charge.id() == by.accountId())) {
            throw Refusal.invalid("自己的密码请用页面右上角的“修改密码”。");
        }
        var handed = new ArrayList<Handed>();
        var hashes = new ArrayList<String>();
        for (var charge : wanted) {
            var password = InitialPasswords.draw();
            handed.add(new Handed(charge.unitName(), charge.userName(), password));
            hashes.add(passwords.hash(password));
        }
        transaction.executeWithoutResult(status -> write(by, wanted, hashes, reason.strip()));
        return handed;
    }

    private void write(Actor by, List<Charge> wanted, List<String> hashes, String reason) {
        var ids = wanted.stream().map(Charge::id).toList();
        charges.hold(by, ids);
        jdbc.sql(
                        """
                        update account.account a
                           set password_hash = n.hash, initial_password = true
                          from unnest(:ids::bigint[], :hashes::text[]) as n (id, hash)
                         where a.id = n.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
        logins.endAll(ids);
        approaches.forgive(wanted.stream().map(Charge::userName).toList());
        var bared = factors.take(ids);
        wanted.forEach(charge ->
                tell(
                        by,
                        "重置密码",
                        charge,
                        reason,
                        bared.contains(charge.id())
                                ? List.of(new Change("两步验证", "启用", "停用"))
                                : List.of()));
    }

    /** Opens the account of a city, or of a province: the unit's code is its user name. */
    public Handed open(Actor by, long unitId) {
        requireAdmin(by);
        var unit = units.find(unitId, by.reach());
        if (unit.tier() != below(by.tier())) {
            throw Refusal.notFound();
        }
        var password = InitialPasswords.draw();
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> open(by, unit, hash));
        return new Handed(unit.name(), unit.code(), password);
    }

    private void open(Actor by, Unit unit, String hash) {
        var opened =
                accounts.issue(
                        List.of(new NewAccount(unit.id(), unit.code(), hash, Role.ADMIN, true)),
                        false);
        if (opened.isEmpty()) {
            throw Refusal.conflict(unit.name() + "已有账号，或用户名“" + unit.code() + "”已被占用，没有再开。");
        }
        events.publishEvent(Auditable.of(by, "开通账号", unit.code(), unit.path()));
    }

    /** Shuts an account: its sign-ins end at once, and it reads as a wrong password. */
    @Transactional
    public void disable(Actor by, long accountId) {
        requireAdmin(by);
        if (accountId == by.accountId()) {
            throw Refusal.conflict("不能停用自己的账号。");
        }
        officers.holdAll(by);
        var charge = charges.hold(by, List.of(accountId)).getFirst();
        if (charge.unitId() == by.unitId()) {
            officers.requireAnotherAdmin(by, charge);
        }
        if (charge.disabled()) {
            return;
        }
        jdbc.sql("update account.account set disabled_at = :at where id = :id")
                .param("at", Logins.at(by.arrived()))
                .param("id", accountId)
                .update();
        logins.endAll(accountId);
        tell(by, "停用账号", charge, "", List.of(new Change("账号", "在用", "停用")));
    }

    @Transactional
    public void enable(Actor by, long accountId) {
        requireAdmin(by);
        var charge = charges.hold(by, List.of(accountId)).getFirst();
        if (!charge.disabled()) {
            return;
        }
        jdbc.sql("update account.account set disabled_at = null where id = :id")
                .param("id", accountId)
                .update();
        tell(by, "启用账号", charge, "", List.of(new Change("账号", "停用", "在用")));
    }

    private static Tier below(Tier tier) {
        return switch (tier) {
            case MINISTRY -> Tier.PROVINCE;
            case PROVINCE -> Tier.CITY;
            case CITY, SCHOOL -> throw Refusal.notFound();
        };
    }

    private void tell(Actor by, String action, Charge charge, String reason, List<Change> changes) {
        events.publishEvent(
                new Auditable(by, action, charge.userName(), charge.path(), reason, changes));
    }
}
