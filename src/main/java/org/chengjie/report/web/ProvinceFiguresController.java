package org.chengjie.report.web;

import java.util.Map;
import org.chengjie.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 分省情况: from the provinces down to the school, each as a page and as a workbook (spec P4). */
@Controller
class ProvinceFiguresController {

    private final Drill drill;

    ProvinceFiguresController(Drill drill) {
        this.drill = drill;
    }

    @GetMapping(Ways.PROVINCES)
    ModelAndView provinces(@AuthenticationPrincipal Actor clerk) {
        return page(drill.provinces(clerk));
    }

    @GetMapping(Ways.PROVINCES + "/workbook")
    ResponseEntity<byte[]> provincesBook(@AuthenticationPrincipal Actor clerk) {
        return FigureWorkbook.of(drill.provinces(clerk), clerk);
    }

    @GetMapping(Ways.PROVINCES + "/{code}")
    ModelAndView province(@AuthenticationPrincipal Actor clerk, @PathVariable String code) {
        return page(drill.province(clerk, code));
    }

    @GetMapping(Ways.PROVINCES + "/{code}/workbook")
    ResponseEntity<byte[]> provinceBook(
            @AuthenticationPrincipal Actor clerk, @PathVariable String code) {
        return FigureWorkbook.of(drill.province(clerk, code), clerk);
    }

    @GetMapping(Ways.PROVINCES + "/{code}/own")
    ModelAndView own(@AuthenticationPrincipal Actor clerk, @PathVariable String code) {
        return page(drill.own(clerk, code));
    }

    @GetMapping(Ways.PROVINCES + "/{code}/own/workbook")
    ResponseEntity<byte[]> ownBook(
            @AuthenticationPrincipal Actor clerk, @PathVariable String code) {
        return FigureWorkbook.of(drill.own(clerk, code), clerk);
    }

    @GetMapping(Ways.PROVINCES + "/{code}/schools")
    ModelAndView schools(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String code,
            @RequestParam(defaultValue = "ALL") Selection which,
            @RequestParam(defaultValue = "1") int part) {
        return page(drill.schools(clerk, code, which, part));
    }

    @GetMapping(Ways.PROVINCES + "/{code}/schools/workbook")
    ResponseEntity<byte[]> schoolsBook(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String code,
            @RequestParam(defaultValue = "ALL") Selection which) {
        return FigureWorkbook.of(drill.schools(clerk, code, which, 1), clerk);
    }

    @GetMapping(Ways.PROVINCES + "/{code}/cities/{city}")
    ModelAndView city(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String code,
            @PathVariable String city,
            @RequestParam(defaultValue = "ALL") Selection which,
            @RequestParam(defaultValue = "1") int part) {
        return page(drill.city(clerk, code, city, which, part));
    }

    @GetMapping(Ways.PROVINCES + "/{code}/cities/{city}/workbook")
    ResponseEntity<byte[]> cityBook(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String code,
            @PathVariable String city,
            @RequestParam(defaultValue = "ALL") Selection which) {
        return FigureWorkbook.of(drill.city(clerk, code, city, which, 1), clerk);
    }

    @GetMapping(Ways.SCHOOLS + "/{code}")
    ModelAndView school(@AuthenticationPrincipal Actor clerk, @PathVariable String code) {
        return new ModelAndView("report/rows", Map.of("list", drill.school(clerk, code)));
    }

    @GetMapping(Ways.SCHOOLS + "/{code}/workbook")
    ResponseEntity<byte[]> schoolBook(
            @AuthenticationPrincipal Actor clerk, @PathVariable String code) {
        return FigureWorkbook.of(drill.school(clerk, code), clerk);
    }

    private static ModelAndView page(FiguresPage figures) {
        return new ModelAndView("report/figures", Map.of("figures", figures));
    }
}
