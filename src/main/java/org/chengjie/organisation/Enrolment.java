package org.chengjie.organisation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.chengjie.organisation.SchoolsMoved.Moved;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the register: one school or all of a file by the same statements, each with the version it
 * was seen in, and tells those above what has become of a school.
 */
@Repository
class Enrolment {

    /** A school as it was seen, and as it shall be. */
    record Amendment(RegisterEntry before, SchoolFields after) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final ApplicationEventPublisher events;

    Enrolment(JdbcClient jdbc, Units units, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.units = units;
        this.events = events;
    }

    /** One at a time changes the register of a province; whoever only refers to it is not kept. */
    void hold(Actor by) {
        require(by);
        jdbc.sql("select id from organisation.unit where id = :province for no key update")
                .param("province", by.unitId())
                .query(Long.class)
                .single();
    }

    void require(Actor by) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能修改名册。");
        }
    }

    List<Unit> add(List<SchoolFields> schools) {
        try {
            return units.addAll(
                    schools.stream()
                            .map(school ->
                                    new NewUnit(
                                            school.parentId(),
                                            Tier.SCHOOL,
                                            school.code(),
                                            school.name(),
                                            school.kind(),
                                            school.city()))
                            .toList());
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("有学校标识码刚被登记，这次没有保存。请核对后再试。");
        }
    }

    /** All or none; the former names stay. */
    void change(Actor by, List<Amendment> amendments) {
        var moved =
                jdbc.sql(
                                """
                                with given as (
                                    select * from unnest(:ids::bigint[], :versions::bigint[], :names::text[], :kinds::text[],
                                                         :cities::text[], :parents::bigint[])
                                        as g (id, version, name, kind, city, parent_id)
                                ), former as (
                                    insert into organisation.former_name (unit_id, name, until, by_name)
                                    select u.id, u.name, :at, :by
                                      from given g join organisation.unit u on u.id = g.id
                                     where u.name <> g.name)
                                update organisation.unit u
                                   set name = g.name, kind = g.kind, city = g.city, parent_id = g.parent_id,
                                       path = p.path || u.id || '/', version = u.version + 1
                                  from given g join organisation.unit p on p.id = g.parent_id
                                 where u.id = g.id and u.version = g.version and u.closed_at is null
                                returning u.id, u.path
                                """)
                        .param("ids", column(amendments, a -> a.before().id(), Long[]::new))
                        .param(
                                "versions",
                                column(amendments, a -> a.before().version(), Long[]::new))
                        .param("names", column(amendments, a -> a.after().name(), String[]::new))
                        .param(
                                "kinds",
                                column(amendments, a -> a.after().kind().name(), String[]::new))
                        .param("cities", column(amendments, a -> a.after().city(), String[]::new))
                        .param(
                                "parents",
                                column(amendments, a -> a.after().parentId(), Long[]::new))
                        .param("at", sql(by.arrived()))
                        .param("by", by.name())
                        .query((row, n) ->
                                new Moved(
                                        row.getLong("id"),
                                        oldPath(amendments, row.getLong("id")),
                                        row.getString("path")))
                        .list();
        if (moved.size() != amendments.size()) {
            throw stale();
        }
        var elsewhere = moved.stream().filter(m -> !m.oldPath().equals(m.newPath())).toList();
        if (!elsewhere.isEmpty()) {
            events.publishEvent(new SchoolsMoved(elsewhere));
        }
    }

    /**
     * All or none.
     *
     * @param into the school that they are merged into; null where they only end
     */
    void close(Actor by, List<RegisterEntry> schools, String reason, @Nullable Long into) {
        int closed =
                jdbc.sql(
                                """
                                update organisation.unit u
                                   set closed_at = :at, closed_reason = :reason, merged_into = :into, version = u.version + 1
                                  from unnest(:ids::bigint[], :versions::bigint[]) as g (id, version)
                                 where u.id = g.id and u.version = g.version and u.closed_at is null
                                """)
                        .param("at", sql(by.arrived()))
                        .param("reason", reason)
                        .param("into", into)
                        .param("ids", column(schools, RegisterEntry::id, Long[]::new))
                        .param("versions", column(schools, RegisterEntry::version, Long[]::new))
                        .update();
        if (closed != schools.size()) {
            throw stale();
        }
        events.publishEvent(
                new SchoolsClosed(by, schools.stream().map(RegisterEntry::id).toList()));
    }

    void reopen(Actor by, RegisterEntry school) {
        int opened =
                jdbc.sql(
                                """
                                update organisation.unit
                                   set closed_at = null, closed_reason = '', version = version + 1
                                 where id = :id and version = :version and closed_at is not null
                                   and merged_into is null
                                """)
                        .param("id", school.id())
                        .param("version", school.version())
                        .update();
        if (opened == 0) {
            throw stale();
        }
        events.publishEvent(new SchoolsReopened(by, List.of(school.id())));
    }

    static Refusal stale() {
        return Refusal.conflict("名册刚被同事改动过，这次没有保存。您填的内容还在，请核对后再试。");
    }

    private static String oldPath(List<Amendment> amendments, long id) {
        return amendments.stream()
                .map(Amendment::before)
                .filter(before -> before.id() == id)
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static <T, V> V[] column(
            List<T> rows, Function<T, V> field, java.util.function.IntFunction<V[]> array) {
        return rows.stream().map(field).toArray(array);
    }

    private static java.time.OffsetDateTime sql(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
