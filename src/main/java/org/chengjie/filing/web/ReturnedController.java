package org.chengjie.filing.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.filing.Fault;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Submission;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 需修改的任务: returned rows are mended, saved, and those that are ready submitted again (spec R3). */
@Controller
@RequestMapping("/school/returned")
class ReturnedController {

    private static final String PAGE = "/school/returned";

    private final Filings filings;

    ReturnedController(Filings filings) {
        this.filings = filings;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor school) {
        return page(school, null, List.of(), "", false, HttpStatus.OK);
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SaveAnswer> save(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var saved = filings.mend(school, TypedForm.of(fields).rows());
        return ResponseEntity.status(
                        saved.clean() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(SaveAnswer.of(saved, Intent.MEND, Map.of(), null));
    }

    @PostMapping
    ModelAndView saveWhole(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedForm.of(fields);
        try {
            var saved = filings.mend(school, typed.rows());
            return saved.clean()
                    ? new ModelAndView("redirect:" + PAGE)
                    : page(
                            school,
                            typed.after(saved),
                            saved.allFaults(),
                            "",
                            false,
                            HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal refused) {
            return page(
                    school,
                    typed,
                    List.of(),
                    refused.words(),
                    false,
                    PreviewController.status(refused));
        }
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedForm.of(fields);
        try {
            return switch (filings.resubmit(school, typed.rows(), Set.copyOf(typed.ready()))) {
                case Submission.Accepted _ ->
                        new ModelAndView(
                                "redirect:"
                                        + (filings.form(school)
                                                        .verdict(Intent.MEND, school.arrived())
                                                        .allowed()
                                                ? PAGE
                                                : "/school/preview"));
                case Submission.Refused(var saved, var faults) ->
                        page(
                                school,
                                typed.after(saved),
                                faults,
                                "",
                                true,
                                HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (Refusal refused) {
            return page(
                    school,
                    typed,
                    List.of(),
                    refused.words(),
                    false,
                    PreviewController.status(refused));
        }
    }

    private ModelAndView page(
            Actor school,
            @Nullable TypedForm typed,
            List<Fault> faults,
            String problem,
            boolean submit,
            HttpStatus status) {
        var form = filings.form(school);
        var history = filings.history(form, school.reach());
        var returned = new ReturnedPage(form, school, history, typed, faults, problem, submit);
        return new ModelAndView("filing/returned", Map.of("returned", returned), status);
    }
}
