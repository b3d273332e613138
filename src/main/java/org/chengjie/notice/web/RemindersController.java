package org.chengjie.notice.web;

import java.util.List;
import java.util.Map;
import org.chengjie.filing.FilingWindows;
import org.chengjie.notice.Audience;
import org.chengjie.notice.Recipients;
import org.chengjie.notice.Reminders;
import org.chengjie.notice.Sent;
import org.chengjie.plan.Plans;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 催报提醒: written for all schools of a standing, or for those selected (spec R7). */
@Controller
@RequestMapping("/province/reminders")
@Order(30)
class RemindersController implements MenuSection {

    private final Reminders reminders;
    private final Recipients recipients;
    private final FilingWindows windows;
    private final Plans plans;

    RemindersController(
            Reminders reminders, Recipients recipients, FilingWindows windows, Plans plans) {
        this.reminders = reminders;
        this.recipients = recipients;
        this.windows = windows;
        this.plans = plans;
    }

    @GetMapping
    ModelAndView write(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable Audience standing,
            @RequestParam(required = false) @Nullable List<Long> school,
            @RequestParam(required = false) @Nullable Long again,
            @RequestParam(defaultValue = "0") int sent,
            @RequestParam(defaultValue = "0") int left) {
        var selected = again == null ? school : recipients.owing(officer, again);
        var audience = audience(standing, selected);
        var window = windows.find(plans.current().id(), officer.unitId()).orElse(null);
        return page(
                officer,
                audience,
                selected,
                again,
                audience.words(window),
                "",
                sent > 0 ? new Sent(sent, left) : null,
                HttpStatus.OK);
    }

    /** Whom one went to: who has not confirmed it is whom to telephone. */
    @GetMapping("/{id}")
    ModelAndView sent(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean unread) {
        return new ModelAndView(
                "notice/recipients",
                Map.of(
                        "sent",
                        new RecipientsPage(
                                officer,
                                recipients.reminder(officer, id),
                                recipients.of(officer, id),
                                unread)));
    }

    @PostMapping
    ModelAndView send(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable Audience standing,
            @RequestParam(required = false) @Nullable List<Long> school,
            @RequestParam(defaultValue = "") String words) {
        var audience = audience(standing, school);
        try {
            var sent =
                    reminders.send(officer, audience, school == null ? List.of() : school, words);
            return new ModelAndView(
                    "redirect:/province/reminders?sent=" + sent.sent() + "&left=" + sent.left());
        } catch (Refusal refused) {
            var status =
                    switch (refused.kind()) {
                        case NOT_FOUND -> throw refused;
                        case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                        case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                        case CONFLICT, CLOSED -> HttpStatus.CONFLICT;
                    };
            return page(officer, audience, school, null, words, refused.words(), null, status);
        }
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() != Tier.PROVINCE
                ? List.of()
                : List.of(new MenuEntry("/province/reminders", "bell", "催报提醒"));
    }

    private static Audience audience(@Nullable Audience standing, @Nullable List<Long> schools) {
        return standing != null
                ? standing
                : schools == null || schools.isEmpty() ? Audience.NOT_SIGNED_IN : Audience.SELECTED;
    }

    private ModelAndView page(
            Actor officer,
            Audience audience,
            @Nullable List<Long> school,
            @Nullable Long again,
            String words,
            String problem,
            @Nullable Sent done,
            HttpStatus status) {
        var schools = school == null ? List.<Long>of() : school.stream().distinct().toList();
        var page =
                new RemindersPage(
                        officer,
                        audience,
                        reminders.counts(officer.reach()),
                        schools,
                        schools.isEmpty() ? List.of() : reminders.names(officer.reach(), schools),
                        again,
                        words,
                        problem,
                        done,
                        reminders.of(officer));
        return new ModelAndView("notice/reminders", Map.of("reminders", page), status);
    }
}
