package org.chengjie.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.PublishedRow;
import org.chengjie.filing.PublishedRows;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.Difference;
import org.chengjie.provincial.OwnAfter;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.provincial.Present;
import org.chengjie.provincial.PresentFigures;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 同意、不同意: what the ministry says to an adjustment. With its consent the rows themselves change, and
 * a new edition says what is new, all of it or nothing (spec P5, P6).
 */
@Service
public class Consents {

    public static final int LONGEST_REASON = 500;

    private final Plans plans;
    private final Units units;
    private final Editions editions;
    private final AdjustmentRows rows;
    private final Tellings tellings;
    private final PublishedRows published;
    private final OwnUndertakings own;
    private final PresentFigures figures;
    private final FilingWindows windows;
    private final ApplicationEventPublisher events;

    Consents(
            Plans plans,
            Units units,
            Editions editions,
            AdjustmentRows rows,
            Tellings tellings,
            PublishedRows published,
            OwnUndertakings own,
            PresentFigures figures,
            FilingWindows windows,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.units = units;
        this.editions = editions;
        this.rows = rows;
        this.tellings = tellings;
        this.published = published;
        this.own = own;
        this.figures = figures;
        this.windows = windows;
        this.events = events;
    }

    /**
     * Consents to what the clerk saw; answers the new edition.
     *
     * @param version of the adjustment on the clerk's page
     */
    @Transactional
    public long consent(Actor by, long id, long version) {
        require(by);
        editions.hold(plans.current().id());
        var latest = editions.latest(plans.current().id()).orElseThrow(Refusal::notFound);
        var adjustment = held(by, latest, id, version, "同意");
        windows.holdOff(adjustment.provinceId());
        rows.decide(id, by, AdjustmentState.CONSENTED, "");
        var province = units.province(adjustment.provinceId());
        carryOut(by, adjustment, province);
        var next = next(adjustment, latest, province, by);
        long edition = editions.add(next.edition(), by);
        editions.addChanges(edition, province.name(), next.differences());
        rows.carriedBy(id, edition);
        tellSchools(by, adjustment);
        tell(by, "同意调整备案", adjustment, "第 " + next.edition().no() + " 版");
        return edition;
    }

