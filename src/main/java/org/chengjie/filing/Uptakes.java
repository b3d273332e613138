package org.chengjie.filing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.chengjie.shared.Wall;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the schools of a province have taken on, for those of its schools that ask; a province shows
 * it or does not, and does not unless it has said so.
 */
@Repository
public class Uptakes {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Uptakes(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Sums over the other schools of the school's province, never a school by itself. */
    public Others others(Actor school) {
        var province = new Reach(school.path()).provinceId();
        if (!shown(province)) {
            return Others.HIDDEN;
        }
        var reach = new Reach("/" + school.path().split("/", -1)[1] + "/" + province + "/");
        return new Others(true, Wall.within(reach, () -> read(school, reach)));
    }

    /** Whether a province's schools see what the others have taken on. */
    public boolean shown(long provinceId) {
        return jdbc.sql("select shows_uptake from filing.setting where province_id = :province")
                .param("province", provinceId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Shows it to the schools of the actor's own province, or no longer. */
    @Transactional
    public void show(Actor by, boolean on) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能修改本省设置。");
        }
        int changed =
                jdbc.sql(
                                """
                                insert into filing.setting as s (province_id, shows_uptake)
                                values (:province, :on)
                                on conflict (province_id) do update set shows_uptake = excluded.shows_uptake
                                 where s.shows_uptake <> excluded.shows_uptake
                                """)
                        .param("province", by.unitId())
                        .param("on", on)
                        .update();
        if (changed > 0) {
            events.publishEvent(
                    new Auditable(
                            by,
                            on ? "公开全省承接情况" : "不再公开全省承接情况",
                            by.unitName(),
                            by.path(),
                            "",
                            List.of(
                                    new Change(
                                            "全省承接情况",
                                            on ? "不公开" : "向本省学校公开",
                                            on ? "向本省学校公开" : "不公开"))));
        }
    }

    private Map<Long, Others.Taken> read(Actor school, Reach province) {
        record Line(long item, Others.Taken taken) {}
        return jdbc
                .sql(
                        """
                        select item_id, count(*) as schools, coalesce(sum(quantity), 0)::bigint as quantity
                          from filing.counted
                         where lies_in(path, :reach) and school_id <> :self
                         group by item_id
                        """)
                .param("reach", province.path())
                .param("self", school.unitId())
                .query((row, n) ->
                        new Line(
                                row.getLong("item_id"),
                                new Others.Taken(row.getInt("schools"), row.getLong("quantity"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Line::item, Line::taken));
    }
}
