package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Step;
import org.chengjie.organisation.Units;
import org.chengjie.review.SchoolLine;
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
    private final Units units;
    private final Filings filings;
    private final Decisions decisions;
    private final Accounts accounts;

    SchoolController(
            Schools schools, Units units, Filings filings, Decisions decisions, Accounts accounts) {
        this.schools = schools;
        this.units = units;
        this.filings = filings;
        this.decisions = decisions;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            @RequestParam(required = false) @Nullable Step done,
            @RequestParam(defaultValue = "0") int rows) {
        return page(
                officer,
                school,
                Attempt.NONE,
                done == null ? Outcome.NONE : new Outcome(rows, List.of()),
                done);
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
            return outcome.missed().isEmpty()
                    ? done(school, attempt.step(), outcome.moved())
                    : page(officer, school, attempt, outcome, attempt.step());
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
            return done(school, Step.RELEASE, 0);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            var attempt = new Attempt(Step.RELEASE, List.of(), reason, Set.of(), "", HttpStatus.OK);
            return page(officer, school, attempt.refused(refused), Outcome.NONE, null);
        }
    }

    private static ModelAndView done(long school, Step step, int rows) {
        return new ModelAndView(
                "redirect:"
                        + UriComponentsBuilder.fromPath("/province/schools/{school}")
                                .queryParam("done", step)
                                .queryParam("rows", rows)
                                .buildAndExpand(school));
    }

    private ModelAndView page(
            Actor officer, long schoolId, Attempt attempt, Outcome outcome, @Nullable Step done) {
        var school = schools.find(schoolId, officer.reach());
        var path = units.find(schoolId, officer.reach()).path();
        var form = filings.form(schoolId, path, officer.reach());
        var review =
                new SchoolPage(
                        officer,
                        school,
                        form,
                        accounts.contactOf(schoolId),
                        filings.history(form, officer.reach()),
                        attempt,
                        outcome,
                        done,
                        next(officer, schoolId));
        var status = !outcome.missed().isEmpty() ? HttpStatus.CONFLICT : attempt.status();
        return new ModelAndView("review/school", Map.of("review", review), status);
    }

    /**
     * The next school in the list that has rows waiting, so that one need not go back to the list.
     */
    private @Nullable Long next(Actor officer, long schoolId) {
        var waiting =
                schools.all(officer.reach()).stream()
                        .filter(line -> line.waiting() > 0 || line.id() == schoolId)
                        .map(SchoolLine::id)
                        .toList();
        int here = waiting.indexOf(schoolId);
        return waiting.size() < 2 ? null : waiting.get((here + 1) % waiting.size());
    }
}
