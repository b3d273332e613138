package org.chengjie.provincial;

import java.util.List;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Verdict;
import org.chengjie.organisation.Unit;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 省级承接与省财政投入: what a province undertakes itself and adds of its own (spec P2, P3). */
@Service
public class OwnUndertakings {

    private final Plans plans;
    private final FilingWindows windows;
    private final OwnRows rows;
    private final SchoolRows schools;
    private final ApplicationEventPublisher events;

    OwnUndertakings(
            Plans plans,
            FilingWindows windows,
            OwnRows rows,
            SchoolRows schools,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.windows = windows;
        this.rows = rows;
        this.schools = schools;
        this.events = events;
    }

    public OwnForm form(Actor officer) {
        return form(plans.current(), officer);
    }

    /** 保存: keeps every well-formed cell, complete or not, and names the others (spec F5, F7). */
    @Transactional
    public OwnSaved save(Actor by, List<TypedOwnRow> typed) {
        if (by.tier() != Tier.PROVINCE || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号只能查看，不能填写省级承接。");
        }
        var plan = plans.held();
        windows.keepOpen(by.unitId());
        Verdict.ofProvince(windows.find(plan.id(), by.unitId()).orElse(null)).require();
        rows.hold(plan.id(), by);
        var reader = new OwnReader(form(plan, by));
        typed.forEach(reader::read);
        if (!reader.written().isEmpty()) {
            if (rows.write(by.unitId(), by.path(), by, reader.written())
                    != reader.written().size()) {
                throw Refusal.conflict("有几行刚被同事改动，这次没有保存。您填的内容还在，请再点一次“保存”。");
            }
            events.publishEvent(
                    new Auditable(by, "保存省级承接", by.unitName(), by.path(), "", reader.changes()));
        }
        return new OwnSaved(form(plan, by), reader.faults(), reader.clashes());
    }

    /** A province's own row, for whoever's reach it lies in. */
    public OwnRow row(Item item, Reach province) {
        return rows.of(List.of(item), province)
                .getOrDefault(item.id(), OwnRow.untouched(item.id()));
    }

    /**
     * Makes rows what an adjustment says, in the transaction that consents to it; a row that is not
     * as it was when the adjustment was made refuses all of it (spec P5).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carryOut(Actor by, Unit province, List<OwnAfter> after) {
        var written =
                after.stream()
                        .map(row ->
                                new OwnWritten(
                                        row.item(),
                                        row.version(),
                                        row.undertaken(),
                                        new OwnValues(row.quantity(), row.bodies(), row.funds())))
                        .toList();
        if (rows.write(province.id(), province.path(), by, written) != written.size()) {
            throw Refusal.conflict("省级承接在报送以后又有改动，这份调整备案不能同意。请退给省厅重新核对。");
        }
    }

    private OwnForm form(Plan plan, Actor officer) {
        return new OwnForm(
                plan,
                rows.of(plan.items(), officer.reach()),
                schools.figures(plan.id(), officer.reach()),
                sealed(plan, officer.unitId()),
                rows.savedAt(plan.id(), officer.unitId()).orElse(null));
    }

    private boolean sealed(Plan plan, long provinceId) {
        return windows.find(plan.id(), provinceId).filter(FilingWindow::sealed).isPresent();
    }
}
