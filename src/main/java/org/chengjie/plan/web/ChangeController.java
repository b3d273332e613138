package org.chengjie.plan.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chengjie.plan.Amended;
import org.chengjie.plan.Catalogue;
import org.chengjie.plan.Edit;
import org.chengjie.plan.Filed;
import org.chengjie.plan.PlanChanges;
import org.chengjie.plan.PlanField;
import org.chengjie.plan.PlanRow;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 修订: an area, a task or an item of a plan is changed, added or taken out (spec C1-C3). */
@Controller
@RequestMapping(PlansController.PAGE + "/{plan:[0-9]+}")
class ChangeController {

    private static final List<PlanField> OF_NEW_ITEM =
            PlanField.OF_ITEM.stream().filter(field -> field != PlanField.PLACE).toList();
    private static final List<PlanField> OF_NEW_TASK =
            List.of(
                    PlanField.AREA_NO,
                    PlanField.AREA,
                    PlanField.TASK_NO,
                    PlanField.TASK,
                    PlanField.DEPARTMENTS,
                    PlanField.CLAUSES,
                    PlanField.TAKES_QUANTITY,
                    PlanField.UNIT,
                    PlanField.NATIONAL_TARGET,
                    PlanField.TARGET_NOTE,
                    PlanField.UNDERTAKER);

    /** What a form is about. */
    private record Matter(
            String heading,
            String address,
            List<PlanField> fields,
            Map<PlanField, String> stored,
            Filed filed,
            boolean removable) {}

    private final Catalogue catalogue;
    private final PlanChanges changes;

    ChangeController(Catalogue catalogue, PlanChanges changes) {
        this.catalogue = catalogue;
        this.changes = changes;
    }

