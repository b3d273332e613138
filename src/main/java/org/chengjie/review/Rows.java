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

    private static final String FROM =
            " from (select v.*, %s as marks, %s as weight from review.row v) as r"
                    .formatted(Mark.column(), Mark.weight());

    /** Of the schools that %s picks. */
    private static final String KEPT =
            "with "
                    + Marks.MARKED
                    + """
                    , school as materialized (
                        select id, rows, quantity, waiting, approved, returned, rejected, self_raised, industry, sponsor, local,
                               rows_changed_at
                          from review.school %s and submitted_at is not null
                    ), told as materialized (
                        select total, in_yuan from marked where school_id in (select id from school)
                    )
                    select coalesce(sum(rows), 0) as rows,
                           count(*) filter (where rows > 0) as schools,
                           coalesce(sum(quantity), 0)::bigint as quantity,
                           coalesce(sum(self_raised), 0)::bigint as self_raised,
                           coalesce(sum(industry), 0)::bigint as industry,
                           coalesce(sum(sponsor), 0)::bigint as sponsor,
                           coalesce(sum(local), 0)::bigint as local,
                           (select count(*) from told) as marked,
                           (select count(*) from review.row
                             where lies_in(school_place, :reach) and changed_at > cast(:since as timestamptz)
                               and school_id = any(array(select id from school
                                                          where rows_changed_at > cast(:since as timestamptz)))) as changed,
                           (select count(*) from told where in_yuan) as in_yuan,
                           (select coalesce(sum(total), 0)::bigint from told where in_yuan) as in_yuan_total,
                           (select count(*) from review.row
                             where lies_in(path, :reach) and opinion <> 'NONE' and school_id in (select id from school)
                               and id = any(array(select undertaking_id from review.opinion
                                                   where lies_in(school_path, :reach)))) as opinions,
                           coalesce(sum(waiting), 0) as waiting,
                           coalesce(sum(waiting), 0) as submitted,
                           coalesce(sum(approved), 0) as approved,
                           coalesce(sum(returned), 0) as returned,
                           coalesce(sum(rejected), 0) as rejected
                      from school
                    """;

    /** Of the rows that %s picks. */
    private static final String COUNTED =
            "with "
                    + Marks.MARKED
                    + """
                    select count(*) filter (where seen) as rows,
                           count(distinct school_id) filter (where seen) as schools,
                           coalesce(sum(quantity) filter (where seen), 0)::bigint as quantity,
                           coalesce(sum(self_raised) filter (where seen), 0)::bigint as self_raised,
                           coalesce(sum(industry) filter (where seen), 0)::bigint as industry,
                           coalesce(sum(sponsor) filter (where seen), 0)::bigint as sponsor,
                           coalesce(sum(local) filter (where seen), 0)::bigint as local,
                           count(*) filter (where seen and marked) as marked,
                           count(*) filter (where seen and changed_at > cast(:since as timestamptz)) as changed,
                           count(*) filter (where seen and in_yuan) as in_yuan,
                           coalesce(sum(total) filter (where seen and in_yuan), 0)::bigint as in_yuan_total,
                           count(*) filter (where seen and opinion <> 'NONE') as opinions,
                           count(*) filter (where stage = 'SUBMITTED' and seen) as waiting,
                           count(*) filter (where stage = 'SUBMITTED') as submitted,
                           count(*) filter (where stage = 'APPROVED') as approved,
                           count(*) filter (where stage = 'RETURNED') as returned,
                           count(*) filter (where stage = 'REJECTED') as rejected
                      from (select v.*, :seen in ('', stage) as seen,
                                   id in (select undertaking_id from marked) as marked,
                                   id in (select undertaking_id from marked where in_yuan) as in_yuan
                              from review.row v %s) as s
                    """;

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
        boolean backward = placed && place.backward();
        var picked =
                switch (order) {
                    case SCHOOL -> bySchool(where, keyset, place, placed);
                    case MARKED -> byMarks(where, keyset, backward);
                    default -> plainly(where, keyset, backward);
                };
        var read =
                where.bind(
                                jdbc.sql(
                                        "select %s, %s %s where id = any(array(%s limit %d)) %s"
                                                .formatted(
                                                        COLUMNS,
                                                        keyset.column(),
                                                        FROM,
                                                        picked,
                                                        Slice.SIZE + 1,
                                                        keyset.again(backward))))
                        .query(keyset.placed(Rows::line))
                        .list();
        return keyset.slice(read, place, placed);
    }

    private static String plainly(Where where, Keyset keyset, boolean backward) {
        return "select id from review.row" + where.sql() + keyset.orderBy(backward);
    }

    /**
     * School after school, until there are enough: the rows of all the others are not looked at. A
     * school's code has always ten digits, so the codes are in the order of the key.
     */
    private static String bySchool(Where where, Keyset keyset, Place place, boolean placed) {
        boolean backward = placed && place.backward();
        var rest = placed ? " and code %s left(:key, -4)".formatted(backward ? "<=" : ">=") : "";
        var direction = backward ? "desc" : "asc";
        return """
        select r.id
          from (select id, code from review.place where lies_in(path, :reach)%2$s order by code %4$s) as s
          cross join lateral (
              select id, position from review.row %1$s and school_id = s.id %3$s limit %5$d) as r
         order by s.code %4$s, r.position %4$s, r.id %4$s
        """
                .formatted(where.sql(), rest, keyset.orderBy(backward), direction, Slice.SIZE + 1);
    }

    /**
     * Those with a mark are few, and known; all the others weigh nothing. They are told apart only
     * once they are read (offset 0): PostgreSQL takes that for dear, and would rather read the rows
     * of the whole country.
     */
    private static String byMarks(Where where, Keyset keyset, boolean backward) {
        var first = keyset.orderBy(backward) + " limit " + (Slice.SIZE + 1);
        return """
        with %1$s
        select id
          from ((select id, weight
                   from (select v.*, m.weight from marked m join review.row v on v.id = m.undertaking_id) as r
                 %2$s %3$s)
                union all
                (select id, weight
                   from (select id, weight from (select v.*, 0 as weight from review.row v) as r %2$s offset 0) as r
                  where id not in (select undertaking_id from marked) %3$s)) as both_parts
        %4$s
        """
                .formatted(Marks.MARKED, where.sql(), first, keyset.orderBy(backward));
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
     * What the rows in view sum to. Where whole schools are in view it is what is kept of each;
     * else it is counted from the rows.
     *
     * @param since what is changed after it is counted as changed; null for nothing
     */
    public RowTotals totals(Reach reach, RowFilter filter, @Nullable Instant since) {
        var moment = since == null ? "infinity" : since.toString();
        if (filter.ofSchools()) {
            var schools = filter.whereSchools(reach);
            return schools.value("province", reach.provinceId())
                    .value("since", moment)
                    .bind(jdbc.sql(KEPT.formatted(schools.sql())))
                    .query(Rows::totals)
                    .single();
        }
        var where = filter.withStage(null).where(reach);
        var stage = filter.stage();
        return where.value("seen", stage == null ? "" : stage.name())
                .value("since", moment)
                .bind(jdbc.sql(COUNTED.formatted(where.sql())))
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
