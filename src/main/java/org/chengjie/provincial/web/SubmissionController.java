package org.chengjie.provincial.web;

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

/** 汇总上报: the checks, the submit, its receipt and what became of it (spec P3). */
@Controller
@RequestMapping(SubmissionController.PAGE)
class SubmissionController {

    static final String PAGE = "/province/submission";

    private final ProvincialSubmissions submissions;

    SubmissionController(ProvincialSubmissions submissions) {
        this.submissions = submissions;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor officer) {
        return page(officer, "", HttpStatus.OK);
    }

    /**
     * @param seen the figures that the officer saw: others are not submitted
     */
    @PostMapping
    ModelAndView submit(
            @AuthenticationPrincipal Actor officer, @RequestParam(defaultValue = "") String seen) {
        try {
            submissions.submit(officer, seen);
            return new ModelAndView("redirect:" + PAGE);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_ALLOWED) {
                return page(officer, refused.words(), HttpStatus.FORBIDDEN);
            }
            // A submit that was sent twice has done what it should.
            return submissions.latest(officer).filter(last -> !last.returned()).isPresent()
                    ? new ModelAndView("redirect:" + PAGE)
                    : page(
                            officer,
                            refused.words(),
                            refused.kind() == Refusal.Kind.INVALID
                                    ? HttpStatus.UNPROCESSABLE_CONTENT
                                    : HttpStatus.CONFLICT);
        }
    }

    /** The figures as they are now, or as they were submitted. */
    @GetMapping("/workbook")
    ResponseEntity<byte[]> workbook(@AuthenticationPrincipal Actor officer) {
        return submissions.history(officer).stream()
                .filter(one -> one.standing())
                .findFirst()
                .map(SubmissionWorkbook::of)
                .orElseGet(() -> SubmissionWorkbook.of(officer, submissions.readiness(officer)));
    }

    @GetMapping("/{id}/workbook")
    ResponseEntity<byte[]> workbook(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        return SubmissionWorkbook.of(submissions.find(id, officer));
    }

    private ModelAndView page(Actor officer, String problem, HttpStatus status) {
        var page =
                new SubmissionPage(
                        officer,
                        submissions.readiness(officer),
                        submissions.history(officer),
                        problem);
        var view = new ModelAndView("provincial/submission", "submission", page);
        view.setStatus(status);
        return view;
    }
}
