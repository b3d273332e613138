package org.chengjie.review.web;

import org.chengjie.filing.FilingWindows;
import org.chengjie.organisation.Kind;
import org.chengjie.plan.Plans;
import org.chengjie.review.Desk;
import org.chengjie.review.Looks;
import org.chengjie.review.Rows;
import org.chengjie.review.Settings;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 工作台: where a province begins its day; ten queries, however many schools (spec R7). */
@Controller
@RequestMapping("/province/desk")
class DeskController {

    private static final int BUSIEST = 5;

    private final Desk desk;
    private final Looks looks;
    private final Settings settings;
    private final FilingWindows windows;
    private final Plans plans;
    private final Rows rows;

    DeskController(
            Desk desk,
            Looks looks,
            Settings settings,
            FilingWindows windows,
            Plans plans,
            Rows rows) {
        this.desk = desk;
        this.looks = looks;
        this.settings = settings;
        this.windows = windows;
        this.plans = plans;
        this.rows = rows;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable Kind kind) {
        var reach = officer.reach();
        rows.keepMarksFresh(reach, officer.arrived());
        var mark = looks.since(officer);
        var since = mark.orElse(officer.arrived().minus(Looks.AT_FIRST));
        var window = windows.find(plans.current().id(), officer.unitId()).orElse(null);
        var page =
                new DeskPage(
                        officer,
                        desk.tallies(reach, since),
                        kind,
                        DailyChart.of(
                                desk.daily(reach, kind),
                                window,
                                ChinaTime.dayOf(officer.arrived())),
                        window,
                        since,
                        mark.isPresent(),
                        desk.news(reach, since),
                        settings.cityReview(officer.unitId()),
                        desk.busiest(reach, BUSIEST),
                        desk.provincial(officer.unitId()));
        return new ModelAndView("review/desk", "desk", page);
    }

    /** What there was until now is no news any more (spec R4). */
    @PostMapping("/looked")
    String looked(@AuthenticationPrincipal Actor officer) {
        looks.looked(officer);
        return "redirect:/province/desk";
    }
}
