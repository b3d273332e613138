package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.SchoolPicks;
import org.chengjie.filing.Step;
import org.chengjie.job.Jobs;
import org.chengjie.review.Batch;
import org.chengjie.review.DecisionRun;
import org.chengjie.review.DecisionWork;
import org.chengjie.review.Phrases;
import org.chengjie.review.PickedRows;
import org.chengjie.review.RowFilter;
import org.chengjie.review.Rows;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Decisions on rows of many schools: what was ticked is decided at once, everything in view after a
 * preview, and what takes long goes on by itself (spec R4, X5).
 */
@Controller
@RequestMapping("/province/decisions")
class DecisionController {

    /** So many rows are decided while one waits; they can be taken back as quickly. */
    private static final int AT_ONCE = 50;

    private final Decisions decisions;
    private final DecisionRun run;
    private final PickedRows rows;
    private final Rows marks;
    private final Phrases phrases;
    private final Jobs jobs;

    DecisionController(
            Decisions decisions,
            DecisionRun run,
            PickedRows rows,
            Rows marks,
            Phrases phrases,
            Jobs jobs) {
        this.decisions = decisions;
        this.run = run;
        this.rows = rows;
        this.marks = marks;
        this.phrases = phrases;
        this.jobs = jobs;
    }

    @PostMapping
    ModelAndView decide(@AuthenticationPrincipal Actor officer, DecisionForm form) {
        var attempt = form.attempt();
        var batch = batch(officer, form, attempt);
        if (batch.rows().isEmpty()) {
            var nothing =
                    Refusal.invalid("没有可以“" + Labels.of(attempt.step()) + "”的行。请先勾选，或换一个筛选条件。");
            return page(officer, form, attempt.refused(nothing), batch, Outcome.NONE);
        }
        boolean many = form.everythingInView() || batch.rows().size() > AT_ONCE;
        if (many && !form.previewed()) {
            return page(officer, form, attempt, batch, Outcome.NONE);
        }
        long decision;
        try {
            decision = decisions.begin(officer, attempt.step(), attempt.reason(), attempt.cells());
        } catch (Refusal refused) {
            return page(officer, form, attempt.refused(refused), batch, Outcome.NONE);
        }
        phrases.used(officer, attempt.reason(), form.kept());
        var outcome = carryOut(officer, form.way(), decision, attempt.step(), batch.picks());
        return outcome.page() != null
                ? outcome.page()
                : page(officer, form, attempt, batch, outcome.outcome());
    }

    /** 撤销 of one's own last decision (spec R4). */
    @PostMapping("/undo")
    ModelAndView undo(
            @AuthenticationPrincipal Actor officer,
            @RequestParam long decision,
            DecisionForm form) {
        var attempt = new Attempt(Step.UNDO, List.of(), "", Set.of(), "", HttpStatus.OK);
        var nothing = new Batch(List.of());
        Decisions.Undo undo;
        try {
            undo = decisions.undo(officer, decision);
        } catch (Refusal refused) {
            return page(officer, form, attempt.refused(refused), nothing, Outcome.NONE);
        }
        var done = carryOut(officer, form.way(), undo.decisionId(), Step.UNDO, undo.rows());
        return done.page() != null
                ? done.page()
                : page(officer, form, attempt, nothing, done.outcome());
    }

    /** What came of it: a page to go to, or, where rows were left as they are, why. */
    private record Done(@Nullable ModelAndView page, Outcome outcome) {}

    private Done carryOut(
            Actor officer, String back, long decision, Step step, List<SchoolPicks> picks) {
        int count = SchoolPicks.rows(picks);
        if (count > AT_ONCE) {
            var title = "%s %,d 行（%,d 所学校）".formatted(Labels.of(step), count, picks.size());
            var order = new DecisionWork.Order(decision, step, picks);
            long job = jobs.ask(officer, DecisionWork.KIND, title, back, order);
            return new Done(new ModelAndView("redirect:/jobs/" + job), Outcome.NONE);
        }
        var outcome = run.run(officer, decision, picks, rows -> {});
        return new Done(outcome.missed().isEmpty() ? done(back, decision) : null, outcome);
    }

    private static ModelAndView done(String back, long decision) {
        return new ModelAndView(
                "redirect:"
                        + UriComponentsBuilder.fromUriString(back)
                                .replaceQueryParam("done", decision)
                                .build()
                                .toUriString());
    }

    private Batch batch(Actor officer, DecisionForm form, Attempt attempt) {
        marks.keepMarksFresh(officer.reach(), officer.arrived());
        return new Batch(
                form.everythingInView() && !form.previewed()
                        ? rows.inView(
                                officer.reach(),
                                RowFilter.parse(form.query()),
                                attempt.step().from())
                        : rows.ticked(officer.reach(), attempt.picks()));
    }

    private ModelAndView page(
            Actor officer, DecisionForm form, Attempt attempt, Batch batch, Outcome outcome) {
        var page = new DecisionPage(attempt, batch, outcome, phrases.of(officer), form.way());
        return new ModelAndView(
                "review/decision",
                Map.of("decision", page),
                outcome.missed().isEmpty() ? attempt.status() : HttpStatus.CONFLICT);
    }
}
