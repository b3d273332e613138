package org.chengjie.audit.web;

import java.util.Map;
import org.chengjie.audit.Entries;
import org.chengjie.audit.EntriesExport;
import org.chengjie.audit.EntryFilter;
import org.chengjie.job.Jobs;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 操作记录 of each tier, and its export in the background (spec X1, X5). */
@Controller
class AuditController {

    private final Entries entries;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    AuditController(Entries entries, Jobs jobs, ApplicationEventPublisher events) {
        this.entries = entries;
        this.jobs = jobs;
        this.events = events;
    }

    @GetMapping({"/school/audit", "/city/audit", "/province/audit", "/ministry/audit"})
    public ModelAndView show(
            @AuthenticationPrincipal Actor reader, @RequestParam Map<String, String> fields) {
        var filter = EntryFilter.of(fields);
        var newer = id(fields.get("newer"));
        var place = newer == null ? id(fields.get("older")) : newer;
        var slice = entries.page(reader, filter, place, newer != null);
        return new ModelAndView(
                "audit/entries", Map.of("list", new AuditPage(reader, filter, slice)));
    }

    /** Taking the trail away is itself told in it. */
    @PostMapping({
        "/school/audit/export",
        "/city/audit/export",
        "/province/audit/export",
        "/ministry/audit/export"
    })
    @Transactional
    public ModelAndView export(
            @AuthenticationPrincipal Actor reader, @RequestParam Map<String, String> fields) {
        var query = EntryFilter.of(fields).query();
        var home = AuditPage.home(reader.tier());
        var back = query.isEmpty() ? home : home + "?" + query;
        events.publishEvent(Auditable.of(reader, "导出操作记录", reader.unitName(), reader.path()));
        long job =
                jobs.ask(
                        reader, EntriesExport.KIND, "导出操作记录", back, new EntriesExport.Asked(query));
        return new ModelAndView("redirect:/jobs/" + job);
    }

    private static @Nullable Long id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
