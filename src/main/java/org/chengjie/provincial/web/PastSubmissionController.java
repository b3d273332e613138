package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.filing.PastFilings;
import org.chengjie.organisation.Unit;
import org.chengjie.organisation.Units;
import org.chengjie.plan.Plans;
import org.chengjie.provincial.ProvincialSubmission;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Reach;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** 往期填报 · 省级上报: what a province handed in on the plans before, to be read and exported. */
@Controller
class PastSubmissionController {

    private static final String OWN = "/province/past/{plan:[0-9]+}/submission";
    private static final String OF = "/ministry/past/{plan:[0-9]+}/provinces/{province}/submission";

    private final ProvincialSubmissions submissions;
    private final PastFilings past;
    private final Plans plans;
    private final Units units;

    PastSubmissionController(
            ProvincialSubmissions submissions, PastFilings past, Plans plans, Units units) {
        this.submissions = submissions;
        this.past = past;
        this.plans = plans;
        this.units = units;
    }

    @GetMapping(OWN)
    ModelAndView own(@AuthenticationPrincipal Actor officer, @PathVariable long plan) {
        return page(
                plan,
                officer.unitName(),
                history(plan, officer, officer.reach()),
                "/province/past/" + plan);
    }

    @GetMapping(OF)
    ModelAndView of(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long province) {
        var unit = province(province, clerk);
        return page(
                plan,
                unit.name(),
                history(plan, clerk, new Reach(unit.path())),
                "/ministry/past/" + plan + "/provinces/" + province);
    }

    @GetMapping(OWN + "/{id}/workbook")
    ResponseEntity<byte[]> ownBook(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long plan,
            @PathVariable long id) {
        return book(history(plan, officer, officer.reach()), id);
    }

    @GetMapping(OF + "/{id}/workbook")
    ResponseEntity<byte[]> book(
            @AuthenticationPrincipal Actor clerk,
            @PathVariable long plan,
            @PathVariable long province,
            @PathVariable long id) {
        return book(history(plan, clerk, new Reach(province(province, clerk).path())), id);
    }

    private List<ProvincialSubmission> history(long planId, Actor reader, Reach province) {
        return submissions.past(plans.of(past.plan(planId).id()), reader, province);
    }

    private Unit province(long id, Actor clerk) {
        var unit = units.find(id, clerk.reach());
        if (unit.tier() != Tier.PROVINCE) {
            throw Refusal.notFound();
        }
        return unit;
    }

    private ModelAndView page(
            long planId, String whose, List<ProvincialSubmission> history, String back) {
        var page =
                new PastSubmissionPage(
                        past.plan(planId),
                        plans.of(planId),
                        whose,
                        history,
                        back,
                        back + "/submission");
        return new ModelAndView("provincial/past-submission", "past", page);
    }

    private static ResponseEntity<byte[]> book(List<ProvincialSubmission> history, long id) {
        return history.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .map(SubmissionWorkbook::of)
                .orElseThrow(Refusal::notFound);
    }
}
