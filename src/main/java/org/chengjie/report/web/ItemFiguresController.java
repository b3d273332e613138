package org.chengjie.report.web;

import java.util.Map;
import org.chengjie.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** An item from the provinces down to the school, each as a page and as a workbook (spec P4). */
@Controller
class ItemFiguresController {

    private final ItemDrill drill;

    ItemFiguresController(ItemDrill drill) {
        this.drill = drill;
    }

    @GetMapping(Ways.ITEMS + "/{no}")
    ModelAndView item(@AuthenticationPrincipal Actor clerk, @PathVariable String no) {
        return page(drill.item(clerk, no));
    }

    @GetMapping(Ways.ITEMS + "/{no}/workbook")
    ResponseEntity<byte[]> itemBook(@AuthenticationPrincipal Actor clerk, @PathVariable String no) {
        return FigureWorkbook.of(drill.item(clerk, no), clerk);
    }

    @GetMapping(Ways.ITEMS + "/{no}/provinces/{code}")
    ModelAndView province(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String no,
            @PathVariable String code) {
        return page(drill.item(clerk, no, code));
    }

    @GetMapping(Ways.ITEMS + "/{no}/provinces/{code}/workbook")
    ResponseEntity<byte[]> provinceBook(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String no,
            @PathVariable String code) {
        return FigureWorkbook.of(drill.item(clerk, no, code), clerk);
    }

    @GetMapping(Ways.ITEMS + "/{no}/provinces/{code}/cities/{city}")
    ModelAndView city(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String no,
            @PathVariable String code,
            @PathVariable String city) {
        return new ModelAndView("report/rows", Map.of("list", drill.item(clerk, no, code, city)));
    }

    @GetMapping(Ways.ITEMS + "/{no}/provinces/{code}/cities/{city}/workbook")
    ResponseEntity<byte[]> cityBook(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable String no,
            @PathVariable String code,
            @PathVariable String city) {
        return FigureWorkbook.of(drill.item(clerk, no, code, city), clerk);
    }

    private static ModelAndView page(FiguresPage figures) {
        return new ModelAndView("report/figures", Map.of("figures", figures));
    }
}
