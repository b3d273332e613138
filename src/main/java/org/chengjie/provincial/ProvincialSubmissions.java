package org.chengjie.provincial;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.filing.FilingWindows;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 汇总上报: a province checks and hands in all it has; from then on nothing moves (spec P3). */
@Service
public class ProvincialSubmissions {

    /** The longest reason of a return, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Plans plans;
    private final FilingWindows windows;
    private final ProvinceContacts contacts;
    private final OwnUndertakings own;
    private final SchoolRows schools;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;

    ProvincialSubmissions(
            Plans plans,
            FilingWindows windows,
            ProvinceContacts contacts,
            OwnUndertakings own,
            SchoolRows schools,
            Submissions submissions,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.windows = windows;
        this.contacts = contacts;
        this.own = own;
        this.schools = schools;
        this.submissions = submissions;
        this.events = events;
    }

    /** What would go up now, and whether it can. */
    public Readiness readiness(Actor officer) {
        var form = own.form(officer);
        var plan = form.plan();
        var review = schools.review(plan.id(), officer.reach());
        // In the plan's order, closed items of schools among them: what was approved is not lost.
        var lines =
                plan.items().stream()
                        .map(item ->
                                SubmissionLine.of(
                                        item, form.schools(item).approved(), form.row(item)))
                        .filter(SubmissionLine::undertaken)
                        .toList();
        var rollUp = new RollUp(lines, review.schools());
        var checks =
                Checks.of(
                        windows.find(plan.id(), officer.unitId()).orElse(null),
                        review,
                        contacts.of(officer.unitId()).size(),
                        form,
                        rollUp,
                        officer.arrived());
        return new Readiness(plan, checks, rollUp);
    }

    /** All that the province has handed in, the newest first. */
    public List<ProvincialSubmission> history(Actor officer) {
        return submissions.of(plans.current(), officer.reach());
    }

    /**
     * Hands in what the officer saw; answers the receipt. Waits for decisions under way, and looks
     * again once none can be: a figure that has moved since is a reason to look again.
     *
     * @param seen {@link RollUp#seen} of the page the officer looked at
     */
    @Transactional
    public String submit(Actor by, String seen) {
        if (by.tier() != Tier.PROVINCE || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("汇总上报由本省管理员办理，您的账号不能上报。");
        }
        var plan = plans.current();
        judge(by, seen);
        windows.seal(by, plan.id());
        var rollUp = judge(by, seen).rollUp();
        var receipt = submissions.add(plan, by, DAY.format(ChinaTime.dayOf(by.arrived())), rollUp);
        events.publishEvent(
                new Auditable(
                        by,
                        "汇总上报",
                        by.unitName(),
                        by.path(),
                        "",
                        List.of(new Change("回执编号", "", receipt + "，" + inWords(rollUp)))));
        return receipt;
    }

    /** The province's own word, where it stands submitted: a submit that was sent twice did it. */
    public boolean stands(Actor officer) {
        return submissions.latest(officer.reach()).filter(last -> !last.returned()).isPresent();
    }

    private Readiness judge(Actor by, String seen) {
        submissions
                .latest(by.reach())
                .filter(last -> !last.returned())
                .ifPresent(last -> {
                    throw Refusal.conflict("本省已经上报，回执编号 " + last.receiptNo() + "。");
                });
        var readiness = readiness(by);
        if (!readiness.ready()) {
            throw Refusal.invalid(
                    "还不能上报："
                            + readiness.unmet().stream()
                                    .map(Check::words)
                                    .collect(Collectors.joining()));
        }
        if (!readiness.rollUp().seen().equals(seen)) {
            throw Refusal.conflict("您打开这一页以后，数字又有变化，还没有上报。请核对下面的新数字，再点“汇总上报”。");
        }
        return readiness;
    }

    /** The ministry returns what a province handed in, so that its rows may move again. */
    @Transactional
    public void giveBack(Actor by, ProvincialSubmission submission, String reason) {
        if (by.tier() != Tier.MINISTRY || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("退回上报由教育部管理员办理，您的账号只能查看。");
        }
        var words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("退回上报要写原因，让省厅知道怎么改。");
        }
        if (words.length() > LONGEST_REASON) {
            throw Refusal.invalid("原因最多 " + LONGEST_REASON + " 字，现在是 " + words.length() + " 字。");
        }
        if (!submissions.giveBack(submission.id(), by, words)) {
            throw Refusal.conflict("这次上报已经退回。您填的原因还在，没有再退回一次。");
        }
        windows.unseal(plans.current().id(), submission.provinceId());
        events.publishEvent(
                new Auditable(
                        by,
                        "退回省级上报",
                        submission.provinceName(),
                        submission.provincePath(),
                        words,
                        List.of(new Change("回执编号 " + submission.receiptNo(), "已上报", "已退回"))));
    }

    private static String inWords(RollUp rollUp) {
        return rollUp.tasks()
                + " 项，"
                + rollUp.rows()
                + " 条，"
                + rollUp.schools()
                + " 所学校，"
                + rollUp.funds().total()
                + " 万元";
    }
}
