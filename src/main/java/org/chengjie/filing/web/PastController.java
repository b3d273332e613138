package org.chengjie.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Form;
import org.chengjie.filing.PastFilings;
import org.chengjie.filing.PastRows;
import org.chengjie.job.Jobs;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.chengjie.workbook.Download;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** 往期填报: what was filed on the plans before, to be read and exported by everyone within reach. */
@Controller
class PastController {

    private final PastFilings past;
    private final Units units;
    private final Accounts accounts;
    private final Jobs jobs;

    PastController(PastFilings past, Units units, Accounts accounts, Jobs jobs) {
        this.past = past;
        this.units = units;
        this.accounts = accounts;
        this.jobs = jobs;
    }

    @GetMapping({"/school/past", "/province/past", "/ministry/past"})
    ModelAndView plans(@AuthenticationPrincipal Actor reader) {
        return new ModelAndView("filing/past", Map.of("plans", past.plans(), "here", here(reader)));
    }

    @GetMapping("/school/past/{plan:[0-9]+}")
    ModelAndView own(@AuthenticationPrincipal Actor school, @PathVariable long plan) {
        return form(
                school,
                plan,
                past.form(plan, school.unitId(), school.path(), school.reach()),
                school.unitName(),
                school.unitCode(),
                "/school/past/" + plan + "/workbook");
    }

    @GetMapping({"/province/past/{plan:[0-9]+}", "/ministry/past/{plan:[0-9]+}"})
    ModelAndView schools(@AuthenticationPrincipal Actor reader, @PathVariable long plan) {
        return reader.tier() == Tier.MINISTRY
                ? provinces(plan, reader)
                : schools(
                        plan, reader, reader.unitName(), reader.reach(), here(reader) + "/" + plan);
    }

    @GetMapping("/ministry/past/{plan:[0-9]+}/provinces/{province}")
    ModelAndView schools(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long province) {
        var unit = province(province, clerk);
        return schools(
                plan,
                clerk,
                unit.name(),
                new Reach(unit.path()),
                here(clerk) + "/" + plan + "/provinces/" + province);
    }

    @GetMapping({
        "/province/past/{plan:[0-9]+}/schools/{school}",
        "/ministry/past/{plan:[0-9]+}/schools/{school}"
    })
    ModelAndView school(
            @AuthenticationPrincipal Actor reader,
            @PathVariable long plan,
            @PathVariable long school) {
        var unit = school(school, reader);
        return form(
                reader,
                plan,
                past.form(plan, school, unit.path(), reader.reach()),
                unit.name(),
                unit.code(),
                here(reader) + "/" + plan + "/schools/" + school + "/workbook");
    }

    @GetMapping("/school/past/{plan:[0-9]+}/workbook")
    void ownBook(
            @AuthenticationPrincipal Actor school,
            @PathVariable long plan,
            HttpServletResponse response)
            throws IOException {
        var form = past.form(plan, school.unitId(), school.path(), school.reach());
        book(form, cover(school, school.unitId(), school.unitName(), school.unitCode()), response);
    }

    @GetMapping({
        "/province/past/{plan:[0-9]+}/schools/{school}/workbook",
        "/ministry/past/{plan:[0-9]+}/schools/{school}/workbook"
    })
    void book(
            @AuthenticationPrincipal Actor reader,
            @PathVariable long plan,
            @PathVariable long school,
            HttpServletResponse response)
            throws IOException {
        var unit = school(school, reader);
        var form = past.form(plan, school, unit.path(), reader.reach());
        book(form, cover(reader, school, unit.name(), unit.code()), response);
    }

    @PostMapping("/province/past/{plan:[0-9]+}/export")
    ModelAndView export(@AuthenticationPrincipal Actor officer, @PathVariable long plan) {
        return export(
                officer, plan, officer.unitName(), officer.path(), here(officer) + "/" + plan);
    }

    @PostMapping("/ministry/past/{plan:[0-9]+}/provinces/{province}/export")
    ModelAndView export(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long province) {
        var unit = province(province, clerk);
        return export(
                clerk,
                plan,
                unit.name(),
                unit.path(),
                here(clerk) + "/" + plan + "/provinces/" + province);
    }

    @PostMapping("/ministry/past/{plan:[0-9]+}/export")
    ModelAndView exportAll(@AuthenticationPrincipal Actor clerk, @PathVariable long plan) {
        return export(clerk, plan, "全国", clerk.path(), here(clerk) + "/" + plan);
    }

    private ModelAndView export(Actor by, long plan, String whose, String path, String back) {
        var title = "导出往期明细：" + past.plan(plan).title() + "，" + whose;
        long job = jobs.ask(by, PastRows.KIND, title, back, new PastRows.Asked(plan, path));
        return new ModelAndView("redirect:/jobs/" + job);
    }

    private static String here(Actor reader) {
        return switch (reader.tier()) {
            case SCHOOL -> "/school/past";
            case PROVINCE -> "/province/past";
            case MINISTRY -> "/ministry/past";
            case CITY -> throw Refusal.notFound();
        };
    }

    private Unit school(long id, Actor reader) {
        return of(Tier.SCHOOL, id, reader);
    }

    private Unit province(long id, Actor reader) {
        return of(Tier.PROVINCE, id, reader);
    }

    private Unit of(Tier tier, long id, Actor reader) {
        var unit = units.find(id, reader.reach());
        if (unit.tier() != tier) {
            throw Refusal.notFound();
        }
        return unit;
    }

    private ModelAndView provinces(long plan, Actor reader) {
        var head = past.plan(plan);
        var all = past.schools(plan, reader.reach());
        var lines =
                units.provinces().stream()
                        .map(province ->
                                new PastProvince(
                                        province.id(),
                                        province.name(),
                                        all.stream()
                                                .filter(one ->
                                                        one.schoolPath()
                                                                .startsWith(province.path()))
                                                .toList()))
                        .toList();
        return new ModelAndView("filing/past-provinces", Map.of("plan", head, "provinces", lines));
    }

    private ModelAndView schools(long plan, Actor reader, String whose, Reach reach, String at) {
        return new ModelAndView(
                "filing/past-schools",
                Map.of(
                        "plan",
                        past.plan(plan),
                        "whose",
                        whose,
                        "schools",
                        past.schools(plan, reach),
                        "here",
                        here(reader) + "/" + plan,
                        "at",
                        at));
    }

    private ModelAndView form(
            Actor reader, long plan, Form form, String name, String code, String book) {
        return new ModelAndView(
                "filing/past-form",
                Map.of(
                        "plan", past.plan(plan),
                        "form", form,
                        "name", name,
                        "code", code,
                        "here", here(reader) + (reader.tier() == Tier.PROVINCE ? "/" + plan : ""),
                        "book", book));
    }

    private FormWorkbook.Cover cover(Actor reader, long school, String name, String code) {
        return new FormWorkbook.Cover(name, code, accounts.contactOf(school), reader.arrived());
    }

    private static void book(Form form, FormWorkbook.Cover cover, HttpServletResponse response)
            throws IOException {
        headers(response, form.plan().title() + "-承接任务情况-" + cover.school() + ".xlsx");
        new FormWorkbook(form, cover, Map.of()).write(response.getOutputStream());
    }

    private static void headers(HttpServletResponse response, String name) {
        response.setContentType(Download.XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.attachment(name));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
