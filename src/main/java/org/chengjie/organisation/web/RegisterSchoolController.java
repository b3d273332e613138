package org.chengjie.organisation.web;

import java.util.Map;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.SchoolDraft;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Labels;
import org.chengjie.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One school of the register: rename, give another kind or place, close, reopen (spec P1). */
@Controller
@RequestMapping("/province/register/{id:[0-9]+}")
class RegisterSchoolController {

    private final Register register;
    private final SchoolChanges changes;

    RegisterSchoolController(Register register, SchoolChanges changes) {
        this.register = register;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean saved,
            @RequestParam(defaultValue = "false") boolean added,
            @RequestParam(defaultValue = "false") boolean reopened) {
        var school = register.find(id, officer.reach());
        var done =
                added ? "已添加。还没有账号，请到账号页为它开通。" : reopened ? "已恢复，重新计入名册和合计。" : saved ? "已保存。" : "";
        return page(officer, school, null, "", "", done, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long version,
            @ModelAttribute SchoolTyped typed) {
        var school = register.find(id, officer.reach());
        var draft = typed.draft(school.code());
        var faults = changes.faults(officer, draft, school);
        if (!faults.isEmpty()) {
            var form =
                    new SchoolForm(draft, faults, "", register.cities(officer.unitId()), version);
            return page(officer, school, form, "", "", "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            changes.change(officer, id, version, draft);
            return saved(id);
        } catch (Refusal refused) {
            // Seen now, so the next attempt is made from what is there now.
            var now = register.find(id, officer.reach());
            var form =
                    new SchoolForm(
                            draft,
                            Map.of(),
                            refused.words(),
                            register.cities(officer.unitId()),
                            now.version());
            return page(officer, now, form, "", "", "", Statuses.of(refused));
        }
    }

    @PostMapping("/closing")
    ModelAndView close(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String reason) {
        try {
            changes.close(officer, id, version, reason);
            return new ModelAndView("redirect:/province/register/" + id);
        } catch (Refusal refused) {
            return refused(officer, id, reason, refused);
        }
    }

    @PostMapping("/reopening")
    ModelAndView reopen(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long version) {
        try {
            changes.reopen(officer, id, version);
            return new ModelAndView("redirect:/province/register/" + id + "?reopened=true");
        } catch (Refusal refused) {
            return refused(officer, id, "", refused);
        }
    }

    private static ModelAndView saved(long id) {
        return new ModelAndView("redirect:/province/register/" + id + "?saved=true");
    }

    private ModelAndView refused(Actor officer, long id, String reason, Refusal refused) {
        var status = Statuses.of(refused);
        return page(
                officer,
                register.find(id, officer.reach()),
                null,
                refused.words(),
                reason,
                "",
                status);
    }

    private ModelAndView page(
            Actor officer,
            RegisterEntry school,
            @Nullable SchoolForm form,
            String problem,
            String reason,
            String done,
            HttpStatus status) {
        var shown = form == null ? stored(officer, school) : form;
        return new ModelAndView(
                "organisation/register-school",
                Map.of(
                        "officer", officer,
                        "school", school,
                        "form", shown,
                        "problem", problem,
                        "reason", reason,
                        "done", done),
                status);
    }

    private SchoolForm stored(Actor officer, RegisterEntry school) {
        var draft =
                new SchoolDraft(
                        school.code(),
                        school.name(),
                        Labels.of(school.kind()),
                        school.city(),
                        Labels.of(school.affiliation()));
        return new SchoolForm(
                draft, Map.of(), "", register.cities(officer.unitId()), school.version());
    }
}
