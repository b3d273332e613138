package org.chengjie.publication.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.publication.AdjustmentState;
import org.chengjie.publication.Adjustments;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.SentName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 调整备案: a province picks rows, says what they are to be and why, and hands it in (spec P5). */
@Controller
@RequestMapping(AdjustmentController.PAGE)
class AdjustmentController {

    static final String PAGE = "/province/adjustments";

    private static final String REMOVE = "remove-";

    private final Adjustments adjustments;

    AdjustmentController(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal Actor officer) {
        return new ModelAndView(
                "publication/adjustments",
                "adjustments",
                new AdjustmentsPage(officer, adjustments.all(officer), adjustments.open(officer)));
    }

    @PostMapping
    ModelAndView create(@AuthenticationPrincipal Actor officer) {
        return to(adjustments.create(officer));
    }

    @GetMapping("/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        return page(officer, id, new LinkedMultiValueMap<>(), Map.of(), "", HttpStatus.OK);
    }

    /**
     * @param deed what its buttons ask for: save, add, remove-ID, submit; whatever it is, what was
     *     typed is kept first
     */
    @PostMapping("/{id}")
    ModelAndView change(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "save") String deed,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = AdjustmentForm.of(fields);
        try {
            var faults =
                    switch (deed) {
                        case "submit" -> adjustments.submit(officer, id, typed);
                        case "add" ->
                                adjustments.pick(
                                        officer,
                                        id,
                                        typed,
                                        AdjustmentForm.text(fields, "school"),
                                        AdjustmentForm.text(fields, "item"));
                        default ->
                                deed.startsWith(REMOVE)
                                        ? adjustments.drop(
                                                officer,
                                                id,
                                                typed,
                                                AdjustmentForm.number(
                                                        deed.substring(REMOVE.length())))
                                        : adjustments.save(officer, id, typed);
                    };
            if (faults.isEmpty()) {
                return to(id);
            }
            var words =
                    deed.equals("submit")
                            ? "还没有报送，有 " + faults.size() + " 处要改正。填好的内容已经保存。"
                            : "有 " + faults.size() + " 处要改正，其余已经保存。";
            return page(officer, id, fields, faults, words, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refusal refused) {
            return page(officer, id, fields, Map.of(), refused.words(), status(refused));
        }
    }

    /** What was typed comes with the scan, and is kept first. */
    @PostMapping("/{id}/scan")
    ModelAndView attach(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Map<String, String> faults;
        try {
            faults = adjustments.save(officer, id, AdjustmentForm.of(fields));
        } catch (Refusal refused) {
            return page(
                    officer, id, fields, Map.of(), refused.words() + "扫描件没有上传。", status(refused));
        }
        try {
            var bytes = file == null ? new byte[0] : file.getBytes();
            adjustments.attach(officer, id, SentName.of(file, "来函扫描件"), bytes);
        } catch (Refusal refused) {
            var both = new LinkedHashMap<>(faults);
            both.put("scan", refused.words());
            return page(officer, id, fields, both, "扫描件没有上传。", status(refused));
        }
        return faults.isEmpty()
                ? to(id)
                : page(
                        officer,
                        id,
                        fields,
                        faults,
                        "扫描件已上传。有 " + faults.size() + " 处要改正，其余已经保存。",
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}/scan")
    ResponseEntity<byte[]> scan(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        return ScanDownload.of(adjustments.scan(officer, id));
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView takeBack(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        try {
            adjustments.takeBack(officer, id);
            return to(id);
        } catch (Refusal refused) {
            return page(
                    officer,
                    id,
                    new LinkedMultiValueMap<>(),
                    Map.of(),
                    refused.words(),
                    status(refused));
        }
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@AuthenticationPrincipal Actor officer, @PathVariable long id) {
        adjustments.discard(officer, id);
        return new ModelAndView("redirect:" + PAGE);
    }

    private static ModelAndView to(long id) {
        return new ModelAndView("redirect:" + PAGE + "/" + id);
    }

    private ModelAndView page(
            Actor officer,
            long id,
            MultiValueMap<String, String> typed,
            Map<String, String> faults,
            String problem,
            HttpStatus status) {
        var adjustment = adjustments.find(officer, id);
        if (adjustment.state() != AdjustmentState.DRAFT || !officer.role().mayChange()) {
            return new ModelAndView(
                    "publication/adjustment-read",
                    Map.of("adjustment", AdjustmentPage.reading(officer, adjustment, problem)),
                    status);
        }
        var page =
                new AdjustmentPage(
                        officer,
                        adjustment,
                        adjustments.schools(officer),
                        List.copyOf(adjustments.items(officer).items()),
                        typed,
                        faults,
                        problem);
        return new ModelAndView("publication/adjustment", Map.of("adjustment", page), status);
    }

    static HttpStatus status(Refusal refused) {
        return switch (refused.kind()) {
            case NOT_FOUND -> throw refused;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
        };
    }
}
