package org.chengjie.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengjie.filing.Funds;
import org.chengjie.review.Standing;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The country's figures, by place and item, as they are kept (spec P4): no query here is longer for
 * more schools.
 *
 * <p>A place is the path of the ministry or of a province, or a province's path with the name of a
 * city after it.
 */
@Repository
public class Country {

    static final String PARTS =
            """
            rows, quantity, self_raised, industry, sponsor, local, waiting, returned, rejected,
            approved, approved_quantity, approved_self_raised, approved_industry, approved_sponsor, approved_local
            """;

    private static final String SUMS =
            """
            sum(rows)::bigint as rows, sum(quantity)::bigint as quantity,
            sum(self_raised)::bigint as self_raised, sum(industry)::bigint as industry,
            sum(sponsor)::bigint as sponsor, sum(local)::bigint as local,
            sum(waiting)::bigint as waiting, sum(returned)::bigint as returned, sum(rejected)::bigint as rejected,
            sum(approved)::bigint as approved, sum(approved_quantity)::bigint as approved_quantity,
            sum(approved_self_raised)::bigint as approved_self_raised,
            sum(approved_industry)::bigint as approved_industry,
            sum(approved_sponsor)::bigint as approved_sponsor, sum(approved_local)::bigint as approved_local
            """;

    private final JdbcClient jdbc;

