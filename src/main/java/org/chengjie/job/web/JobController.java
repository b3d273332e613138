package org.chengjie.job.web;

import java.util.List;
import java.util.Map;
import org.chengjie.job.JobFile;
import org.chengjie.job.Jobs;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.chengjie.web.MenuEntry;
import org.chengjie.web.MenuSection;
import org.chengjie.workbook.Download;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** 后台办理: where long work is found again, watched, ended, and its file fetched (spec X5). */
@Controller
@RequestMapping("/jobs")
@Order(90)
class JobController implements MenuSection {

    private static final String COUNT = "/jobs/count";

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal Actor reader) {
        return new ModelAndView("job/jobs", Map.of("jobs", jobs.of(reader)));
    }

    /** The badge beside 后台办理; nothing once all work has ended. */
    @GetMapping("/count")
    ModelAndView count(@AuthenticationPrincipal Actor reader) {
        return new ModelAndView(
                "layout/count", Map.of("count", jobs.unfinished(reader), "live", COUNT));
    }

    @GetMapping("/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor reader, @PathVariable long id) {
        return page(reader, id, "", HttpStatus.OK);
    }

    /** The part of the page that changes. */
    @GetMapping("/{id}/progress")
    ModelAndView progress(@AuthenticationPrincipal Actor reader, @PathVariable long id) {
        return new ModelAndView("job/progress", Map.of("job", jobs.find(reader, id)));
    }

    @GetMapping("/{id}/file")
    ResponseEntity<InputStreamResource> lasting(
            @AuthenticationPrincipal Actor reader, @PathVariable long id) {
        return jobs.find(reader, id).fileOnce()
                ? ResponseEntity.status(405).build()
                : download(jobs.fetch(reader, id));
    }

    /**
     * A file that goes with being fetched is not fetched by a GET: those may be repeated. Whoever
     * presses again reads why there is none, on the page where he pressed.
     */
    @PostMapping("/{id}/file")
    Object fetch(@AuthenticationPrincipal Actor reader, @PathVariable long id) {
        try {
            return download(jobs.fetch(reader, id));
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            return page(reader, id, refused.words(), HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@AuthenticationPrincipal Actor by, @PathVariable long id) {
        jobs.stop(by, id);
        return new ModelAndView("redirect:/jobs/" + id);
    }

    @Override
    public List<MenuEntry> entries(Actor actor) {
        return actor.tier() == Tier.SCHOOL
                ? List.of()
                : List.of(
                        new MenuEntry("/jobs", "clock", "后台办理", jobs.unfinished(actor), "", COUNT));
    }

    private ModelAndView page(Actor reader, long id, String problem, HttpStatus status) {
        return new ModelAndView(
                "job/job", Map.of("job", jobs.find(reader, id), "problem", problem), status);
    }

    private static ResponseEntity<InputStreamResource> download(JobFile file) {
        return Download.of(file.name(), file.length(), file.content());
    }
}
