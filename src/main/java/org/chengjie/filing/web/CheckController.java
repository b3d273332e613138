package org.chengjie.filing.web;

import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Copies;
import org.chengjie.filing.Filings;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 提交前核对: one more look at what is about to be handed in (spec F8). */
@Controller
class CheckController {

    private final Filings filings;
    private final Copies copies;
    private final Accounts accounts;

    CheckController(Filings filings, Copies copies, Accounts accounts) {
        this.filings = filings;
        this.copies = copies;
        this.accounts = accounts;
    }

    @GetMapping("/school/filing/check")
    ModelAndView show(@AuthenticationPrincipal Actor school) {
        var form = filings.form(school);
        var filing = form.filing();
        if (filing != null && filing.submitted()) {
            return new ModelAndView("redirect:/school/preview");
        }
        var last = filing == null ? null : copies.latest(filing, school.reach()).orElse(null);
        var check = new CheckPage(form, school, accounts.contactOf(school.unitId()), last);
        return new ModelAndView("filing/check", Map.of("check", check));
    }
}
