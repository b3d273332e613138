package org.chengjie.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whoever can sign in, and the contact of each unit (spec A2-A4). */
@Repository
public class Accounts {

    private final JdbcClient jdbc;
    private final Approaches approaches;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Approaches approaches, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.approaches = approaches;
        this.events = events;
    }

    public void open(NewAccount account) {
        openAll(List.of(account));
    }

    /** Opens many in one statement; all of them start with an initial password (spec A3). */
    public void openAll(List<NewAccount> accounts) {
        jdbc.sql(
                        """
                        insert into account.account (unit_id, user_name, password_hash, role, main)
                        select unit_id, user_name, password_hash, role, main
                          from unnest(:units::bigint[], :names::text[], :hashes::text[], :roles::text[], :mains::boolean[])
                               as n (unit_id, user_name, password_hash, role, main)
                        """)
                .param("units", accounts.stream().map(NewAccount::unitId).toArray(Long[]::new))
                .param("names", accounts.stream().map(NewAccount::userName).toArray(String[]::new))
                .param(
                        "hashes",
                        accounts.stream().map(NewAccount::passwordHash).toArray(String[]::new))
                .param("roles", accounts.stream().map(a -> a.role().name()).toArray(String[]::new))
                .param("mains", accounts.stream().map(NewAccount::main).toArray(Boolean[]::new))
                .update();
    }

    /**
     * Gives units an initial password: opens the main account where there is none and, where asked
     * to, replaces the password of one whose holder has not chosen his own. Answers the units that
     * have it now; the others were opened, shut or taken into use meanwhile. Wrong tries with what
     * was replaced are forgiven (spec A3, A5).
     */
    @Transactional
    public Set<Long> issue(List<NewAccount> accounts, boolean replace) {
        var given = Set.copyOf(write(accounts, replace));
        approaches.forgive(
                accounts.stream()
                        .filter(account -> given.contains(account.unitId()))
                        .map(NewAccount::userName)
                        .toList());
        return given;
    }

    private List<Long> write(List<NewAccount> accounts, boolean replace) {
        return jdbc.sql(
                        """
                        with given as (
                            select unit_id, user_name, password_hash, role
                              from unnest(:units::bigint[], :names::text[], :hashes::text[], :roles::text[])
                                   as n (unit_id, user_name, password_hash, role)
                        ), replaced as (
                            update account.account a set password_hash = g.password_hash
                              from given g
                             where :replace and a.unit_id = g.unit_id and a.main
                               and a.initial_password and a.disabled_at is null
                            returning a.unit_id, a.id
                        ), ended as (
                            delete from account.login l using replaced r where l.account_id = r.id
                        ), opened as (
                            insert into account.account (unit_id, user_name, password_hash, role, main)
                            select g.unit_id, g.user_name, g.password_hash, g.role, true
                              from given g
                             where not exists (select from account.account a where a.unit_id = g.unit_id and a.main)
                            on conflict do nothing
                            returning unit_id
                        )
                        select unit_id from replaced union all select unit_id from opened
                        """)
                .param("units", accounts.stream().map(NewAccount::unitId).toArray(Long[]::new))
                .param("names", accounts.stream().map(NewAccount::userName).toArray(String[]::new))
                .param(
                        "hashes",
                        accounts.stream().map(NewAccount::passwordHash).toArray(String[]::new))
                .param(
                        "roles",
                        accounts.stream()
                                .map(account -> account.role().name())
                                .toArray(String[]::new))
                .param("replace", replace)
                .query((row, n) -> row.getLong("unit_id"))
                .list();
    }

    /** For work that runs after it was asked for: whether its account may still change anything. */
    public boolean mayStillChange(Actor by) {
        return jdbc.sql(
                        """
                        select role from account.account
                         where id = :id and unit_id = :unit and disabled_at is null
                        """)
                .param("id", by.accountId())
                .param("unit", by.unitId())
                .query((row, n) -> Role.valueOf(row.getString("role")))
                .optional()
                .filter(Role::mayChange)
                .isPresent();
    }

    /** The contact of a unit: its main account's, blank where none has been given yet. */
    public Contact contactOf(long unitId) {
        return jdbc.sql(
                        """
                        select contact_name, office_phone, mobile
                          from account.account
                         where unit_id = :unit and main
                        """)
                .param("unit", unitId)
                .query(Accounts::contact)
                .optional()
                .orElse(new Contact("", "", ""));
    }

    /** What the holder of an account has given of himself; a unit may have several accounts. */
    public Contact ownContact(Actor holder) {
        return jdbc.sql(
                        """
                        select contact_name, office_phone, mobile from account.account where id = :id
                        """)
                .param("id", holder.accountId())
                .query(Accounts::contact)
                .single();
    }

    /** When the holder was told what becomes of name and numbers; empty before. */
    public Optional<Instant> informedAt(Actor holder) {
        return jdbc.sql(
                        "select privacy_accepted_at from account.account where id = :id and privacy_accepted_at is not null")
                .param("id", holder.accountId())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Changes the contact of the actor's own unit; only what really changed is told (spec X1). */
    @Transactional
    public void changeContact(long unitId, Contact contact, Actor by) {
        if (unitId != by.unitId()) {
            throw Refusal.notFound();
        }
        if (!by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能修改联系人。");
        }
        if (!contact.faults().isEmpty()) {
            throw Refusal.invalid("联系人信息有误，没有保存。");
        }
        var before = contactOf(unitId);
        if (before.equals(contact)) {
            return;
        }
        jdbc.sql(
                        """
                        update account.account
                           set contact_name = :name, office_phone = :office, mobile = :mobile
                         where unit_id = :unit and main
                        """)
                .param("name", contact.name())
                .param("office", contact.officePhone())
                .param("mobile", contact.mobile())
                .param("unit", unitId)
                .update();
        events.publishEvent(ContactChange.told(before, contact, by));
    }

    Optional<Account> byUserName(String userName) {
        return jdbc.sql(ACCOUNT + " where a.user_name = :name")
                .param("name", userName)
                .query(Accounts::read)
                .optional();
    }

    /** Waits for whoever is changing it, so that the password compared is the one in force. */
    Account locked(long id) {
        return jdbc.sql(ACCOUNT + " where a.id = :id for update of a")
                .param("id", id)
                .query(Accounts::read)
                .single();
    }

    /**
     * Whether the account may come in with what was compared: it may have been reset or disabled
     * while the password was being compared.
     */
    boolean noteSignIn(long id, String hash, Instant now) {
        return jdbc.sql(
                                """
                                update account.account
                                   set first_signed_in_at = coalesce(first_signed_in_at, :now), last_signed_in_at = :now
                                 where id = :id and password_hash = :hash and disabled_at is null
                                """)
                        .param("id", id)
                        .param("hash", hash)
                        .param("now", Logins.at(now))
                        .update()
                > 0;
    }

    /** With the contact of this very account, where the form asks for one. */
    void changePassword(long id, String hash, @Nullable Contact contact, Instant now) {
        jdbc.sql(
                        """
                        update account.account
                           set password_hash = :hash, initial_password = false, password_changed_at = :now,
                               contact_name = coalesce(:name, contact_name),
                               office_phone = coalesce(:office, office_phone),
                               mobile = coalesce(:mobile, mobile),
                               privacy_accepted_at = case when :informed then coalesce(privacy_accepted_at, :now) else privacy_accepted_at end
                         where id = :id
                        """)
                .param("hash", hash)
                .param("now", Logins.at(now))
                .param("name", contact == null ? null : contact.name())
                .param("office", contact == null ? null : contact.officePhone())
                .param("mobile", contact == null ? null : contact.mobile())
                .param("informed", contact != null)
                .param("id", id)
                .update();
    }

    /** Whoever shuts a school's own account shuts its colleagues out, too. */
    private static final String ACCOUNT =
            """
            select a.id, a.user_name, a.password_hash, a.contact_name, a.role, a.initial_password,
                   coalesce(a.disabled_at, o.disabled_at) is not null as disabled,
                   u.id as unit_id, u.tier, u.name as unit_name, u.code, u.path,
                   u.closed_at, u.closed_reason, m.name as merged_into
              from account.account a
              join organisation.unit u on u.id = a.unit_id
              left join organisation.unit m on m.id = u.merged_into
              left join account.account o on o.unit_id = a.unit_id and o.main and u.tier = 'SCHOOL'
            """;

    static Contact contact(ResultSet row, int n) throws SQLException {
        return new Contact(
                row.getString("contact_name"),
                row.getString("office_phone"),
                row.getString("mobile"));
    }

    private static Account read(ResultSet row, int n) throws SQLException {
        return new Account(
                actor(row, "", Instant.EPOCH),
                row.getString("password_hash"),
                row.getBoolean("disabled"),
                ending(row));
    }

    private static Account.@Nullable Ending ending(ResultSet row) throws SQLException {
        var at = row.getObject("closed_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Account.Ending(
                        ChinaTime.dayOf(at.toInstant()),
                        row.getString("closed_reason"),
                        row.getString("merged_into"));
    }

    static Actor actor(ResultSet row, String address, Instant now) throws SQLException {
        return new Actor(
                row.getLong("id"),
                row.getString("user_name"),
                row.getString("contact_name"),
                Role.valueOf(row.getString("role")),
                Tier.valueOf(row.getString("tier")),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("code"),
                row.getString("path"),
                row.getBoolean("initial_password"),
                address,
                now);
    }
}
