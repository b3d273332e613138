package org.chengjie.review.web;

import java.util.Map;
import org.chengjie.filing.Uptakes;
import org.chengjie.review.Settings;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 本省设置: what the province switches on for itself (spec R6). */
@Controller
@RequestMapping("/province/setting")
class SettingController {

    private final Settings settings;
    private final Uptakes uptakes;

    SettingController(Settings settings, Uptakes uptakes) {
        this.settings = settings;
        this.uptakes = uptakes;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "false") boolean saved) {
        return new ModelAndView(
                "review/setting",
                Map.of(
                        "officer",
                        officer,
                        "cityReview",
                        settings.cityReview(officer.unitId()),
                        "uptake",
                        uptakes.shown(officer.unitId()),
                        "saved",
                        saved));
    }

    @PostMapping("/city-review")
    String cityReview(@AuthenticationPrincipal Actor officer, @RequestParam boolean on) {
        settings.switchCityReview(officer, on);
        return "redirect:/province/setting?saved=true";
    }

    /** Whether the province's schools see what the others have taken on. */
    @PostMapping("/uptake")
    String uptake(@AuthenticationPrincipal Actor officer, @RequestParam boolean on) {
        uptakes.show(officer, on);
        return "redirect:/province/setting?saved=true";
    }
}
