package org.chengjie.filing.web;

import java.util.HashMap;
import org.chengjie.plan.Clauses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** 方案条款 of a task: beside the table it was asked for at, or as a page of its own (spec C4). */
@Controller
class ClauseController {

    private final Clauses clauses;

    ClauseController(Clauses clauses) {
        this.clauses = clauses;
    }

    @GetMapping("/school/clauses/{task}")
    ModelAndView forSchool(
            @PathVariable int task,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String beside) {
        return show(task, beside, "/school/undertakings", "回到承接任务");
    }

    @GetMapping("/province/clauses/{task}")
    ModelAndView forProvince(
            @PathVariable int task,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String beside) {
        return show(task, beside, "/province/items", "回到按任务审核");
    }

    private ModelAndView show(int task, @Nullable String beside, String back, String backWords) {
        var model = new HashMap<String, Object>();
        model.put("found", clauses.of(task));
        model.put("back", back);
        model.put("backWords", backWords);
        return new ModelAndView(beside == null ? "filing/clauses" : "filing/clause", model);
    }
}
