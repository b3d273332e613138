package org.chengjie.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 开始新的计划: a draft takes the place of the current plan, whose filings become history that can be
 * read and exported and no longer changed (spec C1).
 */
@Service
public class PlanOpening {

    private final Catalogue catalogue;
    private final PlanTables tables;
    private final Plans plans;
    private final ApplicationEventPublisher events;

    PlanOpening(
            Catalogue catalogue, PlanTables tables, Plans plans, ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.plans = plans;
        this.events = events;
    }

    /** What it would mean now. */
    public Outlook outlook(long planId) {
        var draft = catalogue.head(planId);
        if (!draft.draft()) {
            throw Refusal.notFound();
        }
        var current = catalogue.head(plans.current().id());
        return new Outlook(
                draft,
                current,
                catalogue.standing(current.id()),
                obstacles(catalogue.rows(planId)));
    }

    /**
     * Makes the draft the current plan, as it was looked at; what has been filed or amended since
     * is a reason to look again. Waits for those who are filing, and whoever comes after files on
     * the new one.
     *
     * @param seen {@link Outlook#seen} of the page that was looked at
     */
    @Transactional
    public void open(Actor by, long planId, String seen, boolean confirmed, String reason) {
        PlanHolding.require(by);
        tables.holdCurrent();
        tables.hold(planId);
        var outlook = outlook(planId);
        if (!outlook.obstacles().isEmpty()) {
            throw Refusal.invalid("还不能开始，有 " + outlook.obstacles().size() + " 处要改正。");
        }
        if (!confirmed) {
            throw Refusal.invalid("还没有确认。请核对下面的内容，勾选后再开始。");
        }
        if (reason.isBlank()) {
            throw Refusal.invalid("开始新的计划要写依据，例如通知的文号。");
        }
        if (reason.strip().length() > PlanHolding.LONGEST_REASON) {
            throw Refusal.invalid("依据最多 " + PlanHolding.LONGEST_REASON + " 字。");
        }
        if (!outlook.seen().equals(seen)) {
            throw Refusal.conflict("您打开这一页以后，计划或填报又有变化，还没有开始。请核对下面的内容，再点“开始这个计划”。");
        }
        tables.close(outlook.current().id(), by);
        tables.open(planId, by);
        events.publishEvent(
                new Auditable(
                        by,
                        "开始新的计划",
                        outlook.draft().title(),
                        by.path(),
                        reason.strip(),
                        List.of(
                                change(outlook.current(), PlanState.CURRENT, PlanState.CLOSED),
                                change(outlook.draft(), PlanState.DRAFT, PlanState.CURRENT))));
    }

    /** A draft that is not wanted goes altogether: nobody can have filed on it. */
    @Transactional
    public void discard(Actor by, long planId, boolean confirmed) {
        PlanHolding.require(by);
        var plan = tables.hold(planId);
        if (!plan.draft()) {
            throw Refusal.closed("只有草稿可以删除，“" + plan.title() + "”没有删除。");
        }
        if (!confirmed) {
            throw Refusal.invalid("还没有确认，草稿没有删除。确要删除，请先勾选。");
        }
        tables.delete(planId);
        events.publishEvent(Auditable.of(by, "删除计划草稿", plan.title(), by.path()));
    }

    private static Change change(PlanHead plan, PlanState from, PlanState to) {
        return new Change(plan.title() + " 状态", Labels.of(from), Labels.of(to));
    }

    /** A plan that nobody could undertake anything of, or whose numbers have gaps. */
    private static List<String> obstacles(List<PlanRow> rows) {
        var obstacles = new ArrayList<String>();
        if (rows.stream().noneMatch(row -> row.undertaker() == Undertaker.SCHOOL)) {
            obstacles.add("没有一条学校可以承接。请在任务目录里开放至少一条。");
        }
        var tasks = new TreeSet<>(rows.stream().map(PlanRow::taskNo).toList());
        if (!tasks.isEmpty() && tasks.last() != tasks.size()) {
            obstacles.add("任务序号不连续：共 " + tasks.size() + " 项，最后一项是 " + tasks.last() + "。请补齐或重新编号。");
        }
        return obstacles;
    }
}
