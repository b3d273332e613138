package org.chengjie.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengjie.filing.Filing;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Form;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Undertaking;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 市级初审: a city says 同意 or 不同意 to one row or to a whole school, by the same way, as long as the
 * province has not decided them (spec R6).
 */
@Service
public class CityReviews {

    /** The longest opinion, in characters. */
    public static final int LONGEST = 500;

    private final Opinions opinions;
    private final CitySchools schools;
    private final Filings filings;
    private final FilingWindows windows;
    private final Plans plans;
    private final Settings settings;
    private final ApplicationEventPublisher events;

    CityReviews(
            Opinions opinions,
            CitySchools schools,
            Filings filings,
            FilingWindows windows,
            Plans plans,
            Settings settings,
            ApplicationEventPublisher events) {
        this.opinions = opinions;
        this.schools = schools;
        this.filings = filings;
        this.windows = windows;
        this.plans = plans;
        this.settings = settings;
        this.events = events;
    }

    public CityVerdict verdict(Actor by) {
        var province = by.reach().provinceId();
        return CityVerdict.on(
                by,
                settings.cityReview(province),
                windows.find(plans.current().id(), province).orElse(null));
    }

    /**
     * Gives an opinion on those picked rows that still wait as they were seen; tells of the rest.
     */
    @Transactional
    public Outcome give(
            Actor by, long schoolId, Stance stance, List<OpinionPick> picks, String words) {
        windows.keepOpen(by.reach().provinceId());
        verdict(by).require();
        require(stance, words);
        var school = schools.find(schoolId, by.reach());
        if (picks.isEmpty()) {
            throw Refusal.invalid("还没有选择任何一行。请先勾选要给意见的任务。");
        }
        var form = held(school, by.reach());
        var standing = opinions.of(schoolId, by.reach());
        var picked = picks.stream().map(OpinionPick::undertakingId).collect(Collectors.toSet());
        var rows = rows(form).stream().filter(row -> picked.contains(row.id())).toList();
        if (rows.size() != picked.size()) {
            throw Refusal.notFound();
        }
        var waiting =
                rows.stream()
                        .filter(row -> row.stage() == Stage.SUBMITTED)
                        .collect(Collectors.toMap(Undertaking::id, Undertaking::version));
        var said =
                opinions.write(
                        by,
                        school,
                        stance,
                        picks.stream()
                                .filter(pick ->
                                        waiting.getOrDefault(pick.undertakingId(), 0L)
                                                == pick.version())
                                .toList(),
                        words.strip());
        if (!said.isEmpty()) {
            tell(by, school, stance, words.strip(), form, standing, said);
        }
        var now = said.size() == rows.size() ? standing : opinions.of(schoolId, by.reach());
        return new Outcome(
                said.size(),
                rows.stream()
                        .filter(row -> !said.contains(row.id()))
                        .map(row -> missed(form, row, now.get(row.id())))
                        .toList());
    }

    /** The school's form, which neither the school nor the province can move until we have done. */
    private Form held(CitySchool school, Reach reach) {
        if (!opinions.hold(school, reach)) {
            throw Refusal.conflict("这所学校现在没有已提交的填报，可能刚刚撤回。请等学校提交后再给意见。");
        }
        return filings.form(school.id(), school.path(), reach);
    }

    private static void require(Stance stance, String words) {
        if (stance == Stance.DISAGREE && words.isBlank()) {
            throw Refusal.invalid("不同意要写意见，让省厅知道为什么。");
        }
        if (words.strip().length() > LONGEST) {
            throw Refusal.invalid("意见最多 " + LONGEST + " 字，现在是 " + words.strip().length() + " 字。");
        }
    }

    private void tell(
            Actor by,
            CitySchool school,
            Stance stance,
            String words,
            Form form,
            Map<Long, Opinion> before,
            Set<Long> said) {
        var changes = new ArrayList<Change>();
        for (var row : rows(form)) {
            if (said.contains(row.id())) {
                var former = before.get(row.id());
                changes.add(
                        new Change(
                                item(form, row).no() + " 市级意见",
                                former == null ? "" : shown(former.stance(), former.words()),
                                shown(stance, words)));
            }
        }
        events.publishEvent(
                new Auditable(
                        by,
                        "市级初审：" + Labels.of(stance),
                        school.name(),
                        school.path(),
                        words,
                        changes));
    }

    private static String shown(Stance stance, String words) {
        return Labels.of(stance) + (words.isEmpty() ? "" : "：" + words);
    }

    private static String missed(Form form, Undertaking row, @Nullable Opinion now) {
        var no = item(form, row).no();
        if (row.stage() != Stage.SUBMITTED) {
            return "%s 已于 %s 改为“%s”，您的意见没有生效。"
                    .formatted(no, ChinaTime.minute(row.changedAt()), Labels.of(row.stage()));
        }
        if (now != null && now.at().isAfter(row.changedAt())) {
            return "%s 已由%s于 %s 给出意见“%s”，您的意见没有生效。请看过再决定。"
                    .formatted(
                            no, now.byName(), ChinaTime.minute(now.at()), Labels.of(now.stance()));
        }
        return "%s 已于 %s 改动，您的意见没有生效。请看过现在的内容再给意见。"
                .formatted(no, ChinaTime.minute(row.changedAt()));
    }

    private static List<Undertaking> rows(Form form) {
        Filing filing = form.filing();
        return filing == null
                ? List.of()
                : filing.rows().values().stream()
                        .filter(row -> row.undertaken() && row.stage() != Stage.DRAFT)
                        .toList();
    }

    private static Item item(Form form, Undertaking row) {
        return form.plan().items().stream()
                .filter(item -> item.id() == row.itemId())
                .findFirst()
                .orElseThrow();
    }
}
