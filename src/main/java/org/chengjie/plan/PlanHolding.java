package org.chengjie.plan;

import java.util.stream.Collectors;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.stereotype.Component;

/** Who may change a plan, and when: asked before every change, under the plan's lock. */
@Component
class PlanHolding {

    static final int LONGEST_REASON = 500;

    private final PlanTables tables;
    private final Amendments amendments;

    PlanHolding(PlanTables tables, Amendments amendments) {
        this.tables = tables;
        this.amendments = amendments;
    }

    static void require(Actor by) {
        if (by.tier() != Tier.MINISTRY || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("计划由教育部管理员维护，您的账号只能查看。");
        }
    }

    /** The plan, held until the transaction ends, if it may be changed at all. */
    PlanHead hold(Actor by, long planId) {
        require(by);
        var plan = tables.hold(planId);
        if (plan.closed()) {
            throw Refusal.closed("这个计划已结束，只能查看，不能再改。");
        }
        return plan;
    }

    /** Two clerks at once: the second is told what the first did, and keeps what was typed. */
    void refuseStale(PlanHead plan, Edit edit, String subject, String title) {
        if (edit.version() == plan.version()) {
            return;
        }
        var since =
                amendments.since(plan.id(), edit.version()).stream()
                        .filter(one ->
                                one.lines().stream()
                                        .anyMatch(line -> line.subject().equals(subject)))
                        .toList();
        if (!since.isEmpty()) {
            var last = since.getFirst();
            var changes =
                    last.lines().stream()
                            .filter(line -> line.subject().equals(subject))
                            .map(line ->
                                    line.field()
                                            + " “"
                                            + line.before()
                                            + "” → “"
                                            + line.after()
                                            + "”")
                            .collect(Collectors.joining("，"));
            throw Refusal.conflict(
                    "%s刚由%s于 %s 修订（%s），您的修改没有保存。您填的内容还在，请核对后再保存。"
                            .formatted(title, last.byName(), ChinaTime.minute(last.at()), changes));
        }
    }

    /** What is wrong with a reason; empty where nothing is. */
    static String owed(PlanHead plan, String reason) {
        if (reason.isBlank() && !plan.draft()) {
            return "计划已经开始，修订要写原因，各单位可以看到。";
        }
        return reason.strip().length() > LONGEST_REASON
                ? "原因最多 " + LONGEST_REASON + " 字，现在是 " + reason.strip().length() + " 字。"
                : "";
    }
}
