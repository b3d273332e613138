package org.chengjie.filing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.chengjie.filing.Extensions;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.Filings;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 延期: a province gives one school more time, or takes that back (spec W3). */
@Controller
class ExtensionController {

    private record Typed(String lastDay, String reason) {
        static final Typed NOTHING = new Typed("", "");
    }

    private final Extensions extensions;
    private final Filings filings;
    private final Units units;

    ExtensionController(Extensions extensions, Filings filings, Units units) {
        this.extensions = extensions;
        this.filings = filings;
        this.units = units;
    }

    @GetMapping("/province/extensions")
    ModelAndView list(@AuthenticationPrincipal Actor officer) {
        return new ModelAndView(
                "filing/extensions",
                Map.of("extensions", extensions.all(officer.reach()), "now", officer.arrived()));
    }

    @GetMapping("/province/schools/{school}/extension")
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            @RequestParam(defaultValue = "false") boolean saved) {
        return page(officer, school, Typed.NOTHING, Map.of(), "", saved, HttpStatus.OK);
    }

    @PostMapping("/province/schools/{school}/extension")
    ModelAndView grant(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(lastDay, reason);
        var day = day(lastDay);
        var window = window(officer, school(officer, school));
        var faults =
                window == null
                        ? Map.<String, String>of()
                        : Extensions.faults(window, day, reason, officer.arrived());
        if (day == null || !faults.isEmpty()) {
            return page(
                    officer, school, typed, faults, "", false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            extensions.grant(officer, school, day, reason);
            return done(school);
        } catch (Refusal refused) {
            return refused(officer, school, typed, refused);
        }
    }

    @PostMapping("/province/schools/{school}/extension/end")
    ModelAndView end(@AuthenticationPrincipal Actor officer, @PathVariable long school) {
        try {
            extensions.end(officer, school);
            return done(school);
        } catch (Refusal refused) {
            return refused(officer, school, Typed.NOTHING, refused);
        }
    }

    private static ModelAndView done(long school) {
        return new ModelAndView("redirect:/province/schools/" + school + "/extension?saved=true");
    }

    private ModelAndView refused(Actor officer, long school, Typed typed, Refusal refused) {
        var status =
                switch (refused.kind()) {
                    case NOT_FOUND -> throw refused;
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                    case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
                };
        return page(officer, school, typed, Map.of(), refused.words(), false, status);
    }

    private ModelAndView page(
            Actor officer,
            long schoolId,
            Typed typed,
            Map<String, String> faults,
            String problem,
            boolean saved,
            HttpStatus status) {
        var school = school(officer, schoolId);
        var page =
                new ExtensionPage(
                        officer,
                        school,
                        window(officer, school),
                        extensions.of(schoolId, officer.reach()),
                        typed.lastDay(),
                        typed.reason(),
                        faults,
                        problem,
                        saved);
        return new ModelAndView("filing/extension-edit", Map.of("extension", page), status);
    }

    private Unit school(Actor officer, long id) {
        var school = units.find(id, officer.reach());
        if (school.tier() != Tier.SCHOOL) {
            throw Refusal.notFound();
        }
        return school;
    }

    private @Nullable FilingWindow window(Actor officer, Unit school) {
        return filings.form(school.id(), school.path(), officer.reach()).window();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
