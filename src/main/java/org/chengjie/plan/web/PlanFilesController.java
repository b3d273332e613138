package org.chengjie.plan.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chengjie.plan.Catalogue;
import org.chengjie.plan.PlanImports;
import org.chengjie.plan.PlanWorkbook;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.Download;
import org.chengjie.workbook.SentName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A plan as a file: the template, the export, and the import, looked at before it is confirmed. */
@Controller
@RequestMapping(PlansController.PAGE)
class PlanFilesController {

    private static final String IMPORT = PlansController.PAGE + "/import";

    /** What was typed beside a file that was refused. */
    record Typed(String code, String title, String problem) {}

    private final Catalogue catalogue;
    private final PlanImports imports;

    PlanFilesController(Catalogue catalogue, PlanImports imports) {
        this.catalogue = catalogue;
        this.imports = imports;
    }

    @GetMapping("/template")
    ResponseEntity<byte[]> template() throws IOException {
        var bytes = new ByteArrayOutputStream();
        PlanWorkbook.write(bytes, "任务目录", List.of(), List.of());
        return Download.of("任务目录模板.xlsx", bytes.toByteArray());
    }

    @GetMapping("/{plan:[0-9]+}/workbook")
    ResponseEntity<byte[]> workbook(@PathVariable long plan) throws IOException {
        var head = catalogue.head(plan);
        var bytes = new ByteArrayOutputStream();
        PlanWorkbook.write(bytes, head.title(), catalogue.rows(plan), catalogue.text(plan));
        return Download.of("任务目录 " + head.title() + ".xlsx", bytes.toByteArray());
    }

    @GetMapping("/import")
    ModelAndView show(@AuthenticationPrincipal Actor clerk) {
        return send(clerk, new Typed("", "", ""), HttpStatus.OK);
    }

    @PostMapping("/import")
    ModelAndView stage(
            @AuthenticationPrincipal Actor clerk,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            var bytes = file == null ? new byte[0] : file.getBytes();
            var name = SentName.of(file, "任务目录.xlsx");
            return to(imports.stage(clerk, code, title, name, bytes));
        } catch (Refusal refused) {
            return send(clerk, new Typed(code, title, refused.words()), Edits.status(refused));
        }
    }

    @GetMapping("/import/{id:[0-9]+}")
    ModelAndView preview(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return preview(clerk, id, "", HttpStatus.OK);
    }

    @GetMapping("/import/{id:[0-9]+}/faults")
    ResponseEntity<byte[]> faults(@PathVariable long id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        imports.writeFaults(id, bytes);
        return Download.of(
                SentName.marked(imports.preview(id).staged().fileName()), bytes.toByteArray());
    }

    @PostMapping("/import/{id:[0-9]+}/confirmation")
    ModelAndView confirm(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        try {
            return new ModelAndView(
                    "redirect:" + PlansController.PAGE + "/" + imports.take(clerk, id));
        } catch (Refusal refused) {
            return preview(clerk, id, refused.words(), Edits.status(refused));
        }
    }

    @PostMapping("/import/{id:[0-9]+}/discard")
    ModelAndView discard(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        try {
            imports.discard(clerk, id);
            return new ModelAndView("redirect:" + IMPORT);
        } catch (Refusal refused) {
            return preview(clerk, id, refused.words(), Edits.status(refused));
        }
    }

    private static ModelAndView to(long id) {
        return new ModelAndView("redirect:" + IMPORT + "/" + id);
    }

    private ModelAndView send(Actor clerk, Typed typed, HttpStatus status) {
        var current = catalogue.heads().getFirst();
        return new ModelAndView(
                "plan/import",
                Map.of(
                        "staged", imports.staged(),
                        "example", current,
                        "code", typed.code(),
                        "title", typed.title(),
                        "problem", typed.problem(),
                        "mayChange", Edits.mayChange(clerk)),
                status);
    }

    private ModelAndView preview(Actor clerk, long id, String problem, HttpStatus status) {
        var preview = imports.preview(id);
        var plan = preview.staged().planId();
        if (preview.staged().taken() && plan != null && problem.isEmpty()) {
            return new ModelAndView("redirect:" + PlansController.PAGE + "/" + plan);
        }
        return new ModelAndView(
                "plan/preview",
                Map.of(
                        "preview", preview,
                        "problem", problem,
                        "mayChange", Edits.mayChange(clerk)),
                status);
    }
}
