package org.chengjie.plan.web;

import java.util.Map;
import org.chengjie.plan.Amendments;
import org.chengjie.plan.Catalogue;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 任务目录: the plans, each with its areas, tasks and items, and its 修订记录 (spec C1). */
@Controller
@RequestMapping(PlansController.PAGE)
class PlansController {

    static final String PAGE = "/ministry/plans";

    private final Catalogue catalogue;
    private final Amendments amendments;

    PlansController(Catalogue catalogue, Amendments amendments) {
        this.catalogue = catalogue;
        this.amendments = amendments;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal Actor clerk) {
        return new ModelAndView(
                "plan/plans",
                Map.of("plans", catalogue.heads(), "mayChange", Edits.mayChange(clerk)));
    }

    @GetMapping("/{plan:[0-9]+}")
    ModelAndView show(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") long done) {
        var page =
                new CataloguePage(
                        catalogue.head(plan),
                        catalogue.rows(plan),
                        words.strip(),
                        done,
                        Edits.mayChange(clerk));
        return new ModelAndView("plan/catalogue", Map.of("catalogue", page));
    }

    @GetMapping("/{plan:[0-9]+}/amendments")
    ModelAndView amendments(@PathVariable long plan) {
        return new ModelAndView(
                "plan/amendments",
                Map.of("plan", catalogue.head(plan), "amendments", amendments.of(plan)));
    }
}
