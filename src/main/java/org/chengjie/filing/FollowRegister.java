package org.chengjie.filing;

import java.util.List;
import org.chengjie.organisation.SchoolsClosed;
import org.chengjie.organisation.SchoolsMoved;
import org.chengjie.organisation.SchoolsReopened;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the register's changes mean for what has been filed: rows follow their school to its new
 * place, and what a province has submitted to the ministry loses and gains no school (spec P1, P3).
 */
@Component
class FollowRegister {

    private final JdbcClient jdbc;
    private final Plans plans;
    private final FilingWindows windows;

    FollowRegister(JdbcClient jdbc, Plans plans, FilingWindows windows) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.windows = windows;
    }

    /**
     * The school's unit is held by whoever moves it, and its filing by this: a save holds the one
     * and then the other, a decision only the filing, so nobody writes the old path any more.
     */
    @EventListener
    @Order(10)
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(SchoolsMoved moved) {
        var filings = hold(moved.ids());
        follow("filing.note", moved);
        if (filings.isEmpty()) {
            return;
        }
        follow("filing.filing", moved);
        for (var table : List.of("filing.undertaking", "filing.move", "filing.saving")) {
            jdbc.sql(
                            "update "
                                    + table
                                    + " r set school_path = f.school_path from filing.filing f"
                                    + " where f.id = r.filing_id and f.id = any(:filings)")
                    .param("filings", filings.toArray(Long[]::new))
                    .update();
        }
    }

    /** A table whose rows say of which school they are. */
    private void follow(String table, SchoolsMoved moved) {
        jdbc.sql(
                        "update "
                                + table
                                + """
                                 r set school_path = m.path
                                  from unnest(:ids::bigint[], :paths::text[]) as m (id, path)
                                 where r.school_id = m.id
                                """)
                .param("ids", moved.ids())
                .param("paths", moved.newPaths())
                .update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void closed(SchoolsClosed closed) {
        refuseSealed(closed.by(), closed.schoolIds());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void reopened(SchoolsReopened reopened) {
        refuseSealed(reopened.by(), reopened.schoolIds());
    }

    private void refuseSealed(Actor by, List<Long> schools) {
        windows.keepOpen(by.unitId());
        var window = windows.find(plans.current().id(), by.unitId()).orElse(null);
        if (window == null || !window.sealed() || hold(schools.toArray(Long[]::new)).isEmpty()) {
            return;
        }
        if (!window.published()) {
            throw Refusal.closed("本省已汇总上报教育部，已填报的学校不能再撤销、合并或恢复。确需办理，请教育部退回上报。");
        }
        Verdict.ofProvince(window).require();
    }

    private List<Long> hold(Long[] schools) {
        return jdbc.sql(
                        """
                        select id from filing.filing where school_id = any(:schools) order by id for update
                        """)
                .param("schools", schools)
                .query((row, n) -> row.getLong("id"))
                .list();
    }
}