    @Transactional
    public void refuse(Actor by, long id, long version, String reason) {
        require(by);
        var words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("不同意要写理由，让省厅知道为什么。");
        }
        if (words.length() > LONGEST_REASON) {
            throw Refusal.invalid("理由最多 " + LONGEST_REASON + " 字，现在是 " + words.length() + " 字。");
        }
        var latest = editions.latest(plans.current().id()).orElseThrow(Refusal::notFound);
        var adjustment = held(by, latest, id, version, "不同意");
        rows.decide(id, by, AdjustmentState.REFUSED, words);
        tell(by, "不同意调整备案", adjustment, words);
    }

    private record Next(Edition edition, List<Difference> differences) {}

    private void carryOut(Actor by, Adjustment adjustment, Unit province) {
        var why = "来函 " + adjustment.letterNo();
        var bySchool = new LinkedHashMap<Long, List<PublishedRow>>();
        var ofProvince = new ArrayList<OwnAfter>();
        for (var line : adjustment.lines()) {
            var after = line.after();
            var schoolId = line.schoolId();
            if (schoolId == null) {
                ofProvince.add(
                        new OwnAfter(
                                line.item(),
                                line.version(),
                                after.undertaken(),
                                after.number(AdjustedCell.QUANTITY),
                                after.bodies(),
                                after.amount(AdjustedCell.PROVINCIAL)));
            } else {
                bySchool.computeIfAbsent(schoolId, _ -> new ArrayList<>())
                        .add(
                                new PublishedRow(
                                        line.item(),
                                        line.version(),
                                        after.undertaken(),
                                        after.values()));
            }
        }
        bySchool.keySet().stream()
                .sorted()
                .forEach(school ->
                        published.carryOut(
                                by,
                                adjustment.planId(),
                                school,
                                bySchool.getOrDefault(school, List.of()),
                                why));
        if (!ofProvince.isEmpty()) {
            own.carryOut(by, province, ofProvince);
        }
    }

    /** The province's figures are what its rows come to now, and differ in nothing else. */
    private Next next(Adjustment adjustment, Edition latest, Unit province, Actor by) {
        var before =
                latest.included().stream()
                        .filter(one -> one.id() == province.id())
                        .findFirst()
                        .orElseThrow(() -> Refusal.closed("这个申报单位还没有公布，不需要调整备案。"));
        var present =
                figures.of(latest.plan(), province.reach())
                        .getOrDefault(province.id(), Present.NOTHING);
        if (!present.alone().isEmpty()) {
            throw Refusal.conflict(
                    String.join("、", present.alone())
                            + " 调整后没有单位承接，却还有省财政投入，这份调整备案没有生效。请退给省厅，把省财政投入一并改为“0”。");
        }
        var now = present.rollUp();
        var differences = Difference.between(before.rollUp(), now);
        var meant =
                adjustment.lines().stream()
                        .map(line -> line.item().id())
                        .collect(Collectors.toSet());
        if (!differences.stream().allMatch(one -> meant.contains(one.item().id()))) {
            throw Refusal.conflict("公布的合计与现在各行之和不符，这份调整备案没有生效。请先查明。");
        }
        var dated = adjustment.letterDated();
        return new Next(
                latest.adjusted(
                        province.id(),
                        now,
                        ChinaTime.dayOf(by.arrived()),
                        "调整备案：%s %s（%s）".formatted(province.name(), adjustment.letterNo(), dated)),
                differences);
    }

    private void tellSchools(Actor by, Adjustment adjustment) {
        var bySchool =
                adjustment.lines().stream()
                        .filter(line -> !line.own())
                        .collect(Collectors.groupingBy(line -> String.valueOf(line.schoolId())));
        bySchool.forEach((id, lines) -> {
            var school = units.find(Long.parseLong(id), by.reach());
            var words =
                    "经教育部同意（" + adjustment.letterNo() + "），" + AdjustmentWords.inWords(lines) + "。";
            tellings.tell(adjustment.id(), school.id(), school.path(), words, by.arrived());
            events.publishEvent(
                    new Auditable(
                            by,
                            "调整已公布的承接",
                            school.name(),
                            school.path(),
                            adjustment.letterNo(),
                            lines.stream()
                                    .flatMap(line ->
                                            AdjustmentWords.changes(
                                                    line, line.before(), line.after())
                                                    .stream())
                                    .toList()));
        });
    }

    private Adjustment held(Actor by, Edition latest, long id, long version, String deed) {
        var adjustment = rows.hold(latest.plan(), id, by.reach()).orElseThrow(Refusal::notFound);
        if (adjustment.state() == AdjustmentState.DRAFT) {
            throw Refusal.conflict("省厅已撤回这份调整备案，您的“" + deed + "”没有生效。");
        }
        var decidedAt = adjustment.decidedAt();
        if (decidedAt != null) {
            throw Refusal.conflict(
                    "这份调整备案已由%s于 %s 办理（%s），您的“%s”没有生效。"
                            .formatted(
                                    adjustment.decidedName(),
                                    ChinaTime.minute(decidedAt),
                                    Labels.of(adjustment.state()),
                                    deed));
        }
        if (adjustment.version() != version) {
            throw Refusal.conflict("省厅撤回后又重新报送了这份调整备案，您的“" + deed + "”没有生效。请核对现在的内容。");
        }
        return adjustment;
    }

    private static void require(Actor by) {
        if (by.tier() != Tier.MINISTRY || by.role() != Role.ADMIN) {
            throw Refusal.notAllowed("调整备案由教育部管理员办理，您的账号只能查看。");
        }
    }

    private void tell(Actor by, String action, Adjustment adjustment, String reason) {
        events.publishEvent(
                new Auditable(
                        by,
                        action,
                        adjustment.provinceName() + " " + adjustment.letterNo(),
                        adjustment.provincePath(),
                        reason,
                        AdjustmentWords.changes(adjustment)));
    }
}
