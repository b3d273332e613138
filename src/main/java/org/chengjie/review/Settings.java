package org.chengjie.review;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a province switches on for itself: 市级初审 (spec R6). */
@Repository
public class Settings {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Settings(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Whether the province's cities gate-check their 中职; not, unless it has said so. */
    public boolean cityReview(long provinceId) {
        return jdbc.sql("select city_review from review.setting where province_id = :province")
                .param("province", provinceId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Switches 市级初审 of the actor's own province on or off; opinions given are kept. */
    @Transactional
    public void switchCityReview(Actor by, boolean on) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能修改本省设置。");
        }
        int changed =
                jdbc.sql(
                                """
                                insert into review.setting as s (province_id, city_review)
                                values (:province, :on)
                                on conflict (province_id) do update set city_review = excluded.city_review
                                 where s.city_review <> excluded.city_review
                                """)
                        .param("province", by.unitId())
                        .param("on", on)
                        .update();
        if (changed > 0) {
            events.publishEvent(
                    new Auditable(
                            by,
                            on ? "开启市级初审" : "关闭市级初审",
                            by.unitName(),
                            by.path(),
                            "",
                            List.of(new Change("市级初审", on ? "关闭" : "开启", on ? "开启" : "关闭"))));
        }
    }
}
