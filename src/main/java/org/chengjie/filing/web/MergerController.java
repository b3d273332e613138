package org.chengjie.filing.web;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.filing.Mergers;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.organisation.RegisterFilter;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 并入另一所学校: choose it, look at what goes over, confirm (spec P1). */
@Controller
@RequestMapping("/province/register/{id:[0-9]+}/merge")
class MergerController {

    private final Mergers mergers;
    private final Register register;

    MergerController(Mergers mergers, Register register) {
        this.mergers = mergers;
        this.register = register;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long into,
            @RequestParam(defaultValue = "") String words) {
        var page = new MergerPage(officer, register.find(id, officer.reach()));
        if (into == null) {
            return page(page.choosing(words.strip(), found(officer, id, words)), HttpStatus.OK);
        }
        try {
            return page(page.previewing(mergers.preview(officer, id, into)), HttpStatus.OK);
        } catch (Refusal refused) {
            return page(page.choosing("", List.of()).refused(refused, ""), status(refused));
        }
    }

    @PostMapping
    ModelAndView merge(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam long into,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason) {
        try {
            mergers.merge(officer, id, into, seen, reason);
            return new ModelAndView("redirect:/province/register/" + id);
        } catch (Refusal refused) {
            var page = new MergerPage(officer, register.find(id, officer.reach()));
            var status = status(refused);
            try {
                page = page.previewing(mergers.preview(officer, id, into));
            } catch (Refusal again) {
                page = page.choosing("", List.of());
            }
            return page(page.refused(refused, reason), status);
        }
    }

    private List<RegisterEntry> found(Actor officer, long id, String words) {
        if (words.isBlank()) {
            return List.of();
        }
        var filter = new RegisterFilter(null, null, words.strip(), false);
        var schools = new ArrayList<>(register.after(officer.reach(), filter, ""));
        schools.removeIf(school -> school.id() == id);
        return schools;
    }

    private static ModelAndView page(MergerPage page, HttpStatus status) {
        return new ModelAndView("filing/merge", java.util.Map.of("merge", page), status);
    }

    private static HttpStatus status(Refusal refused) {
        return switch (refused.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> throw refused;
        };
    }
}
