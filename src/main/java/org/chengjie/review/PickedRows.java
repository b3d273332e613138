package org.chengjie.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.filing.Pick;
import org.chengjie.filing.Stage;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that a decision is about: those that were ticked, or everything in view (spec R4). */
@Repository
public class PickedRows {

    private static final String SELECT =
            "select school_id, name, id, version, total, coalesce(%s, false) as marked from review.row"
                    .formatted(Mark.any());

    private final JdbcClient jdbc;

    PickedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows in view that stand so, school by school. */
    public List<PickedRow> inView(Reach reach, RowFilter filter, Set<Stage> stages) {
        var names = stages.stream().map(Stage::name).toArray(String[]::new);
        return list(filter.where(reach).and("stage = any(:stages)", "stages", names));
    }

    /**
     * Those ticked, in the version in which they were ticked; what is out of reach, or no longer
     * submitted, is absent.
     */
    public List<PickedRow> ticked(Reach reach, List<Pick> picks) {
        var seen =
                picks.stream()
                        .collect(
                                Collectors.toMap(
                                        Pick::undertakingId,
                                        Pick::version,
                                        (first, again) -> first));
        var ids = seen.keySet().toArray(Long[]::new);
        return list(new Where(reach).and("id = any(:ids)", "ids", ids)).stream()
                .map(row -> seenAs(row, seen.getOrDefault(row.undertakingId(), row.version())))
                .toList();
    }

    private static PickedRow seenAs(PickedRow row, long version) {
        return new PickedRow(
                row.schoolId(),
                row.schoolName(),
                row.undertakingId(),
                version,
                row.total(),
                row.marked());
    }

    private List<PickedRow> list(Where where) {
        return where.bind(jdbc.sql(SELECT + where.sql() + " order by code, position"))
                .query((row, n) ->
                        new PickedRow(
                                row.getLong("school_id"),
                                row.getString("name"),
                                row.getLong("id"),
                                row.getLong("version"),
                                new Amount(row.getLong("total")),
                                row.getBoolean("marked")))
                .list();
    }
}
