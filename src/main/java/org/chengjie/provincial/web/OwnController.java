package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.provincial.OwnUndertakings;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 省级承接与省财政投入: the province's own form (spec P2, P3). */
@Controller
@RequestMapping(OwnController.PAGE)
class OwnController {

    static final String PAGE = "/province/own";

    private final OwnUndertakings own;

    OwnController(OwnUndertakings own) {
        this.own = own;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor officer) {
        return page(OwnPage.fresh(own.form(officer), officer), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView save(
            @AuthenticationPrincipal Actor officer,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = TypedOwnForm.of(fields);
        try {
            var saved = own.save(officer, typed.rows());
            return saved.clean()
                    ? new ModelAndView("redirect:" + PAGE)
                    : page(
                            new OwnPage(
                                    saved.form(),
                                    officer,
                                    typed,
                                    saved.faults(),
                                    saved.clashes(),
                                    ""),
                            HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal refused) {
            return page(
                    new OwnPage(
                            own.form(officer),
                            officer,
                            typed,
                            List.of(),
                            List.of(),
                            refused.words()),
                    refused.kind() == Refusal.Kind.NOT_ALLOWED
                            ? HttpStatus.FORBIDDEN
                            : HttpStatus.CONFLICT);
        }
    }

    private static ModelAndView page(OwnPage own, HttpStatus status) {
        var view = new ModelAndView("provincial/own", "own", own);
        view.setStatus(status);
        return view;
    }
}
