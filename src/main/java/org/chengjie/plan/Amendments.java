package org.chengjie.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 修订记录 of the plans: what was changed by whom, when, and why (spec C1, X1). */
@Repository
public class Amendments {

    private record Row(
            long version, Instant at, String byName, String reason, Amendment.Line line) {}

    private final JdbcClient jdbc;

    Amendments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a plan, the newest first. */
    public List<Amendment> of(long planId) {
        return since(planId, 0);
    }

    /** Those that came after a version, the newest first. */
    List<Amendment> since(long planId, long version) {
        var rows =
                jdbc.sql(
                                """
                                select a.version, a.at, a.by_name, a.reason,
                                       c.subject, c.title, c.field, c.before, c.after, c.schools, c.provinces
                                  from plan.amendment a
                                  join plan.amendment_change c on c.amendment_id = a.id
                                 where a.plan_id = :plan and a.version > :version
                                 order by a.version desc, c.turn
                                """)
                        .param("plan", planId)
                        .param("version", version)
                        .query((row, n) ->
                                new Row(
                                        row.getLong("version"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("by_name"),
                                        row.getString("reason"),
                                        new Amendment.Line(
                                                row.getString("subject"),
                                                row.getString("title"),
                                                row.getString("field"),
                                                row.getString("before"),
                                                row.getString("after"),
                                                row.getInt("schools"),
                                                row.getInt("provinces"))))
                        .list();
        var byVersion = new LinkedHashMap<Long, List<Row>>();
        rows.forEach(
                row -> byVersion.computeIfAbsent(row.version(), _ -> new ArrayList<>()).add(row));
        return byVersion.values().stream()
                .map(same ->
                        new Amendment(
                                same.getFirst().version(),
                                same.getFirst().at(),
                                same.getFirst().byName(),
                                same.getFirst().reason(),
                                same.stream().map(Row::line).toList()))
                .toList();
    }

    /**
     * One change to be noted.
     *
     * @param items whose schools and provinces are told; none where it touches nothing filed
     */
    record Noted(
            String subject,
            String title,
            String field,
            String before,
            String after,
            List<Long> items,
            Filed filed) {}

    /** Notes a change as the plan's next version; answers that. */
    long add(long planId, Actor by, String reason, List<Noted> changes) {
        long version =
                jdbc.sql(
                                """
                                update plan.plan set version = version + 1 where id = :plan returning version
                                """)
                        .param("plan", planId)
                        .query((row, n) -> row.getLong("version"))
                        .single();
        long id =
                jdbc.sql(
                                """
                                insert into plan.amendment (plan_id, version, at, by_account, by_name, reason)
                                values (:plan, :version, :at, :by, :name, :reason)
                                returning id
                                """)
                        .param("plan", planId)
                        .param("version", version)
                        .param("at", sql(by.arrived()))
                        .param("by", by.accountId())
                        .param("name", by.name())
                        .param("reason", reason)
                        .query((row, n) -> row.getLong("id"))
                        .single();
        int turn = 0;
        for (var change : changes) {
            var items = new ArrayList<@Nullable Long>(change.items());
            if (items.isEmpty()) {
                items.add(null);
            }
            for (var item : items) {
                jdbc.sql(
                                """
                                insert into plan.amendment_change
                                       (amendment_id, turn, subject, title, field, before, after, item_id, schools, provinces)
                                values (:id, :turn, :subject, :title, :field, :before, :after, :item::bigint, :schools, :provinces)
                                """)
                        .param("id", id)
                        .param("turn", ++turn)
                        .param("subject", change.subject())
                        .param("title", change.title())
                        .param("field", change.field())
                        .param("before", change.before())
                        .param("after", change.after())
                        .param("item", item)
                        .param("schools", item == null ? 0 : change.filed().schools())
                        .param(
                                "provinces",
                                item == null
                                        ? 0
                                        : Math.max(
                                                change.filed().provinces(),
                                                change.filed().ownProvinces()))
                        .update();
            }
        }
        return version;
    }

    static OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
