package org.chengjie.publication.web;

import java.util.Map;
import org.chengjie.publication.Editions;
import org.chengjie.publication.Publications;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 公布: the ministry checks, looks at the annexes beforehand, and publishes (spec P5). */
@Controller
@RequestMapping(PublicationController.PAGE)
class PublicationController {

    static final String PAGE = "/ministry/publication";

    private final Publications publications;
    private final Editions editions;

    PublicationController(Publications publications, Editions editions) {
        this.publications = publications;
        this.editions = editions;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal Actor clerk) {
        var draft = publications.draft(clerk, Map.of());
        var form =
                new AnnouncementForm(
                        draft.plan().title() + "任务（项目）承接情况",
                        "",
                        ChinaTime.dayOf(clerk.arrived()).toString(),
                        Map.of());
        return page(
                new PublicationPage(clerk, draft, form, editions.all(), Map.of(), ""),
                HttpStatus.OK);
    }

    /** The annexes as they would be, for whoever publishes them to read first. */
    @GetMapping("/preview")
    ModelAndView preview(@AuthenticationPrincipal Actor clerk) {
        return new ModelAndView(
                "publication/preview", "edition", publications.draft(clerk, Map.of()).edition());
    }

    /**
     * @param seen the figures that the clerk saw: others are not published
     */
    @PostMapping
    ModelAndView publish(
            @AuthenticationPrincipal Actor clerk,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = AnnouncementForm.of(fields);
        var faults = form.faults();
        if (!faults.isEmpty()) {
            return page(
                    refused(clerk, form, faults, "还没有公布，有 " + faults.size() + " 处要改正。"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            long id = publications.publish(clerk, form.announcement(), form.omissions(), seen);
            return new ModelAndView("redirect:" + PublishedController.PAGE + "/" + id);
        } catch (Refusal refused) {
            return page(
                    refused(clerk, form, Map.of(), refused.words()),
                    switch (refused.kind()) {
                        case NOT_FOUND -> throw refused;
                        case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                        case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                        case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
                    });
        }
    }

    private PublicationPage refused(
            Actor clerk, AnnouncementForm form, Map<String, String> faults, String problem) {
        return new PublicationPage(
                clerk,
                publications.draft(clerk, form.omissions()),
                form,
                editions.all(),
                faults,
                problem);
    }

    private static ModelAndView page(PublicationPage page, HttpStatus status) {
        return new ModelAndView("publication/publication", Map.of("publication", page), status);
    }
}
