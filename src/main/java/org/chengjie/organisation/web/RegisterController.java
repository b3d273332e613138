package org.chengjie.organisation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chengjie.organisation.Cities;
import org.chengjie.organisation.City;
import org.chengjie.organisation.Kind;
import org.chengjie.organisation.Register;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.organisation.RegisterFilter;
import org.chengjie.organisation.RegisterWorkbook;
import org.chengjie.organisation.SchoolChanges;
import org.chengjie.organisation.SchoolDraft;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.workbook.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 院校名册: a province's list of its schools and cities (spec P1, R6). */
@Controller
@RequestMapping("/province/register")
class RegisterController {

    private final Register register;
    private final SchoolChanges changes;
    private final Cities cities;

    RegisterController(Register register, SchoolChanges changes, Cities cities) {
        this.register = register;
        this.changes = changes;
        this.cities = cities;
    }

    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean saved) {
        var filter = new RegisterFilter(kind, city.isEmpty() ? null : city, words.strip(), closed);
        return page(
                officer,
                filter,
                before,
                after,
                null,
                CityForm.EMPTY,
                saved ? "已保存。" : "",
                HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(@AuthenticationPrincipal Actor officer, @ModelAttribute SchoolTyped typed) {
        var draft = typed.draft();
        var faults = changes.faults(officer, draft, null);
        if (!faults.isEmpty()) {
            return adding(
                    officer,
                    new SchoolForm(draft, faults, "", cities(officer), 0),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            return new ModelAndView(
                    "redirect:/province/register/" + changes.add(officer, draft) + "?added=true");
        } catch (Refusal refused) {
            return adding(
                    officer,
                    new SchoolForm(draft, Map.of(), refused.words(), cities(officer), 0),
                    Statuses.of(refused));
        }
    }

    @PostMapping("/cities")
    ModelAndView addCity(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name) {
        try {
            cities.add(officer, code, name);
            return new ModelAndView("redirect:/province/register?saved=true");
        } catch (Refusal refused) {
            return city(officer, new CityForm(0, code, name, refused.words()), refused);
        }
    }

    @PostMapping("/cities/{id}")
    ModelAndView renameCity(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String name) {
        try {
            cities.rename(officer, id, version, name);
            return new ModelAndView("redirect:/province/register?saved=true");
        } catch (Refusal refused) {
            return city(officer, new CityForm(id, "", name, refused.words()), refused);
        }
    }

    /** Template and export in one: what is in it, can be sent back. */
    @GetMapping("/template")
    ResponseEntity<byte[]> template(@AuthenticationPrincipal Actor officer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        RegisterWorkbook.write(
                bytes,
                officer.unitName(),
                register.all(officer.reach(), RegisterFilter.OPEN),
                cities(officer).stream().map(City::name).toList());
        return Download.of(officer.unitName() + "院校名册.xlsx", bytes.toByteArray());
    }

    private ModelAndView adding(Actor officer, SchoolForm form, HttpStatus status) {
        return page(officer, RegisterFilter.OPEN, null, null, form, CityForm.EMPTY, "", status);
    }

    private ModelAndView city(Actor officer, CityForm form, Refusal refused) {
        return page(officer, RegisterFilter.OPEN, null, null, null, form, "", Statuses.of(refused));
    }

    private ModelAndView page(
            Actor officer,
            RegisterFilter filter,
            @Nullable String before,
            @Nullable String after,
            @Nullable SchoolForm adding,
            CityForm cityForm,
            String done,
            HttpStatus status) {
        var reach = officer.reach();
        var until = before == null ? "" : before;
        boolean back = !until.isEmpty();
        var from = after == null ? "" : after;
        List<RegisterEntry> found =
                back ? register.before(reach, filter, until) : register.after(reach, filter, from);
        boolean more = found.size() > Register.PAGE;
        var shown = found.subList(0, Math.min(Register.PAGE, found.size()));
        if (back) {
            shown = shown.reversed();
        }
        boolean earlier = back ? more : !from.isEmpty();
        boolean later = back || more;
        var known = cities(officer);
        var page =
                new RegisterPage(
                        officer,
                        filter,
                        shown,
                        register.counts(reach, filter),
                        register.cityNames(reach),
                        known,
                        earlier && !shown.isEmpty() ? shown.getFirst().code() : null,
                        later && !shown.isEmpty() ? shown.getLast().code() : null,
                        adding == null
                                ? new SchoolForm(SchoolDraft.EMPTY, Map.of(), "", known, 0)
                                : adding,
                        cityForm,
                        done);
        return new ModelAndView("organisation/register", Map.of("register", page), status);
    }

    private List<City> cities(Actor officer) {
        return register.cities(officer.unitId());
    }
}
