package org.chengjie.filing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a province decides on the rows of one school: one row or all of them, by the same way (spec
 * R1, R2, R4, R5).
 */
@Service
public class Decisions {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final Map<Step, String> OWED =
            Map.of(
                    Step.RETURN, "退回修改要写修改意见，让学校知道怎么改。",
                    Step.REJECT, "不通过要写理由，让学校知道为什么。",
                    Step.REOPEN, "重新审核要写原因，学校会看到。",
                    Step.RELEASE, "放开整表要写原因，学校会看到。");

    private final Plans plans;
    private final Units units;
    private final FilingWindows windows;
    private final FilingHeads heads;
    private final Undertakings undertakings;
    private final ApplicationEventPublisher events;

    Decisions(
            Plans plans,
            Units units,
            FilingWindows windows,
            FilingHeads heads,
            Undertakings undertakings,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.units = units;
        this.windows = windows;
        this.heads = heads;
        this.undertakings = undertakings;
        this.events = events;
    }

    /**
     * Makes a step with those picked rows that still are as they were seen; the others stay, each
     * with its reason.
     *
     * @param cells the cells at fault; only a return names them
     */
    @Transactional
    public Outcome decide(
            Actor by, long schoolId, Step step, List<Pick> picks, String reason, Set<Cell> cells) {
        if (step == Step.RELEASE) {
            throw Refusal.notAllowed("放开的是整张表，不是其中几行。");
        }
        require(by, step, reason);
        var plan = plans.current();
        var filing = hold(by, plan, schoolId);
        if (picks.isEmpty()) {
            throw Refusal.invalid("还没有选择任何一行。请先勾选要审核的任务。");
        }
        var picked = picks.stream().map(Pick::undertakingId).collect(Collectors.toSet());
        var rows =
                filing.rows().values().stream().filter(row -> picked.contains(row.id())).toList();
        if (rows.size() != picked.size()) {
            throw Refusal.notFound();
        }
        var ids = undertakings.move(step, picks, by, reason.strip(), cells);
        var moved = rows.stream().filter(row -> ids.contains(row.id())).toList();
        if (!moved.isEmpty()) {
            heads.reviewStarted(filing.id(), by.arrived());
            tell(by, step, reason, plan, filing, moved);
        }
        return new Outcome(
                moved.size(),
                rows.stream()
                        .filter(row -> !ids.contains(row.id()))
                        .map(row -> missed(plan, step, row))
                        .toList());
    }

    /** 放开整表: gives the whole form back to the school, which then files it anew (spec R1, F10). */
    @Transactional
    public void release(Actor by, long schoolId, String reason) {
        require(by, Step.RELEASE, reason);
        var plan = plans.current();
        var filing = hold(by, plan, schoolId);
        if (!filing.submitted()) {
            throw Refusal.conflict("这所学校没有已提交的填报，不需要放开。");
        }
        var rows =
                filing.rows().values().stream()
                        .filter(row -> row.undertaken() && Step.RELEASE.leadsFrom(row.stage()))
                        .toList();
        undertakings.move(
                Step.RELEASE, rows.stream().map(Pick::of).toList(), by, reason.strip(), List.of());
        heads.stand(filing.id(), null, null);
        tell(by, Step.RELEASE, reason, plan, filing, rows);
    }

    /** The school's filing, held, in a province that cannot be sealed meanwhile (spec P3). */
    private Filing hold(Actor by, Plan plan, long schoolId) {
        windows.keepOpen(by.unitId());
        if (windows.find(plan.id(), by.unitId()).filter(FilingWindow::sealed).isPresent()) {
            throw Refusal.closed("本省已汇总上报教育部，审核结果不能再改。确需改动，请教育部退回上报。");
        }
        var filing = heads.hold(plan.id(), schoolId, by.reach()).orElseThrow(Refusal::notFound);
        units.requireOpen(schoolId);
        return filing;
    }

    private static void require(Actor by, Step step, String reason) {
        if (by.tier() != step.by() || !by.role().mayChange()) {
            throw Refusal.notAllowed("您的账号不能审核，请联系本单位管理员。");
        }
        if (step.owesReason() && reason.isBlank()) {
            throw Refusal.invalid(OWED.getOrDefault(step, ""));
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("意见最多 " + LONGEST_REASON + " 字，现在是 " + reason.length() + " 字。");
        }
    }

    private void tell(
            Actor by,
            Step step,
            String reason,
            Plan plan,
            Filing filing,
            Collection<Undertaking> rows) {
        var changes =
                rows.stream()
                        .map(row ->
                                new Change(
                                        item(plan, row).no() + " 审核情况",
                                        Labels.of(row.stage()),
                                        Labels.of(step.to())))
                        .toList();
        events.publishEvent(
                new Auditable(
                        by,
                        Labels.of(step),
                        "填报 " + filing.id(),
                        filing.schoolPath(),
                        reason.strip(),
                        changes));
    }

    private static String missed(Plan plan, Step step, Undertaking row) {
        return "%s 已由%s于 %s 改为“%s”，您的“%s”没有生效。"
                .formatted(
                        item(plan, row).no(),
                        row.changedBy(),
                        ChinaTime.minute(row.changedAt()),
                        Labels.of(row.stage()),
                        Labels.of(step));
    }

    private static Item item(Plan plan, Undertaking row) {
        return plan.items().stream()
                .filter(item -> item.id() == row.itemId())
                .findFirst()
                .orElseThrow();
    }
}
