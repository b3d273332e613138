package org.chengjie.review.web;

import java.util.Arrays;
import java.util.Map;
import org.chengjie.review.Looks;
import org.chengjie.review.Place;
import org.chengjie.review.SchoolFilter;
import org.chengjie.review.SchoolOrder;
import org.chengjie.review.Schools;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 院校审核: the province's schools, with their standing and totals (spec R4, R7). */
@Controller
class SchoolsController {

    private final Schools schools;
    private final Looks looks;

    SchoolsController(Schools schools, Looks looks) {
        this.schools = schools;
        this.looks = looks;
    }

    @GetMapping("/province/schools")
    ModelAndView list(
            @AuthenticationPrincipal Actor officer, @RequestParam Map<String, String> fields) {
        var reach = officer.reach();
        var filter = SchoolFilter.of(fields);
        var order = order(fields);
        var since = looks.since(officer).orElse(null);
        var page =
                new SchoolsPage(
                        officer,
                        filter,
                        order,
                        schools.slice(reach, filter, order, Place.of(fields)),
                        schools.totals(reach, filter, since),
                        schools.cities(reach),
                        since,
                        Bounds.mistyped(fields, filter.least(), filter.most()));
        return new ModelAndView("review/schools", Map.of("list", page));
    }

    private static SchoolOrder order(Map<String, String> fields) {
        return Arrays.stream(SchoolOrder.values())
                .filter(order -> order.name().equals(fields.get("sort")))
                .findFirst()
                .orElse(SchoolOrder.STANDING);
    }
}
