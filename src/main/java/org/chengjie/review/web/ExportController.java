package org.chengjie.review.web;

import org.chengjie.job.Jobs;
import org.chengjie.review.RowFilter;
import org.chengjie.review.RowOrder;
import org.chengjie.review.RowsExport;
import org.chengjie.review.SchoolFilter;
import org.chengjie.review.SchoolOrder;
import org.chengjie.review.SchoolsExport;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 导出: everything in view of a list as a workbook, made in the background (spec X5). */
@Controller
class ExportController {

    private final Jobs jobs;

    ExportController(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/province/rows/export")
    ModelAndView rows(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "SCHOOL") RowOrder order) {
        var query = RowFilter.parse(filter).query();
        return asked(
                jobs.ask(
                        officer,
                        RowsExport.KIND,
                        "导出审核明细",
                        Links.to("/province/rows", query),
                        new RowsExport.Asked(query, order)));
    }

    @PostMapping("/province/schools/export")
    ModelAndView schools(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "STANDING") SchoolOrder order) {
        var query = SchoolFilter.parse(filter).query();
        return asked(
                jobs.ask(
                        officer,
                        SchoolsExport.KIND,
                        "导出院校审核情况",
                        Links.to("/province/schools", query),
                        new SchoolsExport.Asked(query, order)));
    }

    private static ModelAndView asked(long job) {
        return new ModelAndView("redirect:/jobs/" + job);
    }
}
