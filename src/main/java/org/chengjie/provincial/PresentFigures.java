package org.chengjie.provincial;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Recomputes what provinces have from their rows: what a submission or an edition must come to
 * (spec P6). Three queries, however many provinces there are.
 */
@Repository
public class PresentFigures {

    private record Key(long provinceId, long itemId) {}

    private final JdbcClient jdbc;

    PresentFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By province; one that has nothing is absent. */
    public Map<Long, Present> of(Plan plan, Reach reach) {
        var approved = new HashMap<Key, SchoolFigures>();
        var waiting = new HashMap<Long, Integer>();
        read(plan, reach, approved, waiting);
        var own = own(plan, reach);
        var schools = schools(plan, reach);
        var provinces = new HashSet<Long>();
        approved.keySet().forEach(key -> provinces.add(key.provinceId()));
        own.keySet().forEach(key -> provinces.add(key.provinceId()));
        var present = new HashMap<Long, Present>();
        for (long province : provinces) {
            var all =
                    plan.items().stream()
                            .map(item -> line(item, new Key(province, item.id()), approved, own))
                            .toList();
            var lines = all.stream().filter(SubmissionLine::undertaken).toList();
            var alone =
                    all.stream()
                            .filter(line -> !line.undertaken())
                            .filter(line -> line.funds().provincial().yuan() > 0)
                            .map(line -> line.item().no())
                            .toList();
            present.put(
                    province,
                    new Present(
                            new RollUp(lines, schools.getOrDefault(province, 0)),
                            waiting.getOrDefault(province, 0),
                            alone));
        }
        return present;
    }

    private static SubmissionLine line(
            Item item, Key key, Map<Key, SchoolFigures> approved, Map<Key, OwnRow> own) {
        return SubmissionLine.of(
                item,
                approved.getOrDefault(key, SchoolFigures.NONE),
                own.getOrDefault(key, OwnRow.untouched(item.id())));
    }

    private void read(
            Plan plan, Reach reach, Map<Key, SchoolFigures> approved, Map<Long, Integer> waiting) {
        jdbc.sql(
                        """
                        select split_part(school_path, '/', 3)::bigint as province_id, item_id,
                               count(*) filter (where stage = 'SUBMITTED') as waiting,
                               count(*) filter (where stage = 'APPROVED') as schools,
                               coalesce(sum(quantity) filter (where stage = 'APPROVED'), 0) as quantity,
                               coalesce(sum(self_raised) filter (where stage = 'APPROVED'), 0) as self_raised,
                               coalesce(sum(industry) filter (where stage = 'APPROVED'), 0) as industry,
                               coalesce(sum(sponsor) filter (where stage = 'APPROVED'), 0) as sponsor,
                               coalesce(sum(local) filter (where stage = 'APPROVED'), 0) as local
                          from provincial.school_row
                         where plan_id = :plan and lies_in(school_path, :reach)
                         group by 1, 2
                        """)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .query(row -> {
                    long province = row.getLong("province_id");
                    waiting.merge(province, row.getInt("waiting"), Integer::sum);
                    approved.put(
                            new Key(province, row.getLong("item_id")),
                            new SchoolFigures(
                                    row.getInt("schools"),
                                    row.getLong("quantity"),
                                    SchoolRows.funds(row)));
                });
    }

    private Map<Long, Integer> schools(Plan plan, Reach reach) {
        var schools = new HashMap<Long, Integer>();
        jdbc.sql(
                        """
                        select split_part(school_path, '/', 3)::bigint as province_id, count(distinct school_id) as schools
                          from provincial.school_row
                         where plan_id = :plan and lies_in(school_path, :reach) and stage = 'APPROVED'
                         group by 1
                        """)
                .param("plan", plan.id())
                .param("reach", reach.path())
                .query(row -> {
                    schools.put(row.getLong("province_id"), row.getInt("schools"));
                });
        return schools;
    }

    private Map<Key, OwnRow> own(Plan plan, Reach reach) {
        var own = new HashMap<Key, OwnRow>();
        jdbc.sql(
                        """
                        select province_id, item_id, undertaken, quantity, bodies, funds, version, changed_at, changed_name
                          from provincial.own_row
                         where lies_in(province_path, :reach) and item_id = any(:items)
                        """)
                .param("reach", reach.path())
                .param("items", plan.items().stream().map(Item::id).toArray(Long[]::new))
                .query(row -> {
                    own.put(
                            new Key(row.getLong("province_id"), row.getLong("item_id")),
                            OwnRows.read(row, 0));
                });
        return own;
    }
}
