package org.chengjie.report.web;

import java.util.List;
import java.util.Map;
import org.chengjie.job.Jobs;
import org.chengjie.plan.Plans;
import org.chengjie.report.Activities;
import org.chengjie.report.Activity;
import org.chengjie.report.Country;
import org.chengjie.report.NationalRows;
import org.chengjie.report.ReconcileWork;
import org.chengjie.report.Reconciliations;
import org.chengjie.report.Tally;
import org.chengjie.report.Undertaken;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 全国概览: the country on one page, every number of it a way further down (spec P4). */
@Controller
@Order(30)
class OverviewController implements MenuSection {

    private final Country country;
    private final Activities activities;
    private final Reconciliations reconciliations;
    private final Drill drill;
    private final Plans plans;
    private final Jobs jobs;

    OverviewController(
            Country country,
            Activities activities,
            Reconciliations reconciliations,
            Drill drill,
            Plans plans,
            Jobs jobs) {
        this.country = country;
        this.activities = activities;
        this.reconciliations = reconciliations;
        this.drill = drill;
        this.plans = plans;
        this.jobs = jobs;
    }

    @GetMapping(Ways.OVERVIEW)
    ModelAndView show(
            @AuthenticationPrincipal Actor clerk,
            @RequestParam(defaultValue = "FUNDS") Measure by) {
        var plan = plans.current();
        var reach = clerk.reach();
        var today = ChinaTime.dayOf(clerk.arrived());
        var undertaken = country.undertaken(plan.id(), null, reach);
        var tiles =
                country.provinces(reach).stream()
                        .map(province -> {
                            var sum = undertaken.getOrDefault(province.path(), Undertaken.NONE);
                            return Tile.of(
                                    province,
                                    province.phase(today),
                                    sum.figures(),
                                    sum.tasks(plan),
                                    by);
                        })
                        .toList();
        var page =
                new OverviewPage(
                        by,
                        tiles,
                        items(clerk),
                        country.provinceTallies(reach).values().stream()
                                .reduce(Tally.NONE, Tally::plus),
                        ActivityChart.of(days(clerk), today),
                        reconciliations.last().orElse(null));
        return new ModelAndView("report/overview", Map.of("overview", page));
    }

    @GetMapping(Ways.OVERVIEW + "/workbook")
    ResponseEntity<byte[]> workbook(@AuthenticationPrincipal Actor clerk) {
        return FigureWorkbook.of(items(clerk), drill.provinces(clerk), days(clerk), clerk);
    }

    @PostMapping(Ways.OVERVIEW + "/reconcile")
    ModelAndView reconcile(@AuthenticationPrincipal Actor clerk) {
        return asked(clerk, ReconcileWork.KIND, "重新核对合计");
    }

    @PostMapping(Ways.OVERVIEW + "/export")
    ModelAndView export(@AuthenticationPrincipal Actor clerk) {
        return asked(clerk, NationalRows.KIND, "导出全部明细");
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() == Tier.MINISTRY
                ? List.of(
                        new MenuEntry(Ways.OVERVIEW, "grid", "全国概览"),
                        new MenuEntry(Ways.PROVINCES, "chart", "分省情况"))
                : List.of();
    }

    private List<Activity> days(Actor clerk) {
        var today = ChinaTime.dayOf(clerk.arrived());
        return activities.since(today.minusDays(ActivityChart.MOST_DAYS - 1), clerk.reach());
    }

    private List<ItemLine> items(Actor clerk) {
        return drill.itemLines(plans.current(), country.items(clerk.path(), clerk.reach()), null);
    }

    private ModelAndView asked(Actor clerk, String kind, String title) {
        return new ModelAndView(
                "redirect:/jobs/" + jobs.ask(clerk, kind, title, Ways.OVERVIEW, Map.of()));
    }
}