    @GetMapping("/items/{item:[0-9]+}")
    ModelAndView item(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long item) {
        return fresh(clerk, plan, item(plan, item));
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
                item(plan, item),
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
                item(plan, item),
                fields,
                true,
                edit -> changes.retire(clerk, plan, item, edit));
    }

    @GetMapping("/tasks/{task:[0-9]{1,6}}")
    ModelAndView task(
            @AuthenticationPrincipal Actor clerk, @PathVariable long plan, @PathVariable int task) {
        return fresh(clerk, plan, task(plan, task));
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
                task(plan, task),
                fields,
                false,
                edit -> changes.changeTask(clerk, plan, task, edit));
    }

    @GetMapping("/areas/{area:[0-9]{1,6}}")
    ModelAndView area(
            @AuthenticationPrincipal Actor clerk, @PathVariable long plan, @PathVariable int area) {
        return fresh(clerk, plan, area(plan, area));
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
                area(plan, area),
                fields,
                false,
                edit -> changes.changeArea(clerk, plan, area, edit));
    }

    @GetMapping("/tasks/{task:[0-9]{1,6}}/items")
    ModelAndView newItem(
            @AuthenticationPrincipal Actor clerk, @PathVariable long plan, @PathVariable int task) {
        return fresh(clerk, plan, newItem(plan, task));
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
                newItem(plan, task),
                fields,
                false,
                edit -> changes.addItem(clerk, plan, task, edit));
    }

    @GetMapping("/tasks")
    ModelAndView newTask(@AuthenticationPrincipal Actor clerk, @PathVariable long plan) {
        return fresh(clerk, plan, newTask(plan));
    }

    @PostMapping("/tasks")
    ModelAndView addTask(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                clerk,
                plan,
                newTask(plan),
                fields,
                false,
                edit -> changes.addTask(clerk, plan, edit));
    }

    private Matter item(long plan, long item) {
        var rows = catalogue.rows(plan);
        var row = catalogue.row(plan, item);
        var stored = row.texts();
        var siblings = rows.stream().filter(one -> one.taskNo() == row.taskNo()).toList();
        stored.put(PlanField.PLACE, String.valueOf(1 + siblings.indexOf(row)));
        return new Matter(
                "条目 " + row.itemNo() + (row.retired() ? "（已停用）" : ""),
                "/items/" + item,
                PlanField.OF_ITEM,
                stored,
                catalogue.filed(List.of(item)),
                !row.retired());
    }

    private Matter task(long plan, int task) {
        var rows = catalogue.rows(plan);
        var mine = rows.stream().filter(one -> one.taskNo() == task).toList();
        if (mine.isEmpty()) {
            throw Refusal.notFound();
        }
        var row = mine.getFirst();
        var stored = row.texts();
        var before =
                rows.stream()
                        .filter(one -> one.areaNo() == row.areaNo())
                        .map(PlanRow::taskNo)
                        .distinct()
                        .toList();
        stored.put(PlanField.PLACE, String.valueOf(1 + before.indexOf(task)));
        return new Matter(
                "任务 " + task,
                "/tasks/" + task,
                PlanField.OF_TASK,
                stored,
                catalogue.filed(mine.stream().map(PlanRow::id).toList()),
                false);
    }

    private Matter area(long plan, int area) {
        var row =
                catalogue.rows(plan).stream()
                        .filter(one -> one.areaNo() == area)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return new Matter(
                "领域 " + area,
                "/areas/" + area,
                List.of(PlanField.AREA),
                row.texts(),
                Filed.NOTHING,
                false);
    }

    private Matter newItem(long plan, int task) {
        var mine = catalogue.rows(plan).stream().filter(one -> one.taskNo() == task).toList();
        if (mine.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Matter(
                "任务 " + task + " 添加条目",
                "/tasks/" + task + "/items",
                OF_NEW_ITEM,
                Map.of(
                        PlanField.ITEM_NO,
                        task + "." + (mine.size() + 1),
                        PlanField.TAKES_QUANTITY,
                        "是",
                        PlanField.UNDERTAKER,
                        mine.getFirst().texts().getOrDefault(PlanField.UNDERTAKER, "")),
                Filed.NOTHING,
                false);
    }

    private Matter newTask(long plan) {
        int last = catalogue.rows(plan).stream().mapToInt(PlanRow::taskNo).max().orElse(0);
        return new Matter(
                "添加任务",
                "/tasks",
                OF_NEW_TASK,
                Map.of(
                        PlanField.TASK_NO, String.valueOf(last + 1),
                        PlanField.TAKES_QUANTITY, "是",
                        PlanField.UNDERTAKER, "学校和省级"),
                Filed.NOTHING,
                false);
    }

    private ModelAndView done(
            Actor clerk,
            long plan,
            Matter matter,
            MultiValueMap<String, String> fields,
            boolean removing,
            Function<Edit, Amended> change) {
        var edit = Edits.sent(fields);
        try {
            return switch (change.apply(edit)) {
                case Amended.Done made ->
                        new ModelAndView(
                                "redirect:"
                                        + PlansController.PAGE
                                        + "/"
                                        + plan
                                        + "?done="
                                        + made.version());
                case Amended.Faulty(var faults, var reason) ->
                        page(
                                clerk,
                                plan,
                                matter,
                                removing,
                                edit,
                                edit.version(),
                                faults,
                                reason,
                                null,
                                "",
                                HttpStatus.UNPROCESSABLE_CONTENT);
                case Amended.Unconfirmed unconfirmed ->
                        page(
                                clerk,
                                plan,
                                matter,
                                removing,
                                edit,
                                edit.version(),
                                Map.of(),
                                "",
                                unconfirmed,
                                "",
                                HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (Refusal refused) {
            var status = Edits.status(refused);
            // Told now, so the next attempt is made from what is there now.
            return page(
                    clerk,
                    plan,
                    matter,
                    removing,
                    edit,
                    catalogue.head(plan).version(),
                    Map.of(),
                    "",
                    null,
                    refused.words(),
                    status);
        }
    }

    private ModelAndView fresh(Actor clerk, long plan, Matter matter) {
        var edit = new Edit(0, Map.of(), "", null);
        return page(
                clerk,
                plan,
                matter,
                false,
                edit,
                catalogue.head(plan).version(),
                Map.of(),
                "",
                null,
                "",
                HttpStatus.OK);
    }

    private ModelAndView page(
            Actor clerk,
            long planId,
            Matter matter,
            boolean removing,
            Edit edit,
            long version,
            Map<PlanField, String> faults,
            String reasonFault,
            Amended.@Nullable Unconfirmed unconfirmed,
            String problem,
            HttpStatus status) {
        var plan = catalogue.head(planId);
        var values = new EnumMap<PlanField, String>(PlanField.class);
        values.putAll(matter.stored());
        values.putAll(edit.typed());
        var address = PlansController.PAGE + "/" + planId + matter.address();
        var page =
                new EditPage(
                        plan,
                        matter.heading(),
                        address,
                        Edits.fields(matter.fields(), values, faults, catalogue.rows(planId)),
                        matter.filed().nothing() ? "" : "已有填报：" + matter.filed().words() + "。",
                        version,
                        edit.reason(),
                        reasonFault,
                        unconfirmed,
                        problem,
                        matter.removable() ? address + "/retirement" : "",
                        removing,
                        Edits.mayChange(clerk) && !plan.closed());
        return new ModelAndView("plan/edit", Map.of("edit", page), status);
    }
}
