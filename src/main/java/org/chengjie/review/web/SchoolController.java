package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Decision;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Step;
import org.chengjie.organisation.Register;
import org.chengjie.review.Opinions;
import org.chengjie.review.Phrases;
import org.chengjie.review.Schools;
import org.chengjie.shared.Actor;
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

/** The review of one school: its rows, and what the province decides on them (spec R1, R2, R4). */
@Controller
@RequestMapping("/province/schools/{school}")
class SchoolController {

    private final Schools schools;
    private final Register register;
    private final Filings filings;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Phrases phrases;
    private final Opinions opinions;

    SchoolController(
            Schools schools,
            Register register,
            Filings filings,
            Decisions decisions,
            Accounts accounts,
            Phrases phrases,
            Opinions opinions) {
        this.schools = schools;
        this.register = register;
        this.filings = filings;
        this.decisions = decisions;
        this.accounts = accounts;
        this.phrases = phrases;
        this.opinions = opinions;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            @RequestParam(required = false) @Nullable Long done) {
        return page(officer, school, Attempt.NONE, Outcome.NONE, done);
    }

    @PostMapping("/decisions")
    ModelAndView decide(
            @AuthenticationPrincipal Actor officer, @PathVariable long school, DecisionForm form) {
        var attempt = form.attempt();
        try {
            var outcome =
                    decisions.decide(
                            officer,
                            school,
                            attempt.step(),
                            attempt.picks(),
                            attempt.reason(),
                            attempt.cells());
            phrases.used(officer, attempt.reason(), form.kept());
            return outcome.missed().isEmpty()
                    ? done(officer, school)
                    : page(officer, school, attempt, outcome, null);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(officer, school, attempt.refused(refused), Outcome.NONE, null);
        }
    }

    /** 放开整表: gives the whole form back to the school (spec R1). */
    @PostMapping("/release")
    ModelAndView release(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            @RequestParam(defaultValue = "") String reason) {
        try {
            decisions.release(officer, school, reason);
            return done(officer, school);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            var attempt = new Attempt(Step.RELEASE, List.of(), reason, Set.of(), "", HttpStatus.OK);
            return page(officer, school, attempt.refused(refused), Outcome.NONE, null);
        }
    }

    private ModelAndView done(Actor officer, long school) {
        return new ModelAndView(
                "redirect:"
                        + UriComponentsBuilder.fromPath("/province/schools/{school}")
                                .queryParamIfPresent(
                                        "done", decisions.last(officer).map(Decision::id))
                                .buildAndExpand(school));
    }

    private ModelAndView page(
            Actor officer, long schoolId, Attempt attempt, Outcome outcome, @Nullable Long done) {
        var school = schools.find(schoolId, officer.reach());
        var entry = register.find(schoolId, officer.reach());
        var form = filings.form(schoolId, entry.path(), officer.reach());
        var review =
                new SchoolPage(
                        officer,
                        school,
                        entry,
                        form,
                        accounts.contactOf(schoolId),
                        filings.history(form, officer.reach()),
                        opinions.of(schoolId, officer.reach()),
                        attempt,
                        outcome,
                        LastDecision.of(
                                decisions.last(officer).orElse(null),
                                done,
                                officer.arrived(),
                                "/province/schools/" + schoolId),
                        phrases.of(officer),
                        schools.nextWaiting(schoolId, officer.reach()).orElse(null));
        var status = !outcome.missed().isEmpty() ? HttpStatus.CONFLICT : attempt.status();
        return new ModelAndView("review/school", Map.of("review", review), status);
    }
}
