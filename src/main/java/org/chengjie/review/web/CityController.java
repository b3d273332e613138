package org.chengjie.review.web;

import java.util.HashMap;
import java.util.List;
import org.chengjie.account.Accounts;
import org.chengjie.account.Reveals;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Outcome;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.review.CityReviews;
import org.chengjie.review.CitySchool;
import org.chengjie.review.CitySchools;
import org.chengjie.review.Opinions;
import org.chengjie.review.Stance;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** 市级初审: a city's 中职, and what it says of their rows (spec R6). */
@Controller
@RequestMapping("/city/schools")
class CityController {

    private final CitySchools schools;
    private final CityReviews reviews;
    private final Opinions opinions;
    private final Filings filings;
    private final FilingWindows windows;
    private final Plans plans;
    private final Accounts accounts;
    private final Reveals reveals;
    private final Units units;

    CityController(
            CitySchools schools,
            CityReviews reviews,
            Opinions opinions,
            Filings filings,
            FilingWindows windows,
            Plans plans,
            Accounts accounts,
            Reveals reveals,
            Units units) {
        this.schools = schools;
        this.reviews = reviews;
        this.opinions = opinions;
        this.filings = filings;
        this.windows = windows;
        this.plans = plans;
        this.accounts = accounts;
        this.reveals = reveals;
        this.units = units;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "ALL") CityView view) {
        var window = windows.find(plans.current().id(), officer.reach().provinceId());
        var page =
                new CitySchoolsPage(
                        officer,
                        schools.all(officer.reach()),
                        view,
                        reviews.verdict(officer),
                        window.map(days -> deadline(days, officer)).orElse(null));
        return new ModelAndView("review/city-schools", "schools", page);
    }

    @GetMapping("/{school}")
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            @RequestParam(required = false) @Nullable Stance said,
            @RequestParam(defaultValue = "0") int rows) {
        var outcome = said == null ? Outcome.NONE : new Outcome(rows, List.of());
        return page(officer, school, OpinionAttempt.NONE, outcome, said);
    }

    @PostMapping("/{school}/mobile")
    ModelAndView reveal(@AuthenticationPrincipal Actor officer, @PathVariable long school) {
        var shown = page(officer, school, OpinionAttempt.NONE, Outcome.NONE, null, true);
        reveals.note(officer, units.find(school, officer.reach()));
        return shown;
    }

    @PostMapping("/{school}/opinions")
    ModelAndView give(
            @AuthenticationPrincipal Actor officer, @PathVariable long school, OpinionForm form) {
        var attempt = form.attempt();
        try {
            var outcome =
                    reviews.give(
                            officer, school, attempt.stance(), attempt.picks(), attempt.words());
            return outcome.missed().isEmpty()
                    ? said(school, attempt.stance(), outcome.moved())
                    : page(officer, school, attempt, outcome, attempt.stance());
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(officer, school, attempt.refused(refused), Outcome.NONE, null);
        }
    }

    private static ModelAndView said(long school, Stance stance, int rows) {
        return new ModelAndView(
                "redirect:"
                        + UriComponentsBuilder.fromPath("/city/schools/{school}")
                                .queryParam("said", stance)
                                .queryParam("rows", rows)
                                .buildAndExpand(school));
    }

    private ModelAndView page(
            Actor officer,
            long schoolId,
            OpinionAttempt attempt,
            Outcome outcome,
            @Nullable Stance said) {
        return page(officer, schoolId, attempt, outcome, said, false);
    }

    private ModelAndView page(
            Actor officer,
            long schoolId,
            OpinionAttempt attempt,
            Outcome outcome,
            @Nullable Stance said,
            boolean revealed) {
        var all = schools.all(officer.reach());
        var school =
                all.stream()
                        .filter(one -> one.id() == schoolId)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var page =
                new CitySchoolPage(
                        officer,
                        school,
                        filings.form(schoolId, school.path(), officer.reach()),
                        accounts.contactOf(schoolId),
                        revealed,
                        reviews.verdict(officer),
                        opinions.of(schoolId, officer.reach()),
                        attempt,
                        outcome,
                        said,
                        next(all, schoolId));
        var model = new HashMap<String, Object>();
        model.put("review", page);
        return new ModelAndView(
                "review/city-school",
                model,
                outcome.missed().isEmpty() ? attempt.status() : HttpStatus.CONFLICT);
    }

    private static @Nullable Long next(List<CitySchool> all, long schoolId) {
        return all.stream()
                .filter(school -> school.owed() > 0 && school.id() != schoolId)
                .map(CitySchool::id)
                .findFirst()
                .orElse(null);
    }

    private static String deadline(FilingWindow window, Actor officer) {
        if (!window.opened(officer.arrived())) {
            return ChinaTime.shortDay(window.opens()) + " 开始申报";
        }
        var day = ChinaTime.shortDay(window.closes()) + " 24:00 ";
        return window.closed(officer.arrived()) ? "已于 " + day + "截止" : day + "截止";
    }
}
