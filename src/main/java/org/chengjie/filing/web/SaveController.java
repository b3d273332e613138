package org.chengjie.filing.web;

import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Intent;
import org.chengjie.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 保存 for the page's script, which keeps the page and is told what became of each row (spec F5, F7).
 * Apart from the page's own controller, so that what is laid beside a page is not prepared for it:
 * nothing is asked for as often.
 */
@Controller
class SaveController {

    private final Filings filings;
    private final Accounts accounts;

    SaveController(Filings filings, Accounts accounts) {
        this.filings = filings;
        this.accounts = accounts;
    }

    @PostMapping(path = FormController.PAGE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SaveAnswer> save(
            @AuthenticationPrincipal Actor school,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedForm.of(fields);
        var contact = typed.contact();
        var saved = filings.save(school, typed.rows(), contact);
        var stored = contact == null ? null : accounts.contactOf(school.unitId());
        var answer =
                SaveAnswer.of(
                        saved,
                        Intent.FILE,
                        contact == null || stored == null ? Map.of() : contact.faults(stored),
                        stored);
        return ResponseEntity.status(
                        saved.clean() && answer.contact().isEmpty()
                                ? HttpStatus.OK
                                : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(answer);
    }
}
