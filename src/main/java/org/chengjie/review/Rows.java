package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.function.Consumer;
import org.chengjie.filing.Funds;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Values;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows that a province reviews, as many as are in view, whatever their number (spec R4). */
@Repository
public class Rows {

    /** Read in portions, so that a province's rows never stand in memory all at once. */
    private static final int PORTION = 500;

    private static final String COLUMNS =
            """
            id, version, school_id, code, name, kind, city, item_id, item_no, position, task_no, title, unit, takes_quantity,
            national_target, stage, quantity, self_raised, industry, sponsor, local, total, changed_at, changed_name,
            returns, opinion, opinion_words, marks, norm_of_kind, median_quantity, median_total
            """;

    static final String FROM =
            " from (select v.*, " + Mark.column() + " as marks from review.row v) as r";

    private final JdbcClient jdbc;
    private final Norms norms;

    Rows(JdbcClient jdbc, Norms norms) {
        this.jdbc = jdbc;
        this.norms = norms;
    }

    /**
     * A page of the rows in view. They are picked before anything is asked about them: marks and
     * medians of fifty rows, not of all.
     */
    public Slice<RowLine> slice(Reach reach, RowFilter filter, RowOrder order, Place place) {
        var keyset = order.keyset();
        var where = filter.where(reach);
        boolean placed = keyset.from(where, place);
        var orderBy = keyset.orderBy(placed && place.backward());
        var read =
                where.bind(
                                jdbc.sql(
                                        """
                                        select %s, %s %s
                                         where id = any(array(select id from review.row %s %s limit %d))
                                        %s
                                        """
                                                .formatted(
                                                        COLUMNS,
                                                        keyset.column(),
                                                        FROM,
                                                        where.sql(),
                                                        orderBy,
                                                        Slice.SIZE + 1,
                                                        keyset.again(placed && place.backward()))))
                        .query(keyset.placed(Rows::line))
                        .list();
        return keyset.slice(read, place, placed);
    }

    /** Every row in view, one after the other, all as they are at one moment. */
    @Transactional(readOnly = true)
    public void each(Reach reach, RowFilter filter, RowOrder order, Consumer<RowLine> reader) {
        var where = filter.where(reach);
        where.bind(
                        jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + FROM
                                        + where.sql()
                                        + order.keyset().orderBy(false)))
                .withFetchSize(PORTION)
                .query(row -> {
                    reader.accept(line(row, 0));
                });
    }

    /**
     * What the rows in view sum to.
     *
     * @param since what is changed after it is counted as changed; null for nothing
     */
    public RowTotals totals(Reach reach, RowFilter filter, @Nullable Instant since) {
        var where = filter.withStage(null).where(reach);
        var stage = filter.stage();
        where.value("seen", stage == null ? "" : stage.name())
                .value("since", since == null ? "infinity" : since.toString());
        return where.bind(
                        jdbc.sql(
                                """
                                select count(*) filter (where seen) as rows,
                                       count(distinct school_id) filter (where seen) as schools,
                                       coalesce(sum(quantity) filter (where seen), 0)::bigint as quantity,
                                       coalesce(sum(self_raised) filter (where seen), 0)::bigint as self_raised,
                                       coalesce(sum(industry) filter (where seen), 0)::bigint as industry,
                                       coalesce(sum(sponsor) filter (where seen), 0)::bigint as sponsor,
                                       coalesce(sum(local) filter (where seen), 0)::bigint as local,
                                       count(*) filter (where seen and %1$s) as marked,
                                       count(*) filter (where seen and changed_at > cast(:since as timestamptz)) as changed,
                                       count(*) filter (where seen and %2$s) as in_yuan,
                                       coalesce(sum(total) filter (where seen and %2$s), 0)::bigint as in_yuan_total,
                                       count(*) filter (where seen and opinion <> 'NONE') as opinions,
                                       count(*) filter (where stage = 'SUBMITTED' and seen) as waiting,
                                       count(*) filter (where stage = 'SUBMITTED') as submitted,
                                       count(*) filter (where stage = 'APPROVED') as approved,
                                       count(*) filter (where stage = 'RETURNED') as returned,
                                       count(*) filter (where stage = 'REJECTED') as rejected
                                  from (select v.*, :seen in ('', stage) as seen from review.row v %3$s) as s
                                """
                                        .formatted(
                                                Mark.any(), Mark.IN_YUAN.condition(), where.sql())))
                .query(Rows::totals)
                .single();
    }

    /** Sees to it that the marks are told by norms of these minutes. */
    public void keepMarksFresh(Reach reach, Instant now) {
        norms.keepFresh(reach, now);
    }

    private static RowTotals totals(ResultSet row, int number) throws SQLException {
        var stages = new EnumMap<Stage, Integer>(Stage.class);
        stages.put(Stage.SUBMITTED, row.getInt("submitted"));
        stages.put(Stage.APPROVED, row.getInt("approved"));
        stages.put(Stage.RETURNED, row.getInt("returned"));
        stages.put(Stage.REJECTED, row.getInt("rejected"));
        return new RowTotals(
                row.getInt("rows"),
                row.getInt("schools"),
                row.getInt("waiting"),
                row.getLong("quantity"),
                new Funds(
                        new Amount(row.getLong("self_raised")),
                        new Amount(row.getLong("industry")),
                        new Amount(row.getLong("sponsor")),
                        new Amount(row.getLong("local"))),
                row.getInt("marked"),
                row.getInt("changed"),
                row.getInt("in_yuan"),
                new Amount(row.getLong("in_yuan_total")),
                row.getInt("opinions"),
                stages);
    }

    private static RowLine line(ResultSet row, int number) throws SQLException {
        return new RowLine(
                row.getLong("id"),
                row.getLong("version"),
                new RowLine.Of(
                        row.getLong("school_id"),
                        row.getString("code"),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("city")),
                new RowLine.What(
                        row.getLong("item_id"),
                        row.getInt("position"),
                        row.getInt("task_no"),
                        row.getString("item_no"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getBoolean("takes_quantity"),
                        row.getObject("national_target", Long.class)),
                Stage.valueOf(row.getString("stage")),
                new Values(
                        row.getObject("quantity", Long.class),
                        amount(row, "self_raised"),
                        amount(row, "industry"),
                        amount(row, "sponsor"),
                        amount(row, "local")),
                new Amount(row.getLong("total")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_name"),
                row.getInt("returns"),
                OpinionGiven.valueOf(row.getString("opinion")),
                row.getString("opinion_words"),
                Arrays.stream((String[]) row.getArray("marks").getArray())
                        .map(Mark::valueOf)
                        .toList(),
                new RowLine.Usual(
                        row.getObject("median_quantity", Long.class),
                        amount(row, "median_total"),
                        row.getBoolean("norm_of_kind")));
    }

    private static @Nullable Amount amount(ResultSet row, String column) throws SQLException {
        var yuan = row.getObject(column, Long.class);
        return yuan == null ? null : new Amount(yuan);
    }
}
