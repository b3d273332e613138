package org.chengjie.review.web;

import java.util.Arrays;
import java.util.Map;
import org.chengjie.filing.Decisions;
import org.chengjie.filing.FilingWindows;
import org.chengjie.filing.Verdict;
import org.chengjie.plan.Plans;
import org.chengjie.review.Items;
import org.chengjie.review.Looks;
import org.chengjie.review.Phrases;
import org.chengjie.review.Place;
import org.chengjie.review.RowFilter;
import org.chengjie.review.RowOrder;
import org.chengjie.review.Rows;
import org.chengjie.review.Schools;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 按任务审核: the rows in view, of one item or of all (spec R4). */
@Controller
class RowsController {

    private final Rows rows;
    private final Items items;
    private final Schools schools;
    private final Looks looks;
    private final Plans plans;
    private final FilingWindows windows;
    private final Decisions decisions;
    private final Phrases phrases;

    RowsController(
            Rows rows,
            Items items,
            Schools schools,
            Looks looks,
            Plans plans,
            FilingWindows windows,
            Decisions decisions,
            Phrases phrases) {
        this.rows = rows;
        this.items = items;
        this.schools = schools;
        this.looks = looks;
        this.plans = plans;
        this.windows = windows;
        this.decisions = decisions;
        this.phrases = phrases;
    }

    @GetMapping("/province/rows")
    ModelAndView list(
            @AuthenticationPrincipal Actor officer,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long done) {
        var reach = officer.reach();
        rows.keepMarksFresh(reach, officer.arrived());
        var filter = RowFilter.of(fields);
        var order = order(fields);
        var since = looks.since(officer).orElse(null);
        var plan = plans.current();
        var item =
                plan.items().stream()
                        .filter(each -> each.no().equals(filter.item()))
                        .findFirst()
                        .orElse(null);
        var page =
                new RowsPage(
                        officer,
                        filter,
                        order,
                        rows.slice(reach, filter, order, Place.of(fields)),
                        rows.totals(reach, filter, since),
                        plan,
                        item,
                        item == null ? null : items.find(reach, item.id()),
                        Verdict.ofProvince(windows.find(plan.id(), officer.unitId()).orElse(null)),
                        schools.cities(reach),
                        since,
                        phrases.of(officer),
                        LastDecision.of(
                                decisions.last(officer).orElse(null),
                                done,
                                officer.arrived(),
                                RowsPage.here(filter, order)),
                        Bounds.mistyped(fields, filter.least(), filter.most()));
        return new ModelAndView("review/rows", Map.of("list", page));
    }

    private static RowOrder order(Map<String, String> fields) {
        return Arrays.stream(RowOrder.values())
                .filter(order -> order.name().equals(fields.get("sort")))
                .findFirst()
                .orElse(RowOrder.SCHOOL);
    }
}
