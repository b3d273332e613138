package org.chengjie.filing.web;

import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Filings;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
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

    PreviewController(Filings filings, Accounts accounts, ProvinceContacts contacts) {
        this.filings = filings;
        this.accounts = accounts;
        this.contacts = contacts;
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
        var preview =
                new PreviewPage(
                        form,
                        school,
                        accounts.contactOf(school.unitId()),
                        contacts.of(new Reach(school.path()).provinceId()),
                        filings.history(form, school.reach()),
                        problem);
        return new ModelAndView("filing/preview", Map.of("preview", preview), status);
    }
}
