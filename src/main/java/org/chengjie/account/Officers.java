package org.chengjie.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Wall;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts of a unit's own people, an office's officers or a school's colleagues (spec 1). */
@Repository
public class Officers {

    private final JdbcClient jdbc;
    private final Charges charges;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    Officers(
            JdbcClient jdbc,
            Charges charges,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.charges = charges;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
    }

    /** Those of the administrator's own unit, the unit's own account first. */
    public List<Officer> of(Actor admin) {
        AccountCare.requireAdmin(admin);
        return jdbc.sql(
                        """
                        select id, user_name, contact_name, mobile, role, main, initial_password, disabled_at is not null as disabled,
                               last_signed_in_at
                          from account.account
                         where unit_id = :unit
                         order by main desc, disabled, user_name
                        """)
                .param("unit", admin.unitId())
                .query(Officers::read)
                .list();
    }

    /** Opens an account for a colleague. */
    public Handed add(Actor by, Newcomer newcomer) {
        AccountCare.requireAdmin(by);
        if (!newcomer.faults(by).isEmpty()) {
            throw Refusal.invalid("用户名、姓名或手机号有误，没有添加。");
        }
        var password = InitialPasswords.draw();
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> insert(by, newcomer, hash));
        return new Handed(by.unitName() + "　" + newcomer.name(), newcomer.userName(), password);
    }

    private void insert(Actor by, Newcomer newcomer, String hash) {
        // A user name is taken wherever it is.
        int added =
                Wall.across(() ->
                        jdbc.sql(
                                        """
                                        insert into account.account (unit_id, user_name, contact_name, mobile, password_hash, role)
                                        select :unit, :user, :name, :mobile, :hash, :role
                                         where not exists (select from account.account where lower(user_name) = lower(:user))
                                        on conflict (user_name) do nothing
                                        """)
                                .param("unit", by.unitId())
                                .param("user", newcomer.userName())
                                .param("name", newcomer.name())
                                .param("mobile", newcomer.mobile())
                                .param("hash", hash)
                                .param("role", newcomer.role().name())
                                .update());
        if (added == 0) {
            throw Refusal.conflict("已有用户名“" + newcomer.userName() + "”，请另换一个。");
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change("姓名", "", newcomer.name()));
        if (!newcomer.mobile().isEmpty()) {
            changes.add(new Change("手机号", "", Contact.masked(newcomer.mobile())));
        }
        changes.add(new Change("角色", "", Labels.of(newcomer.role(), by.tier())));
        events.publishEvent(new Auditable(by, "添加账号", newcomer.userName(), by.path(), "", changes));
    }

    /** A colleague's name, number and role, as the administrator has them now. */
    @Transactional
    public void change(Actor by, long accountId, String name, String mobile, Role role) {
        rename(by, accountId, name, mobile);
        changeRole(by, accountId, role);
    }

    /** What he has done keeps the name he did it under. */
    private void rename(Actor by, long accountId, String name, String mobile) {
        AccountCare.requireAdmin(by);
        var officer = own(by, accountId);
        var given = new Newcomer(officer.userName(), name, mobile, officer.role());
        given.personFaults().values().stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw Refusal.invalid(fault + "没有改动。");
                });
        var before = contactOf(accountId);
        var after = new Contact(given.name(), before.officePhone(), given.mobile());
        var changes = ContactChange.changes(before, after);
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("update account.account set contact_name = :name, mobile = :mobile where id = :id")
                .param("name", after.name())
                .param("mobile", after.mobile())
                .param("id", accountId)
                .update();
        events.publishEvent(
                new Auditable(by, "修改账号", officer.userName(), officer.path(), "", changes));
    }

    private Contact contactOf(long accountId) {
        return jdbc.sql(
                        "select contact_name, office_phone, mobile from account.account where id = :id")
                .param("id", accountId)
                .query(Accounts::contact)
                .single();
    }

    /** Gives a colleague another role; it holds from the next request on. */
    @Transactional
    public void changeRole(Actor by, long accountId, Role role) {
        AccountCare.requireAdmin(by);
        holdAll(by);
        var officer = own(by, accountId);
        if (officer.role() == role) {
            return;
        }
        if (role != Role.ADMIN) {
            requireAnotherAdmin(by, officer);
        }
        jdbc.sql("update account.account set role = :role where id = :id")
                .param("role", role.name())
                .param("id", accountId)
                .update();
        events.publishEvent(
                new Auditable(
                        by,
                        "调整角色",
                        officer.userName(),
                        officer.path(),
                        "",
                        List.of(
                                new Change(
                                        "角色",
                                        Labels.of(officer.role(), by.tier()),
                                        Labels.of(role, by.tier())))));
    }

    /** Two who shut each other out at once must not both succeed. */
    void holdAll(Actor by) {
        jdbc.sql("select id from account.account where unit_id = :unit order by id for update")
                .param("unit", by.unitId())
                .query(Long.class)
                .list();
    }

    /** At least one administrator who can come in must remain. */
    void requireAnotherAdmin(Actor by, Charge leaving) {
        int others =
                jdbc.sql(
                                """
                                select count(*) from account.account
                                 where unit_id = :unit and role = 'ADMIN' and disabled_at is null and id <> :id
                                """)
                        .param("unit", by.unitId())
                        .param("id", leaving.id())
                        .query(Integer.class)
                        .single();
        if (others == 0) {
            throw Refusal.conflict("本单位至少要有一位在用的管理员。请先添加或指定另一位。");
        }
    }

    private Charge own(Actor by, long accountId) {
        var officer = charges.hold(by, List.of(accountId)).getFirst();
        if (officer.unitId() != by.unitId()) {
            throw Refusal.notFound();
        }
        return officer;
    }

    private static Officer read(ResultSet row, int number) throws SQLException {
        var signedIn = row.getObject("last_signed_in_at", OffsetDateTime.class);
        return new Officer(
                row.getLong("id"),
                row.getString("user_name"),
                row.getString("contact_name"),
                row.getString("mobile"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("main"),
                row.getBoolean("initial_password"),
                row.getBoolean("disabled"),
                signedIn == null ? null : signedIn.toInstant());
    }
}
