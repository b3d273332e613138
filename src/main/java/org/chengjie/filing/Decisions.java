package org.chengjie.filing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * What a province decides: one row or thousands, by the same way, a school's rows in one
 * transaction; and its officer's second thoughts (spec R1, R2, R4, R5).
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
    private final DecisionHeads decisions;
    private final Undertakings undertakings;
    private final ApplicationEventPublisher events;

    Decisions(
            Plans plans,
            Units units,
            FilingWindows windows,
            FilingHeads heads,
            DecisionHeads decisions,
            Undertakings undertakings,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.units = units;
        this.windows = windows;
        this.heads = heads;
        this.decisions = decisions;
        this.undertakings = undertakings;
        this.events = events;
    }

    /**
     * Notes what is to be decided, and refuses what cannot be; {@link #carryOut} then moves the
     * rows of one school after the other.
     *
     * @param cells the cells at fault; only a return names them
     */
    @Transactional
    public long begin(Actor by, Step step, String reason, Set<Cell> cells) {
        if (step == Step.RELEASE) {
            throw Refusal.notAllowed("放开的是整张表，不是其中几行。");
        }
        if (step == Step.UNDO) {
            throw Refusal.notAllowed("只能撤销您自己最近的一次审核。");
        }
        require(by, step, reason);
        requireUnsealed(by, plans.held());
        return decisions.open(by, step, reason.strip(), step == Step.RETURN ? cells : Set.of());
    }

    /**
     * Makes the decision's step with those picked rows of one school that still are as they were
     * seen; the others stay, each with its reason. Rows that this decision has moved before count
     * as moved, so a run that was cut off may be run again.
     */
    @Transactional
    public Outcome carryOut(Actor by, long decisionId, SchoolPicks school) {
        var decision = decisions.order(by, decisionId).orElseThrow(Refusal::notFound);
        var plan = plans.held();
        var filing = hold(by, plan, school.schoolId());
        var picked = school.picks().stream().map(Pick::undertakingId).collect(Collectors.toSet());
        var rows =
                filing.rows().values().stream().filter(row -> picked.contains(row.id())).toList();
        if (rows.size() != picked.size()) {
            throw Refusal.notFound();
        }
        var fresh =
                undertakings.move(
                        decision.step(),
                        school.picks(),
                        by,
                        decision.reason(),
                        decision.cells(),
                        decisionId);
        if (!fresh.isEmpty()) {
            if (decision.step() == Step.UNDO) {
                heads.reviewUndone(filing.id());
            } else if (filing.reviewStartedAt() == null) {
                heads.reviewStarted(filing.id(), by.arrived());
            }
            tell(
                    by,
                    decision.step(),
                    decision.reason(),
                    plan,
                    filing,
                    rows.stream().filter(row -> fresh.contains(row.id())).toList());
        }
        var moved = fresh.size() == picked.size() ? fresh : decisions.moved(decisionId, picked);
        return new Outcome(
                moved.size(),
                rows.stream()
                        .filter(row -> !moved.contains(row.id()))
                        .map(row -> missed(plan, decision.step(), row))
                        .toList());
    }

    /** Decides rows of one school at once. */
    @Transactional
    public Outcome decide(
            Actor by, long schoolId, Step step, List<Pick> picks, String reason, Set<Cell> cells) {
        require(by, step, reason);
        if (picks.isEmpty()) {
            throw Refusal.invalid("还没有选择任何一行。请先勾选要审核的任务。");
        }
        return carryOut(by, begin(by, step, reason, cells), new SchoolPicks(schoolId, picks));
    }

    /** What the officer decided last; nothing before the first time. */
    public Optional<Decision> last(Actor by) {
        return decisions.last(by);
    }

    /** An undoing, and the rows it is to take back. */
    public record Undo(long decisionId, List<SchoolPicks> rows) {}

    /**
     * 撤销: begins to take back the officer's own last decision, as far as no school has acted on it
     * (spec R4); {@link #carryOut} does it.
     */
    @Transactional
    public Undo undo(Actor by, long decisionId) {
        require(by, Step.UNDO, "");
        requireUnsealed(by, plans.current());
        var last = decisions.last(by).filter(decision -> decision.id() == decisionId);
        if (last.isEmpty()) {
            throw Refusal.conflict("只能撤销您自己最近的一次审核。");
        }
        if (!last.get().undoable() || !decisions.undo(decisionId, by.arrived())) {
            throw Refusal.conflict("这次审核已经撤销，或学校已经处理，不能再撤销。");
        }
        return new Undo(decisions.open(by, Step.UNDO, "", Set.of()), decisions.picks(decisionId));
    }

    /** 放开整表: gives the whole form back to the school, which then files it anew (spec R1, F10). */
    @Transactional
    public void release(Actor by, long schoolId, String reason) {
        require(by, Step.RELEASE, reason);
        var plan = plans.held();
        var filing = hold(by, plan, schoolId);
        if (!filing.submitted()) {
            throw Refusal.conflict("这所学校没有已提交的填报，不需要放开。");
        }
        var rows =
                filing.rows().values().stream()
                        .filter(row -> row.undertaken() && Step.RELEASE.leadsFrom(row.stage()))
                        .toList();
        undertakings.move(
                Step.RELEASE,
                rows.stream().map(Pick::of).toList(),
                by,
                reason.strip(),
                List.of(),
                decisions.open(by, Step.RELEASE, reason.strip(), Set.of()));
        heads.stand(filing.id(), null, null);
        tell(by, Step.RELEASE, reason, plan, filing, rows);
    }

    /** The school's filing, held, in a province that cannot be sealed meanwhile (spec P3). */
    private Filing hold(Actor by, Plan plan, long schoolId) {
        requireUnsealed(by, plan);
        var filing = heads.hold(plan.id(), schoolId, by.reach()).orElseThrow(Refusal::notFound);
        units.requireOpen(schoolId);
        return filing;
    }

    private void requireUnsealed(Actor by, Plan plan) {
        windows.keepOpen(by.unitId());
        var window = windows.find(plan.id(), by.unitId()).orElse(null);
        if (window != null && window.sealed() && !window.published()) {
            throw Refusal.closed("本省已汇总上报教育部，审核结果不能再改。确需改动，请教育部退回上报。");
        }
        Verdict.ofProvince(window).require();
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
                        by, Labels.of(step), "承接任务", filing.schoolPath(), reason.strip(), changes));
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
