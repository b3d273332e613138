package org.chengjie.filing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Upload;
import org.chengjie.filing.Uploads;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.Download;
import org.chengjie.workbook.SentName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 上传填报表: send the file, look at every difference, choose, save (spec F5, F7, R3). */
@Controller
@RequestMapping("/school/filing/upload")
class UploadController {

    private static final String PAGE = "/school/filing/upload";

    private final Uploads uploads;
    private final Filings filings;

    UploadController(Uploads uploads, Filings filings) {
        this.uploads = uploads;
        this.filings = filings;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor school) {
        return send(school, "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView stage(
            @AuthenticationPrincipal Actor school,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            var bytes = file == null ? new byte[0] : file.getBytes();
            return to(uploads.stage(school, SentName.of(file, "填报表.xlsx"), bytes));
        } catch (Refusal refused) {
            return send(school, refused.words(), status(refused));
        }
    }

    @GetMapping("/{id}")
    ModelAndView preview(@AuthenticationPrincipal Actor school, @PathVariable long id) {
        return preview(school, id, Choices.NONE, "", HttpStatus.OK);
    }

    @GetMapping("/{id}/faults")
    ResponseEntity<byte[]> faults(@AuthenticationPrincipal Actor school, @PathVariable long id)
            throws IOException {
        var upload = unsaved(school, id);
        var bytes = new ByteArrayOutputStream();
        uploads.writeFaults(school, upload, bytes);
        return Download.of(SentName.marked(upload.fileName()), bytes.toByteArray());
    }

    @PostMapping("/{id}/saving")
    ModelAndView save(
            @AuthenticationPrincipal Actor school,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> fields) {
        var choices = Choices.of(fields);
        try {
            uploads.save(school, id, seen, choices.mine(), choices.theirs());
            return to(id);
        } catch (Refusal refused) {
            return preview(school, id, choices, refused.words(), status(refused));
        }
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@AuthenticationPrincipal Actor school, @PathVariable long id) {
        uploads.discard(school, id);
        return new ModelAndView("redirect:" + PAGE);
    }

    private static ModelAndView to(long id) {
        return new ModelAndView("redirect:" + PAGE + "/" + id);
    }

    private ModelAndView send(Actor school, String problem, HttpStatus status) {
        var form = filings.form(school);
        var filing = form.filing();
        var intent = filing != null && filing.submitted() ? Intent.MEND : Intent.FILE;
        return new ModelAndView(
                "filing/upload",
                Map.of(
                        "school",
                        school,
                        "verdict",
                        form.verdict(intent, school.arrived()),
                        "waiting",
                        uploads.waiting(school),
                        "problem",
                        problem),
                status);
    }

    private ModelAndView preview(
            Actor school, long id, Choices choices, String problem, HttpStatus status) {
        var upload = uploads.find(school, id);
        if (upload.savedAt() != null) {
            return new ModelAndView(
                    "filing/upload-saved",
                    Map.of("upload", upload, "mending", filings.returned(school) > 0));
        }
        var page = new UploadPage(uploads.preview(school, upload), school, choices, problem);
        return new ModelAndView("filing/upload-preview", Map.of("upload", page), status);
    }

    private Upload unsaved(Actor school, long id) {
        var upload = uploads.find(school, id);
        if (upload.savedAt() != null) {
            throw Refusal.notFound();
        }
        return upload;
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
