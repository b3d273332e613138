package org.chengjie.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chengjie.filing.FilingWindows;
import org.chengjie.organisation.Unit;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.PresentFigures;
import org.chengjie.provincial.ProvinceStanding;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.provincial.RollUp;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公布: the ministry checks, and makes an edition of what it has accepted (spec P5). */
@Service
public class Publications {

    private static final RollUp NOTHING = new RollUp(List.of(), 0);

    private final Plans plans;
    private final FilingWindows windows;
    private final ProvincialSubmissions submissions;
    private final PresentFigures figures;
    private final Editions editions;
    private final ApplicationEventPublisher events;

    Publications(
            Plans plans,
            FilingWindows windows,
            ProvincialSubmissions submissions,
            PresentFigures figures,
            Editions editions,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.windows = windows;
        this.submissions = submissions;
        this.figures = figures;
        this.editions = editions;
        this.events = events;
    }

    /**
     * What would be published now.
     *
     * @param omissions by province: why it is left out
     */
    public Draft draft(Actor clerk, Map<Long, String> omissions) {
        var plan = plans.current();
        var latest = editions.latest(plan.id()).orElse(null);
        var published = new HashMap<Long, RollUp>();
        if (latest != null) {
            latest.included().forEach(one -> published.put(one.id(), one.rollUp()));
        }
        var candidates =
                submissions.standings(clerk).stream()
                        .map(one ->
                                candidate(
                                        one,
                                        published.get(one.province().id()),
                                        Objects.requireNonNullElse(
                                                omissions.get(one.province().id()), "")))
                        .toList();
        return new Draft(
                plan,
                latest,
                candidates,
                PublicationChecks.of(candidates, figures.of(plan, clerk.reach())));
    }

    /** An edition keeps the figures of the one before; what an adjustment changed is in them. */
    private static Candidate candidate(
            ProvinceStanding standing, @Nullable RollUp published, String omission) {
        var province = standing.province();
        var last = standing.last();
        return new Candidate(
                province.id(),
                province.code(),
                province.name(),
                standing.state(),
                published != null,
                published != null
                        ? published
                        : last != null && last.accepted() != null ? last.rollUp() : NOTHING,
                omission.strip());
    }

    /**
     * Publishes what the clerk saw, once: the provinces in it are frozen from then on. Judged under
     * the plan's and every province's lock, so that nothing is accepted, returned or published
     * meanwhile.
     *
     * @param seen {@link Edition#seen} of the page the clerk looked at
     */
    @Transactional
    public long publish(
            Actor by, Announcement announcement, Map<Long, String> omissions, String seen) {
        if (by.tier() != Tier.MINISTRY || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("公布由教育部管理员办理，您的账号只能查看。");
        }
        editions.hold(plans.current().id());
        submissions.standings(by).stream()
                .map(ProvinceStanding::province)
                .map(Unit::id)
                .sorted()
                .forEach(windows::holdOff);
        var draft = draft(by, omissions);
        if (!draft.unmet().isEmpty()) {
            throw Refusal.invalid("还不能公布，有 " + draft.unmet().size() + " 处要办理。没有公布。");
        }
        if (!draft.edition().seen().equals(seen)) {
            throw Refusal.conflict("您打开这一页以后，数字又有变化，还没有公布。请核对下面的新数字，再点“公布”。");
        }
        var edition = draft.edition(announcement);
        long id = editions.add(edition, by);
        windows.freeze(
                draft.plan().id(),
                draft.newcomers().stream().map(Candidate::id).toList(),
                by.arrived());
        tell(by, edition);
        return id;
    }

    private void tell(Actor by, Edition edition) {
        events.publishEvent(
                new Auditable(
                        by,
                        "公布",
                        edition.announcement().documentNo(),
                        by.path(),
                        edition.note(),
                        List.of(
                                new Change(
                                        "第 " + edition.no() + " 版",
                                        "",
                                        edition.included().size()
                                                + " 个申报单位，"
                                                + edition.rows()
                                                + " 个布点，"
                                                + edition.funds().total()
                                                + " 万元"))));
    }
}
