package org.chengjie.filing.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.account.Contact;
import org.chengjie.filing.ContactEdit;
import org.chengjie.filing.Fault;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Saved;
import org.chengjie.filing.Submission;
import org.chengjie.filing.Uptakes;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 承接任务: the form, its 保存 and its 提交 (spec F1-F8). */
@Controller
@RequestMapping(FormController.PAGE)
class FormController {

    static final String PAGE = "/school/undertakings";
    private static final String PREVIEW = "/school/preview";
    private static final String CHECK = "/school/filing/check";

    private final Filings filings;
    private final Accounts accounts;
    private final Uptakes uptakes;

    FormController(Filings filings, Accounts accounts, Uptakes uptakes) {
        this.filings = filings;
        this.accounts = accounts;
        this.uptakes = uptakes;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor school) {
        var form = filings.form(school);
        var filing = form.filing();
        return filing != null && filing.submitted()
                ? new ModelAndView("redirect:" + PREVIEW)
                : page(
                        FormPage.fresh(form, school, accounts.contactOf(school.unitId())),
                        HttpStatus.OK);
    }

    /** Saves for a browser without the script. */
    @PostMapping
    ModelAndView saveWhole(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedForm.of(fields);
        try {
            var saved = filings.save(school, typed.rows(), typed.contact());
            var stored = accounts.contactOf(school.unitId());
            return saved.clean() && contactHolds(typed.contact(), stored)
                    ? new ModelAndView("redirect:" + PAGE)
                    : faulty(school, typed, saved, saved.allFaults(), false);
        } catch (Refusal refused) {
            return refused(school, typed, refused);
        }
    }

    /** 提交 on the form: saves, and where nothing stands in the way, leads to one more look. */
    @PostMapping("/check")
    ModelAndView check(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedForm.of(fields);
        try {
            return filings.check(school, typed.rows(), typed.contact())
                    .map(refused -> faulty(school, typed, refused.saved(), refused.faults(), true))
                    .orElseGet(() -> new ModelAndView("redirect:" + CHECK));
        } catch (Refusal refused) {
            return filings.submittedAs(school, typed.rows()).isPresent()
                    ? new ModelAndView("redirect:" + PREVIEW)
                    : refused(school, typed, refused);
        }
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedForm.of(fields);
        try {
            return switch (filings.submit(school, typed.rows(), typed.contact())) {
                case Submission.Accepted _ -> new ModelAndView("redirect:" + PREVIEW);
                case Submission.Refused(var saved, var faults) ->
                        faulty(school, typed, saved, faults, true);
            };
        } catch (Refusal refused) {
            return filings.submittedAs(school, typed.rows()).isPresent()
                    ? new ModelAndView("redirect:" + PREVIEW)
                    : refused(school, typed, refused);
        }
    }

    private ModelAndView faulty(
            Actor school, TypedForm typed, Saved saved, List<Fault> faults, boolean submit) {
        return page(
                new FormPage(
                        saved.form(),
                        school,
                        accounts.contactOf(school.unitId()),
                        typed.after(saved),
                        faults,
                        "",
                        submit),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView refused(Actor school, TypedForm typed, Refusal refused) {
        return page(
                new FormPage(
                        filings.form(school),
                        school,
                        accounts.contactOf(school.unitId()),
                        typed,
                        List.of(),
                        refused.words(),
                        false),
                refused.kind() == Refusal.Kind.NOT_ALLOWED
                        ? HttpStatus.FORBIDDEN
                        : HttpStatus.CONFLICT);
    }

    private static boolean contactHolds(@Nullable ContactEdit typed, Contact stored) {
        return typed == null || typed.faults(stored).isEmpty();
    }

    private ModelAndView page(FormPage form, HttpStatus status) {
        return new ModelAndView(
                "filing/form",
                Map.of("form", form, "others", uptakes.others(form.school())),
                status);
    }
}
