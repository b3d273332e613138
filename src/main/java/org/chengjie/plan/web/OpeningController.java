package org.chengjie.plan.web;

import java.util.Map;
import org.chengjie.plan.PlanOpening;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 开始前检查: what it means to make a draft the current plan, and the step itself (spec C1). */
@Controller
@RequestMapping(PlansController.PAGE + "/{plan:[0-9]+}")
class OpeningController {

    private final PlanOpening opening;

    OpeningController(PlanOpening opening) {
        this.opening = opening;
    }

    @GetMapping("/opening")
    ModelAndView show(@AuthenticationPrincipal Actor clerk, @PathVariable long plan) {
        return page(clerk, plan, "", "", HttpStatus.OK);
    }

    @PostMapping("/opening")
    ModelAndView open(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String confirmed,
            @RequestParam(defaultValue = "") String reason) {
        try {
            opening.open(clerk, plan, seen, confirmed.equals("yes"), reason);
            return new ModelAndView("redirect:" + PlansController.PAGE + "/" + plan);
        } catch (Refusal refused) {
            return page(clerk, plan, reason, refused.words(), Edits.status(refused));
        }
    }

    @PostMapping("/discard")
    ModelAndView discard(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String confirmed) {
        try {
            opening.discard(clerk, plan, confirmed.equals("yes"));
            return new ModelAndView("redirect:" + PlansController.PAGE);
        } catch (Refusal refused) {
            return page(clerk, plan, "", refused.words(), Edits.status(refused));
        }
    }

    private ModelAndView page(
            Actor clerk, long plan, String reason, String problem, HttpStatus status) {
        return new ModelAndView(
                "plan/opening",
                Map.of(
                        "outlook",
                        opening.outlook(plan),
                        "reason",
                        reason,
                        "problem",
                        problem,
                        "mayChange",
                        Edits.mayChange(clerk)),
                status);
    }
}
