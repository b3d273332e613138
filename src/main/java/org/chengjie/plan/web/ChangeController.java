package org.chengjie.plan.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.chengjie.plan.Amended;
import org.chengjie.plan.Catalogue;
import org.chengjie.plan.Edit;
import org.chengjie.plan.PlanChanges;
import org.chengjie.plan.PlanField;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 修订: a plan's name, an area, a task or an item is changed, added or taken out (spec C1-C3). */
@Controller
@RequestMapping(PlansController.PAGE + "/{plan:[0-9]+}")
class ChangeController {

    private final Catalogue catalogue;
    private final Matters matters;
    private final PlanChanges changes;

    ChangeController(Catalogue catalogue, Matters matters, PlanChanges changes) {
        this.catalogue = catalogue;
        this.matters = matters;
        this.changes = changes;
    }

    @GetMapping("/name")
    ModelAndView name(@AuthenticationPrincipal Actor clerk, @PathVariable long plan) {
        return fresh(clerk, plan, matters.plan(plan));
    }

    @PostMapping("/name")
    ModelAndView rename(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.plan(plan),
                fields,
                false,
                edit -> changes.rename(clerk, plan, edit));
    }

    @GetMapping("/items/{item:[0-9]+}")
    ModelAndView item(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long item) {
        return fresh(clerk, plan, matters.item(plan, item));
    }

    @PostMapping("/items/{item:[0-9]+}")
    ModelAndView changeItem(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long item,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.item(plan, item),
                fields,
                false,
                edit -> changes.changeItem(clerk, plan, item, edit));
    }

    @PostMapping("/items/{item:[0-9]+}/retirement")
    ModelAndView retire(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long item,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.item(plan, item),
                fields,
                true,
                edit -> changes.retire(clerk, plan, item, edit));
    }

    @GetMapping("/tasks/{task:[0-9]{1,6}}")
    ModelAndView task(
            @AuthenticationPrincipal Actor clerk, @PathVariable long plan, @PathVariable int task) {
        return fresh(clerk, plan, matters.task(plan, task));
    }

    @PostMapping("/tasks/{task:[0-9]{1,6}}")
    ModelAndView changeTask(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable int task,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.task(plan, task),
                fields,
                false,
                edit -> changes.changeTask(clerk, plan, task, edit));
    }

    @GetMapping("/areas/{area:[0-9]{1,6}}")
    ModelAndView area(
            @AuthenticationPrincipal Actor clerk, @PathVariable long plan, @PathVariable int area) {
        return fresh(clerk, plan, matters.area(plan, area));
    }

    @PostMapping("/areas/{area:[0-9]{1,6}}")
    ModelAndView changeArea(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable int area,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.area(plan, area),
                fields,
                false,
                edit -> changes.changeArea(clerk, plan, area, edit));
    }

    @GetMapping("/tasks/{task:[0-9]{1,6}}/items")
    ModelAndView newItem(
            @AuthenticationPrincipal Actor clerk, @PathVariable long plan, @PathVariable int task) {
        return fresh(clerk, plan, matters.newItem(plan, task));
    }

    @PostMapping("/tasks/{task:[0-9]{1,6}}/items")
    ModelAndView addItem(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable int task,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.newItem(plan, task),
                fields,
                false,
                edit -> changes.addItem(clerk, plan, task, edit));
    }

    @GetMapping("/tasks")
    ModelAndView newTask(@AuthenticationPrincipal Actor clerk, @PathVariable long plan) {
        return fresh(clerk, plan, matters.newTask(plan));
    }

    @PostMapping("/tasks")
    ModelAndView addTask(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                matters.newTask(plan),
                fields,
                false,
                edit -> changes.addTask(clerk, plan, edit));
    }

    private ModelAndView done(
            Actor clerk,
            long plan,
            Matter matter,
            MultiValueMap<String, String> fields,
            boolean removing,
            Function<Edit, Amended> change) {
        var edit = Edits.sent(fields);
        var attempt = Attempt.of(edit, removing);
        try {
            return switch (change.apply(edit)) {
                case Amended.Done made ->
                        new ModelAndView(
                                "redirect:%s/%d?done=%d"
                                        .formatted(PlansController.PAGE, plan, made.version()));
                case Amended.Unchanged same ->
                        new ModelAndView(
                                "redirect:%s/%d?done=%d"
                                        .formatted(
                                                PlansController.PAGE,
                                                plan,
                                                CataloguePage.UNCHANGED));
                case Amended.Faulty faulty -> page(clerk, plan, matter, attempt.faulty(faulty));
                case Amended.Unconfirmed asked ->
                        page(clerk, plan, matter, attempt.unconfirmed(asked));
            };
        } catch (Refusal refused) {
            var status = Edits.status(refused);
            // Told now, so the next attempt is made from what is there now.
            return page(
                    clerk,
                    plan,
                    matter,
                    attempt.refused(refused, status, catalogue.head(plan).version()));
        }
    }

    private ModelAndView fresh(Actor clerk, long plan, Matter matter) {
        return page(clerk, plan, matter, Attempt.none(catalogue.head(plan).version()));
    }

    private ModelAndView page(Actor clerk, long planId, Matter matter, Attempt attempt) {
        var plan = catalogue.head(planId);
        var edit = attempt.edit();
        var values = new EnumMap<PlanField, String>(PlanField.class);
        values.putAll(matter.stored());
        values.putAll(edit.typed());
        var address = PlansController.PAGE + "/" + planId + matter.address();
        var page =
                new EditPage(
                        plan,
                        matter.heading(),
                        address,
                        Edits.fields(
                                matter.fields(), values, attempt.faults(), catalogue.rows(planId)),
                        matter.filed().nothing() ? "" : "已有填报：" + matter.filed().words() + "。",
                        attempt.version(),
                        edit.reason(),
                        attempt.reasonFault(),
                        attempt.unconfirmed(),
                        attempt.problem(),
                        matter.removable() ? address + "/retirement" : "",
                        attempt.removing(),
                        Edits.mayChange(clerk) && !plan.closed());
        return new ModelAndView("plan/edit", Map.of("edit", page), attempt.status());
    }
}
