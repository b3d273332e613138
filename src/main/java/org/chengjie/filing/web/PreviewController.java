package org.chengjie.filing.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Copies;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Savings;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** 本校任务情况预览, and 继续修改 from there (spec F9, F10). */
@Controller
class PreviewController {

    private final Filings filings;
    private final Accounts accounts;
    private final ProvinceContacts contacts;
    private final Savings savings;
    private final Copies copies;

    PreviewController(
            Filings filings,
            Accounts accounts,
            ProvinceContacts contacts,
            Savings savings,
            Copies copies) {
        this.filings = filings;
        this.accounts = accounts;
        this.contacts = contacts;
        this.savings = savings;
        this.copies = copies;
    }

    @GetMapping("/school/preview")
    ModelAndView show(@AuthenticationPrincipal Actor school) {
        return page(school, "", HttpStatus.OK);
    }

    /** 继续修改: takes the submission back, or says in words why that cannot be (spec F10). */
    @PostMapping("/school/withdrawal")
    ModelAndView withdraw(@AuthenticationPrincipal Actor school) {
        try {
            filings.withdraw(school);
            return new ModelAndView("redirect:/school/undertakings");
        } catch (Refusal refused) {
            return page(school, refused.words(), status(refused));
        }
    }

    static HttpStatus status(Refusal refused) {
        return refused.kind() == Refusal.Kind.NOT_ALLOWED
                ? HttpStatus.FORBIDDEN
                : HttpStatus.CONFLICT;
    }

    private ModelAndView page(Actor school, String problem, HttpStatus status) {
        var form = filings.form(school);
        var history = filings.history(form, school.reach());
        var preview =
                new PreviewPage(
                        form,
                        school,
                        accounts.contactOf(school.unitId()),
                        contacts.of(new Reach(school.path()).provinceId()),
                        history,
                        timeline(school, form, history),
                        printed(school, form),
                        problem);
        return new ModelAndView("filing/preview", Map.of("preview", preview), status);
    }

    private Timeline timeline(Actor school, Form form, History history) {
        var filing = form.filing();
        return filing == null
                ? new Timeline(form, history, List.of(), List.of())
                : new Timeline(
                        form,
                        history,
                        savings.of(filing, school.reach()),
                        copies.receipts(filing, school.reach()));
    }

    private @Nullable PrintedCopy printed(Actor school, Form form) {
        var filing = form.filing();
        return filing == null || !filing.submitted()
                ? null
                : copies.latest(filing, school.reach()).map(PrintedCopy::of).orElse(null);
    }
}
