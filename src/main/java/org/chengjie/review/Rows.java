package org.chengjie.review;

import java.util.List;
import java.util.Set;
import org.chengjie.filing.Stage;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that a province reviews, as many as are in view, whatever their number (spec R4). */
@Repository
public class Rows {

    private static final String FROM =
            " from (select v.*, " + Mark.column() + " as marks from review.row v) as r";

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows in view that stand so, school by school. */
    public List<PickedRow> picks(Reach reach, RowFilter filter, Set<Stage> stages) {
        var where =
                filter.where(reach)
                        .and(
                                "stage = any(:stages)",
                                "stages",
                                stages.stream().map(Stage::name).toArray(String[]::new));
        return where.bind(
                        jdbc.sql(
                                "select school_id, name, id, version, total"
                                        + FROM
                                        + where.sql()
                                        + " order by code, position"))
                .query((row, n) ->
                        new PickedRow(
                                row.getLong("school_id"),
                                row.getString("name"),
                                row.getLong("id"),
                                row.getLong("version"),
                                new Amount(row.getLong("total"))))
                .list();
    }
}
