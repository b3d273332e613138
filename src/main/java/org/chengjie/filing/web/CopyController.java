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

/** 盖章件: what was handed in, to be printed and stamped (spec F12). */
@Controller
class CopyController {

    private final Filings filings;
    private final Copies copies;
    private final Accounts accounts;

    CopyController(Filings filings, Copies copies, Accounts accounts) {
        this.filings = filings;
        this.copies = copies;
        this.accounts = accounts;
    }

    /** A form that does not stand submitted has none; the preview says how to come by one. */
    @GetMapping("/school/copy")
    ModelAndView show(@AuthenticationPrincipal Actor school) {
        var filing = filings.form(school).filing();
        var copy =
                filing == null || !filing.submitted()
                        ? null
                        : copies.latest(filing, school.reach()).orElse(null);
        return copy == null
                ? new ModelAndView("redirect:/school/preview")
                : new ModelAndView(
                        "filing/copy",
                        Map.of(
                                "printed",
                                PrintedCopy.of(copy),
                                "contact",
                                accounts.contactOf(school.unitId())));
    }
}
