package org.chengjie.review.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.chengjie.organisation.Imports;
import org.chengjie.review.RegisterImport;
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

/** 导入名册: send a file, look at what it would do, confirm (spec P1). */
@Controller
@RequestMapping("/province/register/import")
class RegisterImportController {

    private final Imports imports;
    private final RegisterImport work;

    RegisterImportController(Imports imports, RegisterImport work) {
        this.imports = imports;
        this.work = work;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor officer) {
        return send(officer, "", false, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView stage(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean closeAbsent)
            throws IOException {
        try {
            var bytes = file == null ? new byte[0] : file.getBytes();
            return to(imports.stage(officer, SentName.of(file, "名册.xlsx"), bytes, closeAbsent));
        } catch (Refusal refused) {
            return send(officer, refused.words(), closeAbsent, status(refused));
        }
    }

    @GetMapping("/{id}")
    ModelAndView preview(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        return preview(officer, id, "", HttpStatus.OK);
    }

    @GetMapping("/{id}/faults")
    ResponseEntity<byte[]> faults(@AuthenticationPrincipal Actor officer, @PathVariable long id)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        var name = imports.find(officer, id).fileName();
        imports.writeFaults(officer, id, bytes);
        return Download.of(SentName.marked(name), bytes.toByteArray());
    }

    @PostMapping("/{id}/confirmation")
    ModelAndView confirm(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen) {
        try {
            return new ModelAndView("redirect:/jobs/" + work.ask(officer, id, seen));
        } catch (Refusal refused) {
            return preview(officer, id, refused.words(), status(refused));
        }
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        imports.discard(officer, id);
        return new ModelAndView("redirect:/province/register/import");
    }

    private static ModelAndView to(long id) {
        return new ModelAndView("redirect:/province/register/import/" + id);
    }

    private ModelAndView send(
            Actor officer, String problem, boolean closeAbsent, HttpStatus status) {
        return new ModelAndView(
                "review/register-import",
                Map.of(
                        "officer", officer,
                        "staged", imports.staged(officer),
                        "problem", problem,
                        "closeAbsent", closeAbsent),
                status);
    }

    private ModelAndView preview(Actor officer, long id, String problem, HttpStatus status) {
        return new ModelAndView(
                "review/register-preview",
                Map.of(
                        "officer", officer,
                        "preview", imports.preview(officer, id),
                        "problem", problem),
                status);
    }

    private static HttpStatus status(Refusal refused) {
        return switch (refused.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> throw refused;
        };
    }
}
