package org.chengjie.provincial.web;

import java.util.Map;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 各省上报: what the provinces have handed in, 退回 and 核对通过 (spec P3, P4). */
@Controller
@RequestMapping(MinistryController.PAGE)
class MinistryController {

    static final String PAGE = "/ministry/submissions";

    private final ProvincialSubmissions submissions;
    private final Plans plans;

    MinistryController(ProvincialSubmissions submissions, Plans plans) {
        this.submissions = submissions;
        this.plans = plans;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal Actor clerk) {
        return new ModelAndView(
                "provincial/submissions",
                "submissions",
                new StandingsPage(submissions.standings(clerk)));
    }

    @GetMapping("/workbook")
    ResponseEntity<byte[]> workbook(@AuthenticationPrincipal Actor clerk) {
        return StandingsWorkbook.of(new StandingsPage(submissions.standings(clerk)), clerk);
    }

    @GetMapping("/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return page(clerk, id, "", "", HttpStatus.OK);
    }

    @PostMapping("/{id}/return")
    ModelAndView giveBack(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        return act(clerk, id, reason, () -> submissions.giveBack(clerk, id, reason));
    }

    @PostMapping("/{id}/acceptance")
    ModelAndView accept(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return act(clerk, id, "", () -> submissions.accept(clerk, id));
    }

    @PostMapping("/{id}/acceptance/undo")
    ModelAndView reconsider(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return act(clerk, id, "", () -> submissions.reconsider(clerk, id));
    }

    private ModelAndView act(Actor clerk, long id, String reason, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + PAGE + "/" + id);
        } catch (Refusal refused) {
            return switch (refused.kind()) {
                case NOT_FOUND -> throw refused;
                case NOT_ALLOWED -> page(clerk, id, reason, refused.words(), HttpStatus.FORBIDDEN);
                case INVALID ->
                        page(clerk, id, reason, refused.words(), HttpStatus.UNPROCESSABLE_CONTENT);
                case CONFLICT, CLOSED ->
                        page(clerk, id, reason, refused.words(), HttpStatus.CONFLICT);
            };
        }
    }

    @GetMapping("/{id}/workbook")
    ResponseEntity<byte[]> workbook(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return SubmissionWorkbook.of(submissions.find(id, clerk));
    }

    private ModelAndView page(
            Actor clerk, long id, String reason, String problem, HttpStatus status) {
        var one = submissions.find(id, clerk);
        var history =
                submissions.history(clerk).stream()
                        .filter(other -> other.provinceId() == one.provinceId())
                        .toList();
        var page =
                new ReceivedPage(
                        clerk,
                        plans.current(),
                        one,
                        history,
                        submissions.published(one),
                        reason,
                        problem);
        return new ModelAndView("provincial/received", Map.of("received", page), status);
    }
}
