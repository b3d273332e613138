package org.chengjie.notice.web;

import org.chengjie.notice.Reminders;
import org.chengjie.shared.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 已阅: a school confirms a reminder on whatever page it reads it. */
@Controller
class ReadController {

    private final Reminders reminders;

    ReadController(Reminders reminders) {
        this.reminders = reminders;
    }

    /** With script the page stays as it is, so that what is being typed on it is not lost. */
    @PostMapping("/school/reminders/{id}/read")
    ResponseEntity<Void> confirm(
            @AuthenticationPrincipal Actor school,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace) {
        reminders.confirm(school, id);
        if (inPlace) {
            return ResponseEntity.ok().build();
        }
        var page = back.matches("/(school|account)/[a-z]+") ? back : "/school/undertakings";
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page)
                .build();
    }
}
