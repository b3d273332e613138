package org.chengjie.report.web;

import java.util.List;
import java.util.Map;
import org.chengjie.filing.Funds;
import org.chengjie.report.ProvinceLine;
import org.chengjie.report.Provinces;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 全国概览: how far the provinces have come, and what their schools have submitted (spec P4). */
@Controller
@Order(30)
class OverviewController implements MenuSection {

    private static final String PAGE = "/ministry/overview";

    private final Provinces provinces;

    OverviewController(Provinces provinces) {
        this.provinces = provinces;
    }

    @GetMapping(PAGE)
    ModelAndView show() {
        var lines = provinces.all();
        return new ModelAndView("report/overview", Map.of("provinces", lines, "funds", sum(lines)));
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() == Tier.MINISTRY
                ? List.of(new MenuEntry(PAGE, "grid", "全国概览"))
                : List.of();
    }

    private static Funds sum(List<ProvinceLine> lines) {
        return lines.stream().map(ProvinceLine::funds).reduce(Funds.NONE, Funds::plus);
    }
}
