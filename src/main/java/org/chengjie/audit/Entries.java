package org.chengjie.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail to be read: each tier its own subtree (spec X1, X2). A school reads what befell itself,
 * also before it was moved to another city, but not what its city said of it to the province, nor
 * from where its superiors work. Mobile numbers are masked whoever reads.
 */
@Component
public class Entries {

    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(1[3-9]\\d)\\d{4}(\\d{4})(?!\\d)");

    private static final String SELECT =
            """
            select e.id, e.at, e.actor,
                   case when e.account_id is null or starts_with(a.path, :own) then e.address else '' end as address,
                   e.action, coalesce(u.name, '') as unit_name, coalesce(u.code, '') as unit_code,
                   e.subject, e.reason, e.changes::text as changes
              from audit.entry e
              left join audit.unit u on u.id = e.unit_id
              left join audit.account a on a.id = e.account_id
            """;

    private record Condition(String sql, Map<String, Object> values) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Entries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A page of what is in view.
     *
     * @param place the id to go on from; null for the newest
     * @param towardsNewer whether to go back to newer ones
     */
    public EntryPage page(
            Actor reader, EntryFilter filter, @Nullable Long place, boolean towardsNewer) {
        boolean back = place != null && towardsNewer;
        var where = where(reader, filter);
        var from = place == null ? "" : back ? " and e.id > :place" : " and e.id < :place";
        var read =
                jdbc.sql(
                                SELECT
                                        + where.sql()
                                        + from
                                        + " order by e.id "
                                        + (back ? "asc" : "desc")
                                        + " limit :most")
                        .params(where.values())
                        .param("place", place == null ? 0 : place)
                        .param("most", EntryPage.SIZE + 1)
                        .query(this::read)
                        .list();
        boolean more = read.size() > EntryPage.SIZE;
        var shown = more ? read.subList(0, EntryPage.SIZE) : read;
        return new EntryPage(
                back ? shown.reversed() : shown, back ? more : place != null, back || more);
    }

    /** How many are in view. */
    public int count(Actor reader, EntryFilter filter) {
        return count(where(reader, filter));
    }

    /** How many are in view of one unit's. */
    public int countOf(Actor reader, long unitId) {
        return count(where(reader, unitId));
    }

    private int count(Condition where) {
        return jdbc.sql(
                        """
                        select count(*)
                          from audit.entry e
                          left join audit.unit u on u.id = e.unit_id
                        """
                                + where.sql())
                .params(where.values())
                .query(Integer.class)
                .single();
    }

    /** The newest so many, one by one. */
    @Transactional(readOnly = true)
    public void each(Actor reader, EntryFilter filter, int most, Consumer<Entry> taker) {
        each(where(reader, filter), most, taker);
    }

    /** The newest so many of one unit's, one by one. */
    @Transactional(readOnly = true)
    public void eachOf(Actor reader, long unitId, int most, Consumer<Entry> taker) {
        each(where(reader, unitId), most, taker);
    }

    private void each(Condition where, int most, Consumer<Entry> taker) {
        jdbc.sql(SELECT + where.sql() + " order by e.id desc limit :most")
                .params(where.values())
                .param("most", most)
                .withFetchSize(Chains.SLICE)
                .query(row -> {
                    taker.accept(read(row, 0));
                });
    }

    private static Condition where(Actor reader, long unitId) {
        var where = where(reader, EntryFilter.ALL);
        var values = new HashMap<>(where.values());
        values.put("of", unitId);
        return new Condition(where.sql() + "\n   and e.unit_id = :of", values);
    }

    private static Condition where(Actor reader, EntryFilter filter) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        values.put("own", reader.path());
        reach(reader, conditions, values);
        if (filter.from() != null) {
            conditions.add("e.at >= :from");
            values.put("from", start(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("e.at < :to");
            values.put("to", start(filter.to().plusDays(1)));
        }
        contains(conditions, values, "strpos(e.actor, :who) > 0", "who", filter.who());
        contains(conditions, values, "strpos(e.action, :action) > 0", "action", filter.action());
        contains(
                conditions,
                values,
                "(strpos(e.subject, :subject) > 0 or strpos(u.name, :subject) > 0 or u.code = :subject)",
                "subject",
                filter.subject());
        contains(
                conditions,
                values,
                "exists (select from jsonb_array_elements(e.changes) c where strpos(c ->> 'field', :field) > 0)",
                "field",
                filter.field());
        if (filter.result() != null) {
            var not = filter.result() == Result.DONE ? "not " : "";
            conditions.add("e.action " + not + "in (:result)");
            values.put("result", filter.result().actions());
        }
        return new Condition(" where " + String.join("\n   and ", conditions), values);
    }

    private static void reach(Actor reader, List<String> conditions, Map<String, Object> values) {
        if (reader.tier() == Tier.MINISTRY) {
            // Strangers' sign-ins lie above all units.
            conditions.add("(starts_with(e.subject_path, :reach) or e.subject_path = '/')");
            values.put("reach", reader.path());
            return;
        }
        conditions.add("e.chain = :province and starts_with(e.subject_path, :reach)");
        values.put("province", reader.reach().provinceId());
        if (reader.tier() == Tier.SCHOOL) {
            conditions.add("e.unit_id = :unit and not starts_with(e.action, '市级初审')");
            values.put("unit", reader.unitId());
            values.put("reach", provincePath(reader.path()));
        } else {
            values.put("reach", reader.path());
        }
    }

    private static String provincePath(String path) {
        var steps = path.split("/", -1);
        return "/" + steps[1] + "/" + steps[2] + "/";
    }

    private static void contains(
            List<String> conditions,
            Map<String, Object> values,
            String sql,
            String name,
            String value) {
        if (!value.isEmpty()) {
            conditions.add(sql);
            values.put(name, value);
        }
    }

    private static OffsetDateTime start(LocalDate day) {
        return ChinaTime.startOf(day).atOffset(ZoneOffset.UTC);
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        var changes =
                List.of(json.readValue(row.getString("changes"), Change[].class)).stream()
                        .map(change ->
                                new Change(
                                        change.field(),
                                        masked(change.before()),
                                        masked(change.after())))
                        .toList();
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("address"),
                row.getString("action"),
                row.getString("unit_name"),
                row.getString("unit_code"),
                masked(row.getString("subject")),
                masked(row.getString("reason")),
                changes);
    }

    private static String masked(String text) {
        return MOBILE.matcher(text).replaceAll("$1****$2");
    }
}
