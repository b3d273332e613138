package org.chengjie.provincial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The provinces' own rows; a whole form is written in one statement. */
@Repository
class OwnRows {

    private final JdbcClient jdbc;

    OwnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a plan's items, by item. */
    Map<Long, OwnRow> of(List<Item> items, Reach province) {
        return jdbc
                .sql(
                        """
                        select item_id, undertaken, quantity, bodies, funds, version, changed_at, changed_name
                          from provincial.own_row
                         where lies_in(province_path, :reach) and item_id = any(:items)
                        """)
                .param("reach", province.path())
                .param("items", items.stream().map(Item::id).toArray(Long[]::new))
                .query(OwnRows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(OwnRow::itemId, Function.identity()));
    }

    Optional<Instant> savedAt(long planId, long provinceId) {
        return jdbc.sql(
                        """
                        select saved_at from provincial.own_form
                         where plan_id = :plan and province_id = :province
                        """)
                .param("plan", planId)
                .param("province", provinceId)
                .query((row, n) -> row.getObject("saved_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Marks the form as saved and holds it until the transaction ends. */
    void hold(long planId, Actor by) {
        jdbc.sql(
                        """
                        insert into provincial.own_form (plan_id, province_id, saved_at)
                        values (:plan, :province, :at)
                        on conflict (plan_id, province_id) do update set saved_at = excluded.saved_at
                        """)
                .param("plan", planId)
                .param("province", by.unitId())
                .param("at", sql(by.arrived()))
                .update();
    }

    /** Writes rows that were made from the versions they carry; answers how many were. */
    int write(long provinceId, String path, Actor by, List<OwnWritten> rows) {
        return jdbc.sql(
                        """
                        with typed as (
                            select * from unnest(:items::bigint[], :takes::boolean[], :undertaken::boolean[], :versions::bigint[],
                                                 :quantities::bigint[], :bodies::text[], :funds::bigint[])
                                as t(item_id, takes_quantity, undertaken, version, quantity, bodies, funds))
                        insert into provincial.own_row as o
                               (province_id, province_path, item_id, takes_quantity, undertaken, quantity, bodies, funds,
                                version, changed_at, changed_by, changed_name)
                        select :province, :path, item_id, takes_quantity, undertaken, quantity, bodies, funds,
                               nextval('provincial.version'), :at, :by, :name
                          from typed
                        on conflict (province_id, item_id) do update
                           set undertaken = excluded.undertaken, quantity = excluded.quantity,
                               bodies = excluded.bodies, funds = excluded.funds, version = excluded.version,
                               changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                               changed_name = excluded.changed_name
                         where o.version = (select t.version from typed t where t.item_id = o.item_id)
                        """)
                .param("province", provinceId)
                .param("path", path)
                .param("at", sql(by.arrived()))
                .param("by", by.accountId())
                .param("name", by.name())
                .param("items", longs(rows, row -> row.item().id()))
                .param("takes", flags(rows, row -> row.item().takesQuantity()))
                .param("undertaken", flags(rows, OwnWritten::undertaken))
                .param("versions", longs(rows, OwnWritten::version))
                .param("quantities", longs(rows, row -> row.values().quantity()))
                .param(
                        "bodies",
                        rows.stream().map(row -> row.values().bodies()).toArray(String[]::new))
                .param("funds", longs(rows, OwnRows::yuan))
                .update();
    }

    static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Long yuan(OwnWritten row) {
        var funds = row.values().funds();
        return funds == null ? null : funds.yuan();
    }

    private static @Nullable Long[] longs(
            List<OwnWritten> rows, Function<OwnWritten, @Nullable Long> of) {
        return rows.stream().map(of).toArray(Long[]::new);
    }

    private static Boolean[] flags(List<OwnWritten> rows, Function<OwnWritten, Boolean> of) {
        return rows.stream().map(of).toArray(Boolean[]::new);
    }

    static OwnRow read(ResultSet row, int number) throws SQLException {
        var funds = row.getObject("funds", Long.class);
        return new OwnRow(
                row.getLong("item_id"),
                row.getBoolean("undertaken"),
                row.getObject("quantity", Long.class),
                row.getString("bodies"),
                funds == null ? null : new Amount(funds),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_name"));
    }
}