    Country(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The provinces within a reach, in the order of their codes. */
    public List<Province> provinces(Reach reach) {
        return jdbc.sql(
                        """
                        select code, name, path, opens, closes, receipt_no, returned_at,
                               accepted_at is not null as accepted, published_at is not null as published
                          from report.province
                         where starts_with(path, :reach)
                         order by code
                        """)
                .param("reach", reach.path())
                .query(Country::province)
                .list();
    }

    /** Out of reach reads the same as absent (spec X2). */
    public Province province(String code, Reach reach) {
        return provinces(reach).stream()
                .filter(province -> province.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** What each item comes to in one place; an item of which there is nothing is left out. */
    public Map<Long, Figures> items(String place, Reach reach) {
        var items = new HashMap<Long, Figures>();
        jdbc.sql(
                        "select item_id, "
                                + PARTS
                                + " from report.current_figure where place = :place and starts_with(place, :reach)")
                .param("place", place)
                .param("reach", reach.path())
                .query(row -> {
                    items.merge(row.getLong("item_id"), figures(row), Figures::plus);
                });
        jdbc.sql(
                        """
                        select item_id, sum(rows)::bigint as rows, sum(quantity)::bigint as quantity, sum(funds)::bigint as funds
                          from report.own_figure
                         where starts_with(place, :place) and starts_with(place, :reach)
                         group by item_id
                        """)
                .param("place", place)
                .param("reach", reach.path())
                .query(row -> {
                    items.merge(row.getLong("item_id"), own(row), Figures::plus);
                });
        return items;
    }

    /** What the provinces come to, of one item or of all of a plan, by their paths. */
    public Map<String, Figures> provinces(long plan, @Nullable Long item, Reach reach) {
        var figures = new HashMap<String, Figures>();
        undertaken(plan, item, reach)
                .forEach((place, undertaken) -> figures.put(place, undertaken.figures()));
        return figures;
    }

    /** The same, with the items that it is made of: whoever shows both reads the sums once. */
    public Map<String, Undertaken> undertaken(long plan, @Nullable Long item, Reach reach) {
        var provinces = new HashMap<String, Undertaken>();
        jdbc.sql(
                        "select place, "
                                + SUMS
                                + """
                                  , array_agg(item_id) filter (where rows > 0) as items
                                  from report.current_figure
                                 where place = any (array (select path from report.province where starts_with(path, :reach)))
                                   and item_id = any (array (select id from report.item where plan_id = :plan and (cast(:item as bigint) is null or id = :item)))
                                 group by place
                                """)
                .param("reach", reach.path())
                .param("plan", plan)
                .param("item", item)
                .query(row -> {
                    provinces.merge(
                            row.getString("place"),
                            new Undertaken(figures(row), items(row)),
                            Undertaken::plus);
                });
        jdbc.sql(
                        """
                        select place, sum(rows)::bigint as rows, sum(quantity)::bigint as quantity, sum(funds)::bigint as funds,
                               array_agg(item_id) filter (where rows > 0) as items
                          from report.own_figure
                         where starts_with(place, :reach)
                           and item_id = any (array (select id from report.item where plan_id = :plan and (cast(:item as bigint) is null or id = :item)))
                         group by place
                        """)
                .param("reach", reach.path())
                .param("plan", plan)
                .param("item", item)
                .query(row -> {
                    provinces.merge(
                            row.getString("place"),
                            new Undertaken(own(row), items(row)),
                            Undertaken::plus);
                });
        return provinces;
    }

    /** What the cities of a province come to, of one item or of all, by their names. */
    public Map<String, Figures> cities(
            Province province, long plan, @Nullable Long item, Reach reach) {
        var figures = new HashMap<String, Figures>();
        jdbc.sql(
                        "select substring(place from :skip) as city, "
                                + SUMS
                                + """
                                  from report.current_figure
                                 where starts_with(place, :province) and place <> :province and starts_with(place, :reach)
                                   and item_id = any (array (select id from report.item where plan_id = :plan and (cast(:item as bigint) is null or id = :item)))
                                 group by place
                                """)
                .param("skip", province.path().length() + 1)
                .param("province", province.path())
                .param("reach", reach.path())
                .param("plan", plan)
                .param("item", item)
                .query(row -> {
                    figures.put(row.getString("city"), figures(row));
                });
        return figures;
    }

    /** The codes of the cities that a province has written down, by their names. */
    public Map<String, String> cityCodes(Province province, Reach reach) {
        var codes = new HashMap<String, String>();
        jdbc.sql(
                        "select name, code from report.city where province = :province and starts_with(province, :reach)")
                .param("province", province.path())
                .param("reach", reach.path())
                .query(row -> {
                    codes.put(row.getString("name"), row.getString("code"));
                });
        return codes;
    }

    /** How many schools stand where: of the country, of its provinces, by their places. */
    public Map<String, Tally> provinceTallies(Reach reach) {
        return tallies(
                "place = any (array (select path from report.province where starts_with(path, :reach)))",
                "",
                reach);
    }

    /** The same of the cities of a province, by the places of the cities. */
    public Map<String, Tally> cityTallies(Province province, Reach reach) {
        return tallies(
                "starts_with(place, :province) and place <> :province and starts_with(place, :reach)",
                province.path(),
                reach);
    }

    private Map<String, Tally> tallies(String where, String province, Reach reach) {
        var byPlace = new HashMap<String, Map<Standing, Long>>();
        jdbc.sql("select place, standing, schools from report.current_tally where " + where)
                .param("reach", reach.path())
                .param("province", province)
                .query(row -> {
                    byPlace.computeIfAbsent(
                                    row.getString("place"), place -> new EnumMap<>(Standing.class))
                            .put(
                                    Standing.valueOf(row.getString("standing")),
                                    row.getLong("schools"));
                });
        var tallies = new HashMap<String, Tally>();
        byPlace.forEach((place, standings) -> tallies.put(place, new Tally(standings)));
        return tallies;
    }

    private static Province province(ResultSet row, int number) throws SQLException {
        var returned = row.getObject("returned_at", OffsetDateTime.class);
        return new Province(
                row.getString("code"),
                row.getString("name"),
                row.getString("path"),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                Objects.requireNonNullElse(row.getString("receipt_no"), ""),
                returned == null ? null : returned.toInstant(),
                row.getBoolean("accepted"),
                row.getBoolean("published"));
    }

    static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                new Figures.Part(
                        row.getLong("rows"), row.getLong("quantity"), funds(row, ""), Amount.ZERO),
                new Figures.Part(
                        row.getLong("approved"),
                        row.getLong("approved_quantity"),
                        funds(row, "approved_"),
                        Amount.ZERO),
                Figures.Part.NONE,
                row.getLong("waiting"),
                row.getLong("returned"),
                row.getLong("rejected"));
    }

    private static Set<Long> items(ResultSet row) throws SQLException {
        var items = row.getArray("items");
        return items == null ? Set.of() : Set.copyOf(List.of((Long[]) items.getArray()));
    }

    private static Figures own(ResultSet row) throws SQLException {
        return new Figures(
                Figures.Part.NONE,
                Figures.Part.NONE,
                new Figures.Part(
                        row.getLong("rows"),
                        row.getLong("quantity"),
                        Funds.NONE,
                        new Amount(row.getLong("funds"))),
                0,
                0,
                0);
    }

    static Funds funds(ResultSet row, String prefix) throws SQLException {
        return new Funds(
                new Amount(row.getLong(prefix + "self_raised")),
                new Amount(row.getLong(prefix + "industry")),
                new Amount(row.getLong(prefix + "sponsor")),
                new Amount(row.getLong(prefix + "local")));
    }
}
