package org.chengjie.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of units: every read within a reach, but for the provinces, whom all may know. */
@Repository
public class Units {

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Out of reach reads the same as absent (spec X2). */
    public Unit find(long id, Reach reach) {
        return jdbc.sql(
                        """
                        select id, parent_id, tier, code, name, kind, city, path
                          from organisation.unit
                         where id = :id and lies_in(path, :reach)
                        """)
                .param("id", id)
                .param("reach", reach.path())
                .query(Units::read)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** The 32 provinces in the order of their codes. */
    public List<Unit> provinces() {
        return jdbc.sql(
                        """
                        select id, parent_id, tier, code, name, kind, city, path
                          from organisation.unit
                         where tier = 'PROVINCE'
                         order by code
                        """)
                .query(Units::read)
                .list();
    }

    /** A province, which all may know. */
    public Unit province(long id) {
        return provinces().stream()
                .filter(province -> province.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Keeps a school open and where it is until the transaction ends, so that what is written with
     * its path is not written with an old one; refused where it has been moved or closed since the
     * request arrived.
     */
    public void stay(long schoolId, String path) {
        stay(schoolId, path, "share");
    }

    /**
     * The same, and nobody else files for it meanwhile: a form that is not there yet cannot be
     * held.
     */
    public void hold(long schoolId, String path) {
        stay(schoolId, path, "no key update");
    }

    /** One that was moved out of the reader's reach meanwhile is not there any more (spec X2). */
    private void stay(long schoolId, String path, String lock) {
        boolean stands =
                jdbc.sql(
                                "select path = :path and closed_at is null as stands from organisation.unit where id = :id for "
                                        + lock)
                        .param("id", schoolId)
                        .param("path", path)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (!stands) {
            throw moved();
        }
    }

    /** What whoever was moved or closed meanwhile is told. */
    public static Refusal moved() {
        return Refusal.conflict("省厅刚调整了本校在名册中的登记，这次没有保存。您填的内容还在，请刷新后再试。");
    }

    /** Refuses a decision on what a closed school has filed: it can only be read. */
    public void requireOpen(long schoolId) {
        boolean closed =
                jdbc.sql(
                                "select closed_at is not null as closed from organisation.unit where id = :id")
                        .param("id", schoolId)
                        .query(Boolean.class)
                        .single();
        if (closed) {
            throw Refusal.closed("这所学校已撤销或并入其他学校，填报内容只能查看，不能再审核。");
        }
    }

    public Unit add(NewUnit unit) {
        return addAll(List.of(unit)).getFirst();
    }

    /**
     * Adds many at once, in one statement; their parents must exist. Answers in the order of their
     * ids, which is the order given.
     */
    public List<Unit> addAll(List<NewUnit> units) {
        return jdbc.sql(
                        """
                        with given as (
                            select nextval(pg_get_serial_sequence('organisation.unit', 'id')) as id, n.*
                              from unnest(:parents::bigint[], :tiers::text[], :codes::text[],
                                          :names::text[], :kinds::text[], :cities::text[])
                                   with ordinality as n (parent_id, tier, code, name, kind, city, position)
                        ), added as (
                            insert into organisation.unit (id, parent_id, tier, code, name, kind, city, path)
                            overriding system value
                            select g.id, g.parent_id, g.tier, g.code, g.name, g.kind, g.city,
                                   coalesce(p.path, '/') || g.id || '/'
                              from given g
                              left join organisation.unit p on p.id = g.parent_id
                            returning id, parent_id, tier, code, name, kind, city, path
                        )
                        select a.id, a.parent_id, a.tier, a.code, a.name, a.kind, a.city, a.path
                          from added a
                          join given g on g.id = a.id
                         order by g.position
                        """)
                .param("parents", units.stream().map(NewUnit::parentId).toArray(Long[]::new))
                .param("tiers", column(units, unit -> unit.tier().name()))
                .param("codes", column(units, NewUnit::code))
                .param("names", column(units, NewUnit::name))
                .param(
                        "kinds",
                        units.stream()
                                .map(unit -> Objects.toString(unit.kind(), null))
                                .toArray(String[]::new))
                .param("cities", column(units, NewUnit::city))
                .query(Units::read)
                .list();
    }

    private static String[] column(List<NewUnit> units, Function<NewUnit, String> field) {
        return units.stream().map(field).toArray(String[]::new);
    }

    private static Unit read(ResultSet row, int n) throws SQLException {
        var kind = row.getString("kind");
        return new Unit(
                row.getLong("id"),
                row.getObject("parent_id", Long.class),
                Tier.valueOf(row.getString("tier")),
                row.getString("code"),
                row.getString("name"),
                kind == null ? null : Kind.valueOf(kind),
                row.getString("city"),
                row.getString("path"));
    }
}
