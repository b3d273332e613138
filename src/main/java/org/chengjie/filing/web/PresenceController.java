package org.chengjie.filing.web;

import java.util.UUID;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Presences;
import org.chengjie.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the pages that have the form open tell of themselves (spec F7). */
@RestController
class PresenceController {

    private final Filings filings;
    private final Presences presences;

    PresenceController(Filings filings, Presences presences) {
        this.filings = filings;
        this.presences = presences;
    }

    @PostMapping("/school/presence/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal Actor school, @RequestParam UUID page) {
        presences.leave(school, page);
    }

    @PostMapping("/school/presence")
    PresenceAnswer tell(
            @AuthenticationPrincipal Actor school,
            @RequestParam UUID page,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "FILE") Intent intent,
            @RequestParam(defaultValue = "0") long since) {
        var form = filings.form(school);
        var known = form.items().stream().anyMatch(one -> one.no().equals(item));
        var others = presences.tell(school, page, known ? item : "");
        return PresenceAnswer.of(form, intent, others, since, school);
    }
}
