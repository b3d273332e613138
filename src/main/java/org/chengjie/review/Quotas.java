package org.chengjie.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 配额: how many of an item a province wants; it warns, it never blocks. */
@Repository
public class Quotas {

    /**
     * A quota that somebody means to set.
     *
     * @param seen what it was when they looked; null for none
     * @param wanted null to take it away
     */
    public record Wanted(Item item, @Nullable Long seen, @Nullable Long wanted) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Quotas(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Sets all of them, or none where one has been set by somebody else meanwhile. */
    @Transactional
    public void set(Actor by, List<Wanted> quotas) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能设置配额。");
        }
        var changed = quotas.stream().filter(Quotas::changes).toList();
        if (changed.isEmpty()) {
            return;
        }
        var before = hold(by.unitId());
        var clashes =
                changed.stream()
                        .filter(quota ->
                                !same(before.get(quota.item().id()), quota.seen())
                                        && !same(before.get(quota.item().id()), quota.wanted()))
                        .map(quota -> quota.item().no())
                        .collect(Collectors.joining("、"));
        if (!clashes.isEmpty()) {
            throw Refusal.conflict(clashes + " 的配额刚被同事改动过。您填的还在，请核对后再保存。");
        }
        write(by.unitId(), changed);
        events.publishEvent(
                new Auditable(
                        by,
                        "设置配额",
                        by.unitName(),
                        by.path(),
                        "",
                        changed.stream().map(quota -> change(quota, before)).toList()));
    }

    /** The quotas as they are; nobody else sets any until the transaction ends. */
    private Map<Long, Long> hold(long provinceId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('review.quota'), :province)")
                .param("province", Math.toIntExact(provinceId))
                .query((row, n) -> n)
                .list();
        var quotas = new HashMap<Long, Long>();
        jdbc.sql("select item_id, quantity from review.quota where province_id = :province")
                .param("province", provinceId)
                .query(row -> {
                    quotas.put(row.getLong("item_id"), row.getLong("quantity"));
                });
        return quotas;
    }

    private void write(long provinceId, List<Wanted> quotas) {
        jdbc.sql(
                        """
                        with wanted as (
                            select * from unnest(:items::bigint[], :quantities::bigint[]) as w(item_id, quantity)
                        ), gone as (
                            delete from review.quota q using wanted w
                             where q.province_id = :province and q.item_id = w.item_id and w.quantity is null
                        )
                        insert into review.quota (province_id, item_id, quantity)
                        select :province, item_id, quantity from wanted where quantity is not null
                        on conflict (province_id, item_id) do update set quantity = excluded.quantity
                        """)
                .param("province", provinceId)
                .param(
                        "items",
                        quotas.stream().map(quota -> quota.item().id()).toArray(Long[]::new))
                .param("quantities", quotas.stream().map(Wanted::wanted).toArray(Long[]::new))
                .update();
    }

    private static boolean changes(Wanted quota) {
        return !same(quota.seen(), quota.wanted());
    }

    private static Change change(Wanted quota, Map<Long, Long> before) {
        return new Change(
                quota.item().no() + " 配额",
                shown(before.get(quota.item().id())),
                shown(quota.wanted()));
    }

    private static String shown(@Nullable Long quantity) {
        return quantity == null ? "" : quantity.toString();
    }

    private static boolean same(@Nullable Long one, @Nullable Long other) {
        return Objects.equals(one, other);
    }
}
