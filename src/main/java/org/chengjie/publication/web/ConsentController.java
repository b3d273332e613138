package org.chengjie.publication.web;

import java.util.Map;
import org.chengjie.publication.Adjustments;
import org.chengjie.publication.Consents;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 调整备案 as the ministry reads it, consents to it or refuses it (spec P5). */
@Controller
@RequestMapping(ConsentController.PAGE)
class ConsentController {

    static final String PAGE = "/ministry/adjustments";

    private final Adjustments adjustments;
    private final Consents consents;

    ConsentController(Adjustments adjustments, Consents consents) {
        this.adjustments = adjustments;
        this.consents = consents;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal Actor clerk) {
        return new ModelAndView(
                "publication/adjustments",
                "adjustments",
                new AdjustmentsPage(clerk, adjustments.all(clerk), false));
    }

    @GetMapping("/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return page(clerk, id, "", "", HttpStatus.OK);
    }

    /**
     * @param version of the adjustment that the clerk saw
     */
    @PostMapping("/{id}/consent")
    ModelAndView consent(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") String version) {
        return act(
                clerk, id, "", () -> consents.consent(clerk, id, AdjustmentForm.number(version)));
    }

    @PostMapping("/{id}/refusal")
    ModelAndView refuse(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") String version,
            @RequestParam(defaultValue = "") String reason) {
        return act(
                clerk,
                id,
                reason,
                () -> consents.refuse(clerk, id, AdjustmentForm.number(version), reason));
    }

    @GetMapping("/{id}/scan")
    ResponseEntity<byte[]> scan(@AuthenticationPrincipal Actor clerk, @PathVariable long id) {
        return ScanDownload.of(adjustments.scan(clerk, id));
    }

    private ModelAndView act(Actor clerk, long id, String reason, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + PAGE + "/" + id);
        } catch (Refusal refused) {
            return page(clerk, id, reason, refused.words(), AdjustmentController.status(refused));
        }
    }

    private ModelAndView page(
            Actor clerk, long id, String reason, String problem, HttpStatus status) {
        return new ModelAndView(
                "publication/adjustment-read",
                Map.of(
                        "adjustment",
                        AdjustmentPage.reading(clerk, adjustments.find(clerk, id), problem),
                        "reason",
                        reason),
                status);
    }
}
