package org.chengjie.provincial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the schools within a reach have submitted, item by item: one query however many there are.
 */
@Repository
class SchoolRows {

    /**
     * How far the review has come.
     *
     * @param waiting rows that wait for a decision
     * @param returned rows that were returned and have not come back
     * @param schools the schools with an approved row
     */
    record Review(int waiting, int returned, int schools) {}

    private final JdbcClient jdbc;

    SchoolRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By item. */
    Map<Long, ItemFigures> figures(long planId, Reach reach) {
        var byItem = new HashMap<Long, ItemFigures>();
        jdbc.sql(
                        """
                        select item_id, stage = 'APPROVED' as approved, count(*) as schools,
                               coalesce(sum(quantity), 0) as quantity,
                               sum(self_raised) as self_raised, sum(industry) as industry,
                               sum(sponsor) as sponsor, sum(local) as local
                          from provincial.school_row
                         where plan_id = :plan and lies_in(school_path, :reach)
                         group by item_id, stage = 'APPROVED'
                        """)
                .param("plan", planId)
                .param("reach", reach.path())
                .query(row -> {
                    var figures = read(row);
                    boolean approved = row.getBoolean("approved");
                    byItem.merge(
                            row.getLong("item_id"),
                            new ItemFigures(figures, approved ? figures : SchoolFigures.NONE),
                            SchoolRows::plus);
                });
        return byItem;
    }

    Review review(long planId, Reach reach) {
        return jdbc.sql(
                        """
                        select count(*) filter (where stage = 'SUBMITTED') as waiting,
                               count(*) filter (where stage = 'RETURNED') as returned,
                               count(distinct school_id) filter (where stage = 'APPROVED') as schools
                          from provincial.school_row
                         where plan_id = :plan and lies_in(school_path, :reach)
                        """)
                .param("plan", planId)
                .param("reach", reach.path())
                .query((row, n) ->
                        new Review(
                                row.getInt("waiting"),
                                row.getInt("returned"),
                                row.getInt("schools")))
                .single();
    }

    private static ItemFigures plus(ItemFigures one, ItemFigures other) {
        return new ItemFigures(
                plus(one.intended(), other.intended()), plus(one.approved(), other.approved()));
    }

    private static SchoolFigures plus(SchoolFigures one, SchoolFigures other) {
        return new SchoolFigures(
                one.schools() + other.schools(),
                one.quantity() + other.quantity(),
                one.funds().plus(other.funds()));
    }

    private static SchoolFigures read(ResultSet row) throws SQLException {
        return new SchoolFigures(row.getInt("schools"), row.getLong("quantity"), funds(row));
    }

    /** Of a returned row that is being mended a cell may be blank. */
    static Funds funds(ResultSet row) throws SQLException {
        return new Funds(
                new Amount(row.getLong("self_raised")),
                new Amount(row.getLong("industry")),
                new Amount(row.getLong("sponsor")),
                new Amount(row.getLong("local")));
    }
}
