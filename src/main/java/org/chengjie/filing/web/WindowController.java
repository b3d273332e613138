package org.chengjie.filing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.filing.FilingWindow;
import org.chengjie.filing.FilingWindows;
import org.chengjie.plan.Item;
import org.chengjie.plan.Plan;
import org.chengjie.plan.Plans;
import org.chengjie.plan.Undertaker;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 本省申报要求: the province sets its days, its note, and which items its schools are offered (spec W1,
 * C3).
 */
@Controller
@RequestMapping("/province/window")
class WindowController {

    private static final int LONGEST_NOTE = 1000;

    private final FilingWindows windows;
    private final Plans plans;

    WindowController(FilingWindows windows, Plans plans) {
        this.windows = windows;
        this.plans = plans;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "false") boolean saved) {
        return stored(officer, "", saved, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView publish(@AuthenticationPrincipal Actor officer, WindowPage.Typed typed) {
        var plan = plans.current();
        var faults = new LinkedHashMap<String, String>();
        var opens = day(typed.opens(), "opens", faults);
        var closes = day(typed.closes(), "closes", faults);
        var revisionCloses = day(typed.revisionCloses(), "revisionCloses", faults);
        if (opens != null && closes != null && closes.isBefore(opens)) {
            faults.put("closes", "结束日期不能早于开始日期 " + opens + "。");
        }
        if (closes != null && revisionCloses != null && revisionCloses.isBefore(closes)) {
            faults.put("revisionCloses", "修改截止日期不能早于结束日期 " + closes + "。");
        }
        if (typed.note().length() > LONGEST_NOTE) {
            faults.put("note", "说明最多 " + LONGEST_NOTE + " 字，现在是 " + typed.note().length() + " 字。");
        }
        if (!faults.isEmpty() || opens == null || closes == null || revisionCloses == null) {
            return page(officer, plan, typed, faults, "", false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            windows.publish(
                    officer,
                    plan.id(),
                    new FilingWindow(
                            opens, closes, revisionCloses, typed.note().strip(), typed.version()));
            return new ModelAndView("redirect:/province/window?saved=true");
        } catch (Refusal refused) {
            return page(officer, plan, typed, faults, refused.words(), false, status(refused));
        }
    }

    /** Which items the province's schools are offered; those not ticked are withheld from them. */
    @PostMapping("/items")
    ModelAndView offer(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable Set<String> offered) {
        var plan = plans.current();
        var kept = offered == null ? Set.<String>of() : offered;
        try {
            windows.withhold(
                    officer,
                    plan,
                    schoolItems(plan).stream().filter(item -> !kept.contains(item.no())).toList());
            return new ModelAndView("redirect:/province/window?saved=true");
        } catch (Refusal refused) {
            return stored(officer, refused.words(), false, status(refused));
        }
    }

    private ModelAndView stored(Actor officer, String problem, boolean saved, HttpStatus status) {
        var plan = plans.current();
        var window = windows.find(plan.id(), officer.unitId()).orElse(null);
        var typed =
                window == null
                        ? new WindowPage.Typed("", "", "", "", 0)
                        : new WindowPage.Typed(
                                window.opens().toString(),
                                window.closes().toString(),
                                window.revisionCloses().toString(),
                                window.note(),
                                window.version());
        return page(officer, plan, typed, Map.of(), problem, saved, status);
    }

    private ModelAndView page(
            Actor officer,
            Plan plan,
            WindowPage.Typed typed,
            Map<String, String> faults,
            String problem,
            boolean saved,
            HttpStatus status) {
        var page =
                new WindowPage(
                        officer,
                        plan,
                        windows.withheld(officer.unitId()),
                        typed,
                        faults,
                        problem,
                        saved);
        return new ModelAndView("filing/window-edit", Map.of("window", page), status);
    }

    private static HttpStatus status(Refusal refused) {
        return refused.kind() == Refusal.Kind.NOT_ALLOWED
                ? HttpStatus.FORBIDDEN
                : HttpStatus.CONFLICT;
    }

    private static List<Item> schoolItems(Plan plan) {
        return plan.items().stream()
                .filter(item -> item.undertakenBy() == Undertaker.SCHOOL)
                .toList();
    }

    private static @Nullable LocalDate day(String text, String field, Map<String, String> faults) {
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() < 2000 || day.getYear() > 2100) {
                faults.put(field, "年份应在 2000 到 2100 之间，现在是 " + day.getYear() + "。");
                return null;
            }
            return day;
        } catch (DateTimeParseException notADay) {
            faults.put(field, text.isBlank() ? "还没有填日期。" : "应为年-月-日，例如 2020-11-30。");
            return null;
        }
    }
}
