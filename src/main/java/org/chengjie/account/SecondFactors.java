package org.chengjie.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factors of province and ministry (spec A7): set up, confirmed by a code, spent one
 * code at a time, taken away by their holder or with a reset by those above.
 */
@Repository
public class SecondFactors {

    /** As its holder sees it while it is set up. */
    public record Secret(Totp clock, boolean confirmed) {}

    /** What a code was: one of the app, one on paper, or wrong. */
    enum Spent {
        APP,
        PAPER,
        WRONG
    }

    private record Kept(Totp clock, boolean confirmed, long lastStep) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ApplicationEventPublisher events;

    SecondFactors(JdbcClient jdbc, Vault vault, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.events = events;
    }

    /** Schools have many hands and few phones; those above decide over all of them. */
    public static boolean offeredTo(Actor actor) {
        return actor.tier() != Tier.SCHOOL;
    }

    public Optional<Secret> of(Actor holder) {
        return kept(holder.accountId(), "").map(kept -> new Secret(kept.clock(), kept.confirmed()));
    }

    public int recoveryCodesLeft(Actor holder) {
        return jdbc.sql("select count(*) from account.recovery_code where account_id = :id")
                .param("id", holder.accountId())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    boolean confirmed(long accountId) {
        return jdbc.sql(
                        """
                        select exists (select from account.second_factor where account_id = :id and confirmed_at is not null)
                        """)
                .param("id", accountId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Draws a secret; it holds for nothing until a code has confirmed it. */
    @Transactional
    public void begin(Actor by) {
        if (!offeredTo(by)) {
            throw Refusal.notFound();
        }
        requireKey();
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        int drawn =
                jdbc.sql(
                                """
                                insert into account.second_factor as f (account_id, secret, begun_at) values (:id, :secret, :now)
                                on conflict (account_id) do update set secret = :secret, begun_at = :now
                                 where f.confirmed_at is null
                                """)
                        .param("id", by.accountId())
                        .param("secret", vault.seal(secret, by.accountId()))
                        .param("now", Logins.at(by.arrived()))
                        .update();
        if (drawn == 0) {
            throw Refusal.conflict("两步验证已经启用。要换手机，请先取消再重新启用。");
        }
        tell(by, "开始设置两步验证", "未启用", "待确认");
    }

    /** Answers the codes for paper, which are shown this once; empty where the code was wrong. */
    @Transactional
    public List<String> confirm(Actor by, String typed) {
        if (!offeredTo(by)) {
            throw Refusal.notFound();
        }
        var kept =
                kept(by.accountId(), "for update")
                        .orElseThrow(() -> Refusal.conflict("还没有开始设置两步验证。请先点“开始设置”。"));
        if (kept.confirmed()) {
            throw Refusal.conflict("两步验证已经启用。");
        }
        var step = kept.clock().match(plain(typed), by.arrived(), 0);
        if (step.isEmpty()) {
            return List.of();
        }
        jdbc.sql(
                        """
                        update account.second_factor set confirmed_at = :now, last_step = :step where account_id = :id
                        """)
                .param("now", Logins.at(by.arrived()))
                .param("step", step.getAsLong())
                .param("id", by.accountId())
                .update();
        var codes = RecoveryCodes.draw();
        jdbc.sql(
                        """
                        insert into account.recovery_code (account_id, code_hash) select :id, unnest(:hashes::bytea[])
                        """)
                .param("id", by.accountId())
                .param("hashes", codes.stream().map(RecoveryCodes::hash).toArray(byte[][]::new))
                .update();
        tell(by, "启用两步验证", "停用", "启用");
        return codes;
    }

    /** Uses a code up, so that whoever saw it typed cannot type it again. */
    Spent spend(long accountId, String typed, Instant now) {
        var kept = kept(accountId, "for update").filter(Kept::confirmed);
        if (kept.isEmpty()) {
            return Spent.WRONG;
        }
        var step = kept.get().clock().match(plain(typed), now, kept.get().lastStep());
        if (step.isPresent()) {
            jdbc.sql("update account.second_factor set last_step = :step where account_id = :id")
                    .param("step", step.getAsLong())
                    .param("id", accountId)
                    .update();
            return Spent.APP;
        }
        int used =
                jdbc.sql(
                                "delete from account.recovery_code where account_id = :id and code_hash = :hash")
                        .param("id", accountId)
                        .param("hash", RecoveryCodes.hash(typed))
                        .update();
        return used > 0 ? Spent.PAPER : Spent.WRONG;
    }

    /** Those of the accounts that had one have none any more. */
    List<Long> take(List<Long> accountIds) {
        return jdbc.sql(
                        """
                        delete from account.second_factor where account_id = any(:ids) returning account_id, confirmed_at
                        """)
                .param("ids", accountIds.toArray(Long[]::new))
                .query((row, n) ->
                        row.getObject("confirmed_at") == null ? 0L : row.getLong("account_id"))
                .list();
    }

    public boolean required() {
        return jdbc.sql("select second_factor_required from account.rule")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Whether every account of province and ministry must have one, from its next request on. */
    @Transactional
    public void require(Actor by, boolean required) {
        if (by.tier() != Tier.MINISTRY) {
            throw Refusal.notFound();
        }
        if (by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("只有管理员可以改这项设置。");
        }
        if (required) {
            requireKey();
        }
        int changed =
                jdbc.sql(
                                """
                                update account.rule set second_factor_required = :required
                                 where second_factor_required <> :required
                                """)
                        .param("required", required)
                        .update();
        if (changed > 0) {
            tell(by, "两步验证要求", required ? "自愿" : "必须", required ? "必须" : "自愿");
        }
    }

    private void requireKey() {
        if (!vault.hasKey()) {
            throw Refusal.conflict("本平台还没有设置两步验证的密钥，暂时不能启用。请联系平台的运行维护人员。");
        }
    }

    void tell(Actor by, String action, String before, String after) {
        events.publishEvent(
                new Auditable(
                        by,
                        action,
                        by.userName(),
                        by.path(),
                        "",
                        List.of(new Change("两步验证", before, after))));
    }

    private Optional<Kept> kept(long accountId, String lock) {
        return jdbc.sql(
                        """
                        select account_id, secret, confirmed_at, last_step from account.second_factor where account_id = :id
                        """
                                + lock)
                .param("id", accountId)
                .query(this::read)
                .optional();
    }

    private Kept read(ResultSet row, int n) throws SQLException {
        try {
            return new Kept(
                    new Totp(vault.open(row.getBytes("secret"), row.getLong("account_id"))),
                    row.getObject("confirmed_at") != null,
                    row.getLong("last_step"));
        } catch (Vault.WrongKey e) {
            throw new IllegalStateException(e);
        }
    }

    /** Apps show {@code 123 456}; input methods make full-width digits. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
