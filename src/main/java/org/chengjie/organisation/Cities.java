package org.chengjie.organisation;

import java.time.ZoneOffset;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Wall;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cities of a province, as it writes them down (spec R6, P1). */
@Repository
public class Cities {

    private final JdbcClient jdbc;
    private final Register register;
    private final Units units;
    private final Enrolment enrolment;
    private final ApplicationEventPublisher events;

    Cities(
            JdbcClient jdbc,
            Register register,
            Units units,
            Enrolment enrolment,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.register = register;
        this.units = units;
        this.enrolment = enrolment;
        this.events = events;
    }

    @Transactional
    public void add(Actor by, String code, String name) {
        enrolment.hold(by);
        if (!code.strip().matches("[0-9]{6}")) {
            throw Refusal.invalid("行政区划代码应为 6 位数字，现在是“" + code.strip() + "”。");
        }
        var words = name(by, name, 0);
        if (taken(code.strip())) {
            throw registered(code);
        }
        try {
            var city = units.add(NewUnit.city(units.province(by.unitId()), code.strip(), words));
            events.publishEvent(Auditable.of(by, "添加市", city.name(), city.path()));
        } catch (DuplicateKeyException taken) {
            throw registered(code);
        }
    }

    /** The schools that lie in it are written anew with it; the former name stays. */
    @Transactional
    public void rename(Actor by, long id, long version, String name) {
        enrolment.hold(by);
        var city =
                register.cities(by.unitId()).stream()
                        .filter(known -> known.id() == id)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var words = name(by, name, id);
        if (words.equals(city.name())) {
            return;
        }
        int renamed =
                jdbc.sql(
                                """
                                with former as (
                                    insert into organisation.former_name (unit_id, name, until, by_name)
                                    values (:id, :old, :at, :by))
                                update organisation.unit set name = :name, city = :name, version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("old", city.name())
                        .param("name", words)
                        .param("at", by.arrived().atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .update();
        if (renamed == 0) {
            throw Enrolment.stale();
        }
        jdbc.sql(
                        """
                        update organisation.unit set city = :name, version = version + 1
                         where tier = 'SCHOOL' and lies_in(path, :reach) and city = :old
                        """)
                .param("name", words)
                .param("old", city.name())
                .param("reach", by.path())
                .update();
        events.publishEvent(
                new Auditable(
                        by,
                        "市改名",
                        city.name(),
                        units.find(id, by.reach()).path(),
                        "",
                        List.of(new Change("名称", city.name(), words))));
    }

    private boolean taken(String code) {
        return Wall.across(() ->
                jdbc.sql(
                                "select exists (select from organisation.unit where tier = 'CITY' and code = :code)")
                        .param("code", code)
                        .query(Boolean.class)
                        .single());
    }

    private static Refusal registered(String code) {
        return Refusal.conflict("行政区划代码 " + code.strip() + " 已经登记过，请核对。");
    }

    private String name(Actor by, String typed, long id) {
        var words = typed.strip();
        SchoolCheck.name(words)
                .ifPresent(fault -> {
                    throw Refusal.invalid(fault);
                });
        if (register.cities(by.unitId()).stream()
                .anyMatch(city -> city.id() != id && city.name().equals(words))) {
            throw Refusal.invalid("本省已有“" + words + "”，不能重名。");
        }
        return words;
    }
}
