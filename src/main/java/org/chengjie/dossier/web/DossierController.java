package org.chengjie.dossier.web;

import org.chengjie.dossier.Dossier;
import org.chengjie.job.Jobs;
import org.chengjie.organisation.Register;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** 整校档案 of one's own school, or of a school in reach; taking it away is told (spec X1, X2). */
@Controller
class DossierController {

    private final Register register;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    DossierController(Register register, Jobs jobs, ApplicationEventPublisher events) {
        this.register = register;
        this.jobs = jobs;
        this.events = events;
    }

    @PostMapping("/school/dossier")
    @Transactional
    public ModelAndView own(@AuthenticationPrincipal Actor reader) {
        return ask(reader, reader.unitId(), "/school/audit");
    }

    @PostMapping("/province/schools/{school}/dossier")
    @Transactional
    public ModelAndView of(@AuthenticationPrincipal Actor reader, @PathVariable long school) {
        return ask(reader, school, "/province/schools/" + school);
    }

    private ModelAndView ask(Actor reader, long schoolId, String back) {
        var school = register.find(schoolId, reader.reach());
        events.publishEvent(Auditable.of(reader, "导出整校档案", school.name(), school.path()));
        long job =
                jobs.ask(
                        reader,
                        Dossier.KIND,
                        "整校档案：" + school.name(),
                        back,
                        new Dossier.Asked(schoolId));
        return new ModelAndView("redirect:/jobs/" + job);
    }
}
