package org.chengjie.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 院校名册 as it is read: a province's schools, open and closed, and its cities (spec P1). */
@Repository
public class Register {

    public static final int PAGE = 50;

    private static final String SELECT =
            """
            select u.id, u.code, u.name, u.kind, u.city, p.tier as parent_tier, u.path, u.version, u.closed_at,
                   u.closed_reason, m.name as merged_into,
                   array(select f.name from organisation.former_name f where f.unit_id = u.id order by f.id desc) as former
              from organisation.unit u
              join organisation.unit p on p.id = u.parent_id
              left join organisation.unit m on m.id = u.merged_into
             where u.tier = 'SCHOOL' and lies_in(u.path, :reach)
            """;

    private static final String FILTER =
            """
             and (u.closed_at is not null) = :closed
             and (cast(:kind as text) is null or u.kind = :kind)
             and (cast(:city as text) is null or u.city = :city)
             and (:words = '' or strpos(u.name, :words) > 0 or starts_with(u.code, :words)
                  or exists (select from organisation.former_name f where f.unit_id = u.id and strpos(f.name, :words) > 0))
            """;

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list, in the order of codes, after that code; one more than a page holds. */
    public List<RegisterEntry> after(Reach reach, RegisterFilter filter, String code) {
        return filtered(
                        SELECT + FILTER + " and u.code > :code order by u.code limit :most",
                        reach,
                        filter)
                .param("code", code)
                .param("most", PAGE + 1)
                .query(Register::read)
                .list();
    }

    /** The page before that code, the nearest to it first. */
    public List<RegisterEntry> before(Reach reach, RegisterFilter filter, String code) {
        return filtered(
                        SELECT + FILTER + " and u.code < :code order by u.code desc limit :most",
                        reach,
                        filter)
                .param("code", code)
                .param("most", PAGE + 1)
                .query(Register::read)
                .list();
    }

    /** All that the filter leaves. */
    public List<RegisterEntry> all(Reach reach, RegisterFilter filter) {
        return filtered(SELECT + FILTER + " order by u.code", reach, filter)
                .query(Register::read)
                .list();
    }

    /** How many of each kind the filter leaves, whatever kind it asks for itself. */
    public Map<Kind, Integer> counts(Reach reach, RegisterFilter filter) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        filtered(
                        "select u.kind, count(*) as schools from organisation.unit u"
                                + " where u.tier = 'SCHOOL' and lies_in(u.path, :reach)"
                                + FILTER
                                + " group by u.kind",
                        reach,
                        new RegisterFilter(null, filter.city(), filter.words(), filter.closed()))
                .query((row, n) ->
                        counts.put(Kind.valueOf(row.getString("kind")), row.getInt("schools")))
                .list();
        return counts;
    }

    /** Out of reach reads the same as absent (spec X2). */
    public RegisterEntry find(long id, Reach reach) {
        return jdbc.sql(SELECT + " and u.id = :id")
                .param("reach", reach.path())
                .param("id", id)
                .query(Register::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The province's cities in the order of their codes. */
    public List<City> cities(long provinceId) {
        return jdbc.sql(
                        """
                        select c.id, c.code, c.name, c.version, count(s.id) as schools
                          from organisation.unit c
                          left join organisation.unit s on s.parent_id = c.id and s.closed_at is null
                         where c.parent_id = :province and c.tier = 'CITY'
                         group by c.id
                         order by c.code
                        """)
                .param("province", provinceId)
                .query((row, n) ->
                        new City(
                                row.getLong("id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getLong("version"),
                                row.getInt("schools")))
                .list();
    }

    /** The names that the schools' cities have, units or not, for the filter. */
    public List<String> cityNames(Reach reach) {
        return jdbc.sql(
                        """
                        select distinct city from organisation.unit
                         where tier = 'SCHOOL' and lies_in(path, :reach) and city <> ''
                         order by city
                        """)
                .param("reach", reach.path())
                .query((row, n) -> row.getString("city"))
                .list();
    }

    /** The province's own schools with these codes, open or closed. */
    List<RegisterEntry> withCodes(Reach reach, List<String> codes) {
        return jdbc.sql(SELECT + " and u.code = any(:codes)")
                .param("reach", reach.path())
                .param("codes", codes.toArray(String[]::new))
                .query(Register::read)
                .list();
    }

    /** Those of the codes that a school elsewhere in the country has. */
    List<String> elsewhere(Reach reach, List<String> codes) {
        return Wall.across(() ->
                jdbc.sql(
                                """
                                select code from organisation.unit
                                 where tier = 'SCHOOL' and code = any(:codes) and not lies_in(path, :reach)
                                """)
                        .param("codes", codes.toArray(String[]::new))
                        .param("reach", reach.path())
                        .query((row, n) -> row.getString("code"))
                        .list());
    }

    /** Another after every change of any school or city of the province. */
    String fingerprint(Reach reach) {
        return jdbc.sql(
                        """
                        select coalesce(md5(string_agg(id || ':' || version, ',' order by id)), '') as print
                          from organisation.unit
                         where lies_in(path, :reach) and tier in ('SCHOOL', 'CITY')
                        """)
                .param("reach", reach.path())
                .query(String.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, Reach reach, RegisterFilter filter) {
        return jdbc.sql(sql)
                .param("reach", reach.path())
                .param("closed", filter.closed())
                .param("kind", Objects.toString(filter.kind(), null))
                .param("city", filter.city())
                .param("words", filter.words());
    }

    private static RegisterEntry read(ResultSet row, int n) throws SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        @Nullable String mergedInto = row.getString("merged_into");
        return new RegisterEntry(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("city"),
                row.getString("parent_tier").equals("CITY")
                        ? Affiliation.CITY
                        : Affiliation.PROVINCE,
                row.getString("path"),
                List.of((String[]) row.getArray("former").getArray()),
                row.getLong("version"),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("closed_reason"),
                mergedInto);
    }
}
