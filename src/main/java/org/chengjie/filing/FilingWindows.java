package org.chengjie.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * 本省申报要求 of every province: the days, the note, and the items it withholds from its schools (spec
 * W1, C3).
 */
@Repository
public class FilingWindows {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    FilingWindows(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** As it is for the whole province. */
    public Optional<FilingWindow> find(long planId, long provinceId) {
        return Optional.ofNullable(terms(planId, provinceId, null).window());
    }

    /** As it is for one school, with the day that one was given (spec W3) and what is withheld. */
    Terms terms(long planId, long provinceId, @Nullable Long schoolId) {
        return jdbc.sql("select * from filing.terms(:plan, :province, :school::bigint)")
                .param("plan", planId)
                .param("province", provinceId)
                .param("school", schoolId)
                .query(FilingWindows::terms)
                .single();
    }

    public Set<Long> withheld(long provinceId) {
        return Set.copyOf(
                jdbc.sql("select item_id from filing.withheld_item where province_id = :province")
                        .param("province", provinceId)
                        .query(Long.class)
                        .list());
    }

    /**
     * Publishes the window, or changes it if nobody else has since {@code window.version()} was
     * read.
     */
    @Transactional
    public void publish(Actor by, long planId, FilingWindow window) {
        require(by);
        var before = find(planId, by.unitId()).orElse(null);
        Verdict.ofProvince(before).require();
        int written =
                jdbc.sql(
                                """
                                insert into filing.filing_window as w (plan_id, province_id, opens, closes, revision_closes, note)
                                values (:plan, :province, :opens, :closes, :revisionCloses, :note)
                                on conflict (plan_id, province_id) do update
                                   set opens = excluded.opens, closes = excluded.closes,
                                       revision_closes = excluded.revision_closes, note = excluded.note, version = w.version + 1
                                 where w.version = :version
                                """)
                        .param("plan", planId)
                        .param("province", by.unitId())
                        .param("opens", window.opens())
                        .param("closes", window.closes())
                        .param("revisionCloses", window.revisionCloses())
                        .param("note", window.note())
                        .param("version", window.version())
                        .update();
        if (written == 0) {
            throw Refusal.conflict("申报要求刚被同事改动过。您填的内容还在，请核对后再保存。");
        }
        events.publishEvent(
                new Auditable(
                        by, "发布本省申报要求", by.unitName(), by.path(), "", changes(before, window)));
    }

    /**
     * Withholds these items, no others, from the province's schools; none that one has undertaken.
     */
    @Transactional
    public void withhold(Actor by, Plan plan, List<Item> items) {
        require(by);
        keepOpen(by.unitId());
        Verdict.ofProvince(find(plan.id(), by.unitId()).orElse(null)).require();
        var before = withheld(by.unitId());
        var ids = plan.items().stream().map(Item::id).toArray(Long[]::new);
        var taken = undertaken(by.reach(), ids);
        var inUse =
                items.stream()
                        .filter(item -> !before.contains(item.id()) && taken.contains(item.id()))
                        .map(Item::no)
                        .collect(Collectors.joining("、"));
        if (!inUse.isEmpty()) {
            throw Refusal.conflict("已有学校承接 " + inUse + "，不能再收回。其余没有改动，请重新勾选。");
        }
        jdbc.sql(
                        """
                        delete from filing.withheld_item where province_id = :province and item_id = any(:items)
                        """)
                .param("province", by.unitId())
                .param("items", ids)
                .update();
        jdbc.sql(
                        """
                        insert into filing.withheld_item (province_id, item_id)
                        select :province, unnest(:items::bigint[])
                        """)
                .param("province", by.unitId())
                .param("items", items.stream().map(Item::id).toArray(Long[]::new))
                .update();
        var changes = new ArrayList<Change>();
        items.stream()
                .filter(item -> !before.contains(item.id()))
                .forEach(item -> changes.add(new Change(item.no(), "开放", "不开放")));
        plan.items().stream()
                .filter(item -> before.contains(item.id()) && !items.contains(item))
                .forEach(item -> changes.add(new Change(item.no(), "不开放", "开放")));
        if (!changes.isEmpty()) {
            events.publishEvent(
                    new Auditable(by, "调整可承接范围", by.unitName(), by.path(), "", changes));
        }
    }

    /**
     * Waits for those who are moving something in the province, and holds off whoever comes after
     * until the transaction ends.
     */
    public void holdOff(long provinceId) {
        lock("pg_advisory_xact_lock", provinceId);
    }

    /** Nothing of the province's schools moves from now on (spec P3). */
    public void seal(Actor by, long planId) {
        require(by);
        holdOff(by.unitId());
        mark(planId, by.unitId(), by.arrived());
    }

    /** The ministry has returned the province's submission: its rows may move again. */
    public void unseal(long planId, long provinceId) {
        mark(planId, provinceId, null);
    }

    /**
     * The ministry has published their figures: from now on only an adjustment moves them (spec
     * P5).
     */
    public void freeze(long planId, List<Long> provinces, Instant at) {
        jdbc.sql(
                        """
                        update filing.filing_window set published_at = :at, version = version + 1
                         where plan_id = :plan and province_id = any(:provinces) and published_at is null
                        """)
                .param("at", Undertakings.sql(at))
                .param("plan", planId)
                .param("provinces", provinces.toArray(Long[]::new))
                .update();
    }

    /** Keeps the province from being sealed until the transaction ends. */
    public void keepOpen(long provinceId) {
        lock("pg_advisory_xact_lock_shared", provinceId);
    }

    private void lock(String how, long provinceId) {
        jdbc.sql("select " + how + "(hashtext('filing.seal'), :province)")
                .param("province", Math.toIntExact(provinceId))
                .query((row, n) -> n)
                .list();
    }

    private void mark(long planId, long provinceId, @Nullable Instant at) {
        jdbc.sql(
                        """
                        update filing.filing_window set sealed_at = :at, version = version + 1
                         where plan_id = :plan and province_id = :province
                        """)
                .param("at", at == null ? null : Undertakings.sql(at))
                .param("plan", planId)
                .param("province", provinceId)
                .update();
    }

    private static void require(Actor by) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能修改申报要求。");
        }
    }

    private Set<Long> undertaken(Reach reach, Long[] items) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct item_id from filing.undertaking
                                 where item_id = any(:items) and lies_in(school_path, :reach) and undertaken
                                """)
                        .param("items", items)
                        .param("reach", reach.path())
                        .query(Long.class)
                        .list());
    }

    private static List<Change> changes(@Nullable FilingWindow before, FilingWindow after) {
        var changes = new ArrayList<Change>();
        add(changes, "开始日期", before == null ? null : before.opens(), after.opens());
        add(changes, "结束日期", before == null ? null : before.closes(), after.closes());
        add(
                changes,
                "修改截止",
                before == null ? null : before.revisionCloses(),
                after.revisionCloses());
        if (before == null || !before.note().equals(after.note())) {
            changes.add(new Change("说明", before == null ? "" : before.note(), after.note()));
        }
        return changes;
    }

    private static void add(
            List<Change> changes, String field, @Nullable LocalDate before, LocalDate after) {
        if (!after.equals(before)) {
            changes.add(
                    new Change(field, before == null ? "" : before.toString(), after.toString()));
        }
    }

    static Terms terms(ResultSet row, int number) throws SQLException {
        var opens = row.getObject("opens", LocalDate.class);
        return new Terms(
                opens == null ? null : window(row, opens),
                Set.of((Long[]) row.getArray("withheld").getArray()));
    }

    private static FilingWindow window(ResultSet row, LocalDate opens) throws SQLException {
        return new FilingWindow(
                opens,
                row.getObject("closes", LocalDate.class),
                row.getObject("revision_closes", LocalDate.class),
                row.getString("note"),
                row.getLong("window_version"),
                row.getBoolean("sealed"),
                row.getBoolean("published"),
                row.getObject("extended_to", LocalDate.class));
    }
}
