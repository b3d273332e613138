package org.chengjie.review.web;

import java.util.Map;
import org.chengjie.plan.Plans;
import org.chengjie.review.Items;
import org.chengjie.review.Quotas;
import org.chengjie.review.Rows;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 按任务审核: all items, and the quotas a province sets for them (spec R4). */
@Controller
@RequestMapping("/province/items")
class ItemsController {

    private final Items items;
    private final Quotas quotas;
    private final Rows rows;
    private final Plans plans;

    ItemsController(Items items, Quotas quotas, Rows rows, Plans plans) {
        this.items = items;
        this.quotas = quotas;
        this.rows = rows;
        this.plans = plans;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "false") boolean saved) {
        return page(officer, QuotaForm.NONE, "", saved, HttpStatus.OK);
    }

    @PostMapping("/quotas")
    ModelAndView set(
            @AuthenticationPrincipal Actor officer, @RequestParam Map<String, String> fields) {
        var form = QuotaForm.of(fields, plans.current());
        if (!form.faults().isEmpty()) {
            return page(
                    officer,
                    form,
                    "配额还没有保存，有 " + form.faults().size() + " 处要改正。",
                    false,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            quotas.set(officer, form.wanted());
            return new ModelAndView("redirect:/province/items?saved=true");
        } catch (Refusal refused) {
            var status =
                    refused.kind() == Refusal.Kind.CONFLICT
                            ? HttpStatus.CONFLICT
                            : HttpStatus.FORBIDDEN;
            return page(officer, form, refused.words(), false, status);
        }
    }

    private ModelAndView page(
            Actor officer, QuotaForm form, String problem, boolean saved, HttpStatusCode status) {
        rows.keepMarksFresh(officer.reach(), officer.arrived());
        var page =
                new ItemsPage(
                        officer,
                        plans.current(),
                        items.all(officer.reach()),
                        form.typed(),
                        form.faults(),
                        problem,
                        saved);
        var model = new ModelAndView("review/items", Map.of("items", page));
        model.setStatus(status);
        return model;
    }
}
