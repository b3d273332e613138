package org.chengjie.provincial;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Verdict;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
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
    private final Units units;
    private final FilingWindows windows;
    private final ProvinceContacts contacts;
    private final OwnUndertakings own;
    private final SchoolRows schools;
    private final Submissions submissions;
    private final ApplicationEventPublisher events;

    ProvincialSubmissions(
            Plans plans,
            Units units,
            FilingWindows windows,
            ProvinceContacts contacts,
            OwnUndertakings own,
            SchoolRows schools,
            Submissions submissions,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.units = units;
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

    /** All that lies within the reader's reach, the newest first. */
    public List<ProvincialSubmission> history(Actor reader) {
        return submissions.of(plans.current(), reader.reach());
    }

    /** What a province handed in on a plan that is history, the newest first. */
    public List<ProvincialSubmission> past(Plan plan, Actor reader, Reach province) {
        if (!reader.reach().covers(province.path())) {
            throw Refusal.notFound();
        }
        return submissions.of(plan, province);
    }

    /** Out of reach reads the same as absent (spec X2). */
    public ProvincialSubmission find(long id, Actor reader) {
        return history(reader).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** What the province handed in last, whether it stands or was returned. */
    public Optional<Latest> latest(Actor officer) {
        return submissions.latest(officer.reach());
    }

    /** All provinces, and what each handed in last (spec P4). */
    public List<ProvinceStanding> standings(Actor clerk) {
        var last = new HashMap<Long, ProvincialSubmission>();
        history(clerk).forEach(one -> last.putIfAbsent(one.provinceId(), one));
        return units.provinces().stream()
                .map(province -> new ProvinceStanding(province, last.get(province.id())))
                .toList();
    }

    /**
     * Hands in what the officer saw; answers the receipt. Waits for decisions under way and judges
     * once none can come: a figure that has moved since is a reason to look again.
     *
     * @param seen {@link RollUp#seen} of the page the officer looked at
     */
    @Transactional
    public String submit(Actor by, String seen) {
        if (by.tier() != Tier.PROVINCE || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("汇总上报由本省管理员办理，您的账号不能上报。");
        }
        var plan = plans.held();
        windows.holdOff(by.unitId());
        var rollUp = judge(by, seen);
        windows.seal(by, plan.id());
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

    private RollUp judge(Actor by, String seen) {
        latest(by)
                .filter(last -> !last.returned())
                .ifPresent(last -> {
                    throw Refusal.conflict("本省已经上报，回执编号 " + last.receiptNo() + "。");
                });
        var readiness = readiness(by);
        if (!readiness.ready()) {
            throw Refusal.invalid("还不能上报，有 " + readiness.unmet().size() + " 处要办理。没有上报。");
        }
        if (!readiness.rollUp().seen().equals(seen)) {
            throw Refusal.conflict("您打开这一页以后，数字又有变化，还没有上报。请核对下面的新数字，再点“上报教育部”。");
        }
        return readiness.rollUp();
    }

    /** The ministry returns what a province handed in, so that its rows may move again. */
    @Transactional
    public void giveBack(Actor by, long id, String reason) {
        require(by, "退回上报");
        var words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("退回上报要写原因，让省厅知道怎么改。");
        }
        if (words.length() > LONGEST_REASON) {
            throw Refusal.invalid("原因最多 " + LONGEST_REASON + " 字，现在是 " + words.length() + " 字。");
        }
        var submission = hold(by, id);
        if (!submissions.giveBack(id, by, words)) {
            throw tooLate(submission, "退回");
        }
        windows.unseal(plans.current().id(), submission.provinceId());
        tell(by, "退回省级上报", submission, words, SubmissionState.RETURNED);
    }

    /**
     * 核对通过: the ministry takes it as it is; from then on it waits for the publication (spec P4).
     */
    @Transactional
    public void accept(Actor by, long id) {
        require(by, "核对上报");
        var submission = hold(by, id);
        if (!submissions.accept(id, by)) {
            throw tooLate(submission, "核对通过");
        }
        tell(by, "核对通过省级上报", submission, "", SubmissionState.ACCEPTED);
    }

    /** 撤销核对: the ministry thinks again, as long as nothing is published. */
    @Transactional
    public void reconsider(Actor by, long id) {
        require(by, "核对上报");
        var submission = hold(by, id);
        if (!submissions.reconsider(id, by.reach())) {
            throw tooLate(submission, "撤销核对");
        }
        tell(by, "撤销核对省级上报", submission, "", SubmissionState.SUBMITTED);
    }

    /** Whether the province that handed it in is in a publication. */
    public boolean published(ProvincialSubmission submission) {
        return windows.find(plans.current().id(), submission.provinceId())
                .filter(FilingWindow::published)
                .isPresent();
    }

    private static void require(Actor by, String deed) {
        if (by.tier() != Tier.MINISTRY || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed(deed + "由教育部管理员办理，您的账号只能查看。");
        }
    }

    /**
     * As it is once no other clerk is at the same province: what is read is what will be changed.
     */
    private ProvincialSubmission hold(Actor by, long id) {
        long province = find(id, by).provinceId();
        windows.holdOff(province);
        var window = windows.find(plans.current().id(), province).orElse(null);
        if (window != null && window.published()) {
            Verdict.ofProvince(window).require();
        }
        return find(id, by);
    }

    /** What somebody else did first, so that the clerk knows why nothing came of it. */
    private static Refusal tooLate(ProvincialSubmission now, String deed) {
        var said = "您的“" + deed + "”没有生效。";
        var returned = now.returned();
        if (returned != null) {
            return Refusal.conflict(
                    "这次上报已由%s于 %s 退回，%s"
                            .formatted(returned.byName(), ChinaTime.minute(returned.at()), said));
        }
        var accepted = now.accepted();
        return accepted == null
                ? Refusal.conflict("这次上报还没有核对通过，或核对刚被同事撤销，" + said)
                : Refusal.conflict(
                        "这次上报已由%s于 %s 核对通过，%s要退回，请先撤销核对。"
                                .formatted(
                                        accepted.byName(), ChinaTime.minute(accepted.at()), said));
    }

    private void tell(
            Actor by,
            String action,
            ProvincialSubmission submission,
            String reason,
            SubmissionState after) {
        events.publishEvent(
                new Auditable(
                        by,
                        action,
                        submission.provinceName(),
                        submission.provincePath(),
                        reason,
                        List.of(
                                new Change(
                                        "回执编号 " + submission.receiptNo(),
                                        Labels.of(submission.state()),
                                        Labels.of(after)))));
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
