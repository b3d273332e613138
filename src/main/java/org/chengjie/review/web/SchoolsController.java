package org.chengjie.review.web;

import java.util.Map;
import org.chengjie.organisation.Kind;
import org.chengjie.review.Schools;
import org.chengjie.review.Standing;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 院校审核: the province's schools, with their standing and totals (spec R7). */
@Controller
class SchoolsController {

    private final Schools schools;

    SchoolsController(Schools schools) {
        this.schools = schools;
    }

    @GetMapping("/province/schools")
    ModelAndView list(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "") String words) {
        var page =
                new SchoolsPage(
                        officer, schools.all(officer.reach()), standing, kind, words.strip());
        return new ModelAndView("review/schools", Map.of("schools", page));
    }
}
