package org.chengjie.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts of a unit's own officers, and their roles (spec 1). */
@Repository
public class Officers {

    public static final String USER_NAME = "userName";
    public static final String NAME = "name";

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
                        select id, user_name, contact_name, role, main, initial_password, disabled_at is not null as disabled,
                               last_signed_in_at
                          from account.account
                         where unit_id = :unit
                         order by main desc, disabled, user_name
                        """)
                .param("unit", admin.unitId())
                .query(Officers::read)
                .list();
    }

    /** Field → what is wrong with it. */
    public static Map<String, String> faults(String userName, String name) {
        var faults = new LinkedHashMap<String, String>();
        if (!userName.matches("[A-Za-z][A-Za-z0-9._-]{3,29}")) {
            faults.put(USER_NAME, "用户名应为 4–30 位，以字母开头，只用字母、数字和 . _ -。");
        }
        if (name.isBlank() || name.strip().length() > 30) {
            faults.put(NAME, "请填姓名，最多 30 字。");
        }
        return faults;
    }

    /** Opens an account for a colleague. */
    public Handed add(Actor by, String userName, String name, Role role) {
        AccountCare.requireAdmin(by);
        if (!faults(userName, name).isEmpty()) {
            throw Refusal.invalid("用户名或姓名有误，没有添加。");
        }
        var password = InitialPasswords.draw();
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> insert(by, userName, name.strip(), role, hash));
        return new Handed(by.unitName(), userName, password);
    }

    private void insert(Actor by, String userName, String name, Role role, String hash) {
        int added =
                jdbc.sql(
                                """
                                insert into account.account (unit_id, user_name, contact_name, password_hash, role)
                                select :unit, :user, :name, :hash, :role
                                 where not exists (select from account.account where lower(user_name) = lower(:user))
                                on conflict (user_name) do nothing
                                """)
                        .param("unit", by.unitId())
                        .param("user", userName)
                        .param("name", name)
                        .param("hash", hash)
                        .param("role", role.name())
                        .update();
        if (added == 0) {
            throw Refusal.conflict("已有用户名“" + userName + "”，请另换一个。");
        }
        events.publishEvent(
                new Auditable(
                        by,
                        "添加账号",
                        userName,
                        by.path(),
                        "",
                        List.of(
                                new Change("姓名", "", name),
                                new Change("角色", "", Labels.of(role)))));
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
                        List.of(new Change("角色", Labels.of(officer.role()), Labels.of(role)))));
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
                Role.valueOf(row.getString("role")),
                row.getBoolean("main"),
                row.getBoolean("initial_password"),
                row.getBoolean("disabled"),
                signedIn == null ? null : signedIn.toInstant());
    }
}
