package org.chengjie.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chengjie.filing.Funds;
import org.chengjie.organisation.Kind;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The schools within a reach, each with where it stands, in one query however many there are. */
@Repository
public class Schools {

    private static final int PORTION = 200;

    private static final String COLUMNS =
            """
            id, code, name, kind, city, standing, submitted_at, tasks, rows, waiting, approved, returned,
            rejected, self_raised, industry, sponsor, local,
            approved_self_raised, approved_industry, approved_sponsor, approved_local
            """;

    private final JdbcClient jdbc;

    Schools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the schools in view. They are picked before anything is asked about them that the
     * order does not need: sums of fifty schools, not of all.
     */
    public Slice<SchoolLine> slice(
            Reach reach, SchoolFilter filter, SchoolOrder order, Place place) {
        var keyset = order.keyset();
        var where = filter.where(reach);
        boolean placed = keyset.from(where, place);
        var backward = placed && place.backward();
        var read =
                where.bind(
                                jdbc.sql(
                                        """
                                        select %s, %s from review.listed
                                         where id = any(array(select id from review.listed %s %s limit %d))
                                        %s
                                        """
                                                .formatted(
                                                        COLUMNS,
                                                        keyset.column(),
                                                        where.sql(),
                                                        keyset.orderBy(backward),
                                                        Slice.SIZE + 1,
                                                        keyset.again(backward))))
                        .query(keyset.placed(Schools::read))
                        .list();
        return keyset.slice(read, place, placed);
    }

    /** Every school in view, one after the other, all as they are at one moment. */
    @Transactional(readOnly = true)
    public void each(
            Reach reach, SchoolFilter filter, SchoolOrder order, Consumer<SchoolLine> reader) {
        var where = filter.where(reach);
        where.bind(
                        jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + " from review.listed "
                                        + where.sql()
                                        + order.keyset().orderBy(false)))
                .withFetchSize(PORTION)
                .query(row -> {
                    reader.accept(read(row, 0));
                });
    }

    /**
     * What the schools in view sum to.
     *
     * @param since what is changed after it is counted as changed; null for nothing
     */
    public SchoolTotals totals(Reach reach, SchoolFilter filter, @Nullable Instant since) {
        var standing = filter.standing();
        var where =
                filter.withStanding(null)
                        .where(reach)
                        .value("seen", standing == null ? "" : standing.name())
                        .value("since", since == null ? "infinity" : since.toString());
        return where.bind(
                        jdbc.sql(
                                """
                                select count(*) filter (where seen) as schools,
                                       count(*) filter (where seen and changed_at > cast(:since as timestamptz)) as changed,
                                %s,
                                %s
                                  from (select l.*, :seen in ('', standing) as seen from review.listed l %s) as s
                                """
                                        .formatted(
                                                sums(
                                                        "rows",
                                                        "waiting",
                                                        "self_raised",
                                                        "industry",
                                                        "sponsor",
                                                        "local",
                                                        "approved_self_raised",
                                                        "approved_industry",
                                                        "approved_sponsor",
                                                        "approved_local"),
                                                standings(),
                                                where.sql())))
                .query(Schools::totals)
                .single();
    }

    /**
     * A closed school too: what it filed can still be read. Out of reach reads as absent (spec X2).
     */
    public SchoolLine find(long id, Reach reach) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from review.any_school where lies_in(path, :reach) and id = :id")
                .param("reach", reach.path())
                .param("id", id)
                .query(Schools::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The next school in the list that has rows waiting, from this one on and round again; so that
     * one need not go back to the list.
     */
    public Optional<Long> nextWaiting(long id, Reach reach) {
        return jdbc.sql(
                        """
                        select id from review.waiting
                         where lies_in(path, :reach) and id <> :id
                         order by place > (select turn || code from review.listed where id = :id) desc nulls last, place
                         limit 1
                        """)
                .param("reach", reach.path())
                .param("id", id)
                .query((row, n) -> row.getLong("id"))
                .optional();
    }

    /** The cities that schools of the reach lie in, for the choice of one. */
    public List<String> cities(Reach reach) {
        return jdbc.sql(
                        """
                        select distinct city from review.place
                         where lies_in(path, :reach) and city <> '' order by city
                        """)
                .param("reach", reach.path())
                .query((row, n) -> row.getString("city"))
                .list();
    }

    private static String sums(String... columns) {
        return Stream.of(columns)
                .map(column ->
                        "coalesce(sum(%1$s) filter (where seen), 0)::bigint as %1$s"
                                .formatted(column))
                .collect(Collectors.joining(",\n"));
    }

    private static String standings() {
        return Stream.of(Standing.values())
                .map(standing ->
                        "count(*) filter (where standing = '%s') as %s"
                                .formatted(standing.name(), column(standing)))
                .collect(Collectors.joining(",\n"));
    }

    private static String column(Standing standing) {
        return "standing_" + standing.name().toLowerCase(Locale.ROOT);
    }

    private static SchoolTotals totals(ResultSet row, int number) throws SQLException {
        var standings = new EnumMap<Standing, Integer>(Standing.class);
        for (var standing : Standing.values()) {
            standings.put(standing, row.getInt(column(standing)));
        }
        return new SchoolTotals(
                row.getInt("schools"),
                row.getInt("rows"),
                row.getInt("waiting"),
                funds(row, ""),
                funds(row, "approved_"),
                row.getInt("changed"),
                standings);
    }

    private static SchoolLine read(ResultSet row, int number) throws SQLException {
        var submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        return new SchoolLine(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("city"),
                Standing.valueOf(row.getString("standing")),
                submittedAt == null ? null : submittedAt.toInstant(),
                row.getInt("tasks"),
                row.getInt("rows"),
                row.getInt("waiting"),
                row.getInt("approved"),
                row.getInt("returned"),
                row.getInt("rejected"),
                funds(row, ""),
                funds(row, "approved_"));
    }

    private static Funds funds(ResultSet row, String prefix) throws SQLException {
        return new Funds(
                new Amount(row.getLong(prefix + "self_raised")),
                new Amount(row.getLong(prefix + "industry")),
                new Amount(row.getLong(prefix + "sponsor")),
                new Amount(row.getLong(prefix + "local")));
    }
}
