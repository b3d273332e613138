package org.chengjie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.job.Jobs;
import org.chengjie.organisation.Kind;
import org.chengjie.plan.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the platform, and what becomes of whoever comes to it: 200 shown, 303 led on, 404
 * absent, 4xx come as far as the route's own judgement. A route that is not in the table fails.
 */
@PageTest
class RoutesTest {

    private static final String TABLE =
"""
route                                  | stranger | school | province | ministry | city
            GET  /                                 | 200      | 303    | 303      | 303      | 303
            GET  /captcha                          | 200      | 200    | 200      | 200      | 200
            GET  /contacts                         | 200      | 200    | 200      | 200      | 200
            POST /sign-in                          | own      | own    | own      | own      | own
            GET  /sign-in/code                     | 303      | 303    | 303      | 303      | 303
            POST /sign-in/code                     | 303      | own    | own      | own      | own
            GET  /account/security                 | 303      | 200    | 200      | 200      | 200
            POST /account/logins/{login}/end       | 303      | 404    | 404      | 404      | 404
            POST /account/logins/others            | 303      | own    | own      | own      | own
            GET  /account/second-factor            | 303      | 404    | 200      | 200      | 200
            POST /account/second-factor            | 303      | 404    | own      | own      | own
            POST /account/second-factor/confirmation | 303    | 404    | own      | own      | own
            POST /account/second-factor/removal    | 303      | 404    | own      | own      | own
            POST /ministry/accounts/second-factor  | 303      | 404    | 404      | own      | 404
            POST /sign-out                         | 303      | own    | own      | own      | own
            GET  /account/first-password           | 303      | own    | own      | own      | own
            POST /account/first-password           | 303      | own    | own      | own      | own
            GET  /account/password                 | 303      | 200    | 200      | 200      | 200
            POST /account/password                 | 303      | own    | own      | own      | own
            GET  /school/undertakings              | 303      | 200    | 404      | 404
            POST /school/undertakings              | 303      | own    | 404      | 404
            POST /school/undertakings/check        | 303      | own    | 404      | 404
            GET  /school/filing/check              | 303      | 200    | 404      | 404
            GET  /school/copy                      | 303      | 303    | 404      | 404
            GET  /school/clauses/{task}            | 303      | 200    | 404      | 404
            GET  /province/clauses/{task}          | 303      | 404    | 200      | 404
            GET  /verify                           | 200      | 200    | 200      | 200      | 200
            POST /province/setting/uptake          | 303      | 404    | own      | 404
            POST /school/undertakings/submission   | 303      | own    | 404      | 404
            GET  /school/preview                   | 303      | 200    | 404      | 404
            POST /school/withdrawal                | 303      | own    | 404      | 404
            POST /school/presence                 | 303      | own    | 404      | 404
            POST /school/presence/end             | 303      | own    | 404      | 404
            GET  /school/returned                  | 303      | 200    | 404      | 404
            POST /school/returned                  | 303      | own    | 404      | 404
            POST /school/returned/submission       | 303      | own    | 404      | 404
            GET  /school/workbook                  | 303      | 200    | 404      | 404
            GET  /school/filing/template           | 303      | 200    | 404      | 404
            GET  /school/filing/upload             | 303      | 200    | 404      | 404
            POST /school/filing/upload             | 303      | own    | 404      | 404
            GET  /school/filing/upload/{id}        | 303      | 404    | 404      | 404
            GET  /school/filing/upload/{id}/faults | 303      | 404    | 404      | 404
            POST /school/filing/upload/{id}/saving | 303      | 404    | 404      | 404
            POST /school/filing/upload/{id}/discard | 303     | 404    | 404      | 404
            GET  /school/contacts                  | 303      | 200    | 404      | 404
            GET  /school/colleagues                | 303      | 200    | 404      | 404
            POST /school/colleagues                | 303      | own    | 404      | 404
            POST /school/colleagues/{account}      | 303      | own    | 404      | 404
            POST /school/colleagues/{account}/disable | 303   | 404    | 404      | 404
            POST /school/colleagues/{account}/enable | 303    | 404    | 404      | 404
            POST /school/colleagues/{account}/reset | 303     | 404    | 404      | 404
            GET  /school/notes/{no}                | 303      | 200    | 404      | 404
            POST /school/notes/{no}                | 303      | own    | 404      | 404
            GET  /province/schools                 | 303      | 404    | 200      | 404
            GET  /province/schools/{school}        | 303      | 404    | 200      | 404
            POST /province/schools/export          | 303      | 404    | own      | 404
            GET  /province/schools/{school}/workbook | 303    | 404    | 200      | 404
            GET  /province/rows                    | 303      | 404    | 200      | 404
            POST /province/rows/export             | 303      | 404    | own      | 404
            GET  /province/items                   | 303      | 404    | 200      | 404
            POST /province/items/quotas            | 303      | 404    | own      | 404
            POST /province/schools/{school}/decisions | 303   | 404    | own      | 404
            POST /province/schools/{school}/release | 303     | 404    | own      | 404
            GET  /province/register                | 303      | 404    | 200      | 404
            POST /province/register                | 303      | 404    | own      | 404
            GET  /province/register/template       | 303      | 404    | 200      | 404
            POST /province/register/cities         | 303      | 404    | own      | 404
            POST /province/register/cities/{id}    | 303      | 404    | 404      | 404
            GET  /province/register/{id:[0-9]+}    | 303      | 404    | 200      | 404
            POST /province/register/{id:[0-9]+}    | 303      | 404    | own      | 404
            POST /province/register/{id:[0-9]+}/closing | 303 | 404    | own      | 404
            POST /province/register/{id:[0-9]+}/reopening | 303 | 404  | own      | 404
            GET  /province/register/{id:[0-9]+}/merge | 303   | 404    | 200      | 404
            POST /province/register/{id:[0-9]+}/merge | 303   | 404    | own      | 404
            GET  /province/register/import         | 303      | 404    | 200      | 404
            POST /province/register/import         | 303      | 404    | own      | 404
            GET  /province/register/import/{id}    | 303      | 404    | 404      | 404
            GET  /province/register/import/{id}/faults | 303  | 404    | 404      | 404
            POST /province/register/import/{id}/confirmation | 303 | 404 | 404   | 404
            POST /province/register/import/{id}/discard | 303 | 404    | 404      | 404
            GET  /province/extensions              | 303      | 404    | 200      | 404
            GET  /province/schools/{school}/extension | 303   | 404    | 200      | 404
            POST /province/schools/{school}/extension | 303   | 404    | own      | 404
            POST /province/schools/{school}/extension/end | 303 | 404  | own      | 404
            GET  /province/accounts                | 303      | 404    | 200      | 404
            POST /province/accounts/batches        | 303      | 404    | own      | 404
            POST /province/accounts/resets         | 303      | 404    | own      | 404
            POST /province/accounts/{account}/disable | 303   | 404    | own      | 404
            POST /province/accounts/{account}/enable | 303    | 404    | own      | 404
            GET  /province/officers                | 303      | 404    | 200      | 404
            POST /province/officers                | 303      | 404    | own      | 404
            POST /province/officers/{account}/role | 303      | 404    | own      | 404
            POST /province/officers/{account}/disable | 303   | 404    | own      | 404
            POST /province/officers/{account}/enable | 303    | 404    | own      | 404
            POST /province/officers/{account}/reset | 303     | 404    | own      | 404
            POST /province/officers/cities/{unit}  | 303      | 404    | 404      | 404
            GET  /ministry/accounts                | 303      | 404    | 404      | 200
            POST /ministry/accounts/{unit}/open    | 303      | 404    | 404      | 404
            POST /ministry/accounts/{unit}/reset   | 303      | 404    | 404      | 404
            GET  /province/reminders               | 303      | 404    | 200      | 404
            POST /province/reminders               | 303      | 404    | own      | 404
            GET  /province/reminders/{id}          | 303      | 404    | 404      | 404
            POST /school/reminders/{id}/read       | 303      | 404    | 404      | 404
            GET  /province/window                  | 303      | 404    | 200      | 404
            POST /province/window                  | 303      | 404    | own      | 404
            POST /province/window/items            | 303      | 404    | own      | 404
            GET  /province/contacts                | 303      | 404    | 200      | 404
            POST /province/contacts                | 303      | 404    | own      | 404
            GET  /province/desk                    | 303      | 404    | 200      | 404
            POST /province/desk/looked             | 303      | 404    | own      | 404
            GET  /province/setting                 | 303      | 404    | 200      | 404
            POST /province/setting/city-review     | 303      | 404    | own      | 404
            GET  /city/schools                     | 303      | 404    | 404      | 404      | 200
            GET  /city/schools/{school}               | 303      | 404    | 404      | 404      | 200
            POST /city/schools/{school}/opinions      | 303      | 404    | 404      | 404      | own
            POST /city/schools/{school}/mobile        | 303      | 404    | 404      | 404      | 200
            GET  /city/contacts                    | 303      | 404    | 404      | 404      | 200
            GET  /ministry/overview                | 303      | 404    | 404      | 200
            POST /ministry/overview/reconcile      | 303      | 404    | 404      | 303
            POST /ministry/overview/export         | 303      | 404    | 404      | 303
            GET  /ministry/overview/workbook       | 303      | 404    | 404      | 200
            GET  /ministry/provinces               | 303      | 404    | 404      | 200
            GET  /ministry/provinces/workbook      | 303      | 404    | 404      | 200
            GET  /ministry/provinces/{code}        | 303      | 404    | 404      | 200
            GET  /ministry/provinces/{code}/workbook | 303      | 404    | 404      | 200
            GET  /ministry/provinces/{code}/own    | 303      | 404    | 404      | 200
            GET  /ministry/provinces/{code}/own/workbook | 303 | 404   | 404      | 200
            GET  /ministry/provinces/{code}/schools | 303     | 404    | 404      | 200
            GET  /ministry/provinces/{code}/schools/workbook | 303 | 404 | 404    | 200
            GET  /ministry/provinces/{code}/cities/{city} | 303      | 404    | 404      | 200
            GET  /ministry/provinces/{code}/cities/{city}/workbook | 303      | 404    | 404      | 200
            GET  /ministry/schools/{code}          | 303      | 404    | 404      | 200
            GET  /ministry/schools/{code}/workbook | 303      | 404    | 404      | 200
            GET  /ministry/items/{no}              | 303      | 404    | 404      | 200
            GET  /ministry/items/{no}/workbook     | 303      | 404    | 404      | 200
            GET  /ministry/items/{no}/provinces/{code} | 303      | 404    | 404      | 200
            GET  /ministry/items/{no}/provinces/{code}/workbook | 303      | 404    | 404      | 200
            GET  /ministry/items/{no}/provinces/{code}/cities/{city} | 303      | 404    | 404      | 200
            GET  /ministry/items/{no}/provinces/{code}/cities/{city}/workbook | 303      | 404    | 404      | 200
            GET  /province/own                     | 303      | 404    | 200      | 404
            POST /province/own                     | 303      | 404    | own      | 404
            GET  /province/submission              | 303      | 404    | 200      | 404
            POST /province/submission              | 303      | 404    | own      | 404
            GET  /province/submission/workbook     | 303      | 404    | 200      | 404
            GET  /province/submission/{id}/workbook | 303     | 404    | 404      | 404
            GET  /ministry/plans                   | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}     | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}/name | 303      | 404      | 404      | 200
            POST /ministry/plans/{plan:[0-9]+}/name | 303      | 404      | 404      | own
            GET  /ministry/plans/{plan:[0-9]+}/amendments | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}/workbook | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}/tasks | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}/tasks/{task:[0-9]{1,6}} | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}/tasks/{task:[0-9]{1,6}}/items | 303      | 404      | 404      | 200
            GET  /ministry/plans/{plan:[0-9]+}/areas/{area:[0-9]{1,6}} | 303      | 404      | 404      | 200
            POST /ministry/plans/{plan:[0-9]+}/tasks | 303      | 404      | 404      | own
            POST /ministry/plans/{plan:[0-9]+}/tasks/{task:[0-9]{1,6}} | 303      | 404      | 404      | own
            POST /ministry/plans/{plan:[0-9]+}/tasks/{task:[0-9]{1,6}}/items | 303      | 404      | 404      | own
            POST /ministry/plans/{plan:[0-9]+}/areas/{area:[0-9]{1,6}} | 303      | 404      | 404      | own
            GET  /ministry/plans/{plan:[0-9]+}/items/{item:[0-9]+} | 303      | 404      | 404      | 200
            POST /ministry/plans/{plan:[0-9]+}/items/{item:[0-9]+} | 303      | 404      | 404      | own
            POST /ministry/plans/{plan:[0-9]+}/items/{item:[0-9]+}/retirement | 303      | 404      | 404      | own
            GET  /ministry/plans/{plan:[0-9]+}/opening | 303      | 404      | 404      | 404
            POST /ministry/plans/{plan:[0-9]+}/opening | 303      | 404      | 404      | 404
            POST /ministry/plans/{plan:[0-9]+}/discard | 303      | 404      | 404      | 404
            GET  /ministry/plans/template          | 303      | 404      | 404      | 200
            GET  /ministry/plans/import            | 303      | 404      | 404      | 200
            POST /ministry/plans/import            | 303      | 404      | 404      | own
            GET  /ministry/plans/import/{id:[0-9]+} | 303      | 404      | 404      | 404
            GET  /ministry/plans/import/{id:[0-9]+}/faults | 303      | 404      | 404      | 404
            POST /ministry/plans/import/{id:[0-9]+}/confirmation | 303      | 404      | 404      | 404
            POST /ministry/plans/import/{id:[0-9]+}/discard | 303      | 404      | 404      | own
            GET  /school/past                      | 303      | 200      | 404      | 404
            GET  /school/past/{plan:[0-9]+}        | 303      | 404      | 404      | 404
            GET  /province/past                    | 303      | 404      | 200      | 404
            GET  /province/past/{plan:[0-9]+}      | 303      | 404      | 404      | 404
            GET  /ministry/past                    | 303      | 404      | 404      | 200
            GET  /ministry/past/{plan:[0-9]+}      | 303      | 404      | 404      | 404
            GET  /school/past/{plan:[0-9]+}/workbook | 303      | 404      | 404      | 404
            POST /province/past/{plan:[0-9]+}/export | 303      | 404      | 404      | 404
            GET  /province/past/{plan:[0-9]+}/submission | 303      | 404      | 404      | 404
            GET  /province/past/{plan:[0-9]+}/submission/{id}/workbook | 303      | 404      | 404      | 404
            GET  /province/past/{plan:[0-9]+}/schools/{school} | 303      | 404      | 404      | 404
            GET  /province/past/{plan:[0-9]+}/schools/{school}/workbook | 303      | 404      | 404      | 404
            GET  /ministry/past/{plan:[0-9]+}/schools/{school} | 303      | 404      | 404      | 404
            GET  /ministry/past/{plan:[0-9]+}/schools/{school}/workbook | 303      | 404      | 404      | 404
            GET  /ministry/past/{plan:[0-9]+}/provinces/{province} | 303      | 404      | 404      | 404
            POST /ministry/past/{plan:[0-9]+}/export | 303      | 404      | 404      | 404
            POST /ministry/past/{plan:[0-9]+}/provinces/{province}/export | 303      | 404      | 404      | 404
            GET  /ministry/past/{plan:[0-9]+}/provinces/{province}/submission | 303      | 404      | 404      | 404
            GET  /ministry/past/{plan:[0-9]+}/provinces/{province}/submission/{id}/workbook | 303      | 404      | 404      | 404
            GET  /ministry/submissions             | 303      | 404    | 404      | 200
            GET  /ministry/submissions/workbook    | 303      | 404    | 404      | 200
            GET  /ministry/submissions/{id}        | 303      | 404    | 404      | 404
            POST /ministry/submissions/{id}/return | 303      | 404    | 404      | 404
            POST /ministry/submissions/{id}/acceptance | 303  | 404    | 404      | 404
            POST /ministry/submissions/{id}/acceptance/undo | 303 | 404 | 404     | 404
            GET  /ministry/submissions/{id}/workbook | 303    | 404    | 404      | 404
            GET  /ministry/publication             | 303      | 404    | 404      | 200
            GET  /ministry/publication/preview     | 303      | 404    | 404      | 200
            POST /ministry/publication             | 303      | 404    | 404      | own
            GET  /province/adjustments             | 303      | 404    | 200      | 404
            POST /province/adjustments             | 303      | 404    | own      | 404
            GET  /province/adjustments/{id}        | 303      | 404    | 404      | 404
            POST /province/adjustments/{id}        | 303      | 404    | 404      | 404
            POST /province/adjustments/{id}/scan   | 303      | 404    | 404      | 404
            GET  /province/adjustments/{id}/scan   | 303      | 404    | 404      | 404
            POST /province/adjustments/{id}/withdrawal | 303  | 404    | 404      | 404
            POST /province/adjustments/{id}/discard | 303     | 404    | 404      | 404
            GET  /ministry/adjustments             | 303      | 404    | 404      | 200
            GET  /ministry/adjustments/{id}        | 303      | 404    | 404      | 404
            POST /ministry/adjustments/{id}/consent | 303     | 404    | 404      | 404
            POST /ministry/adjustments/{id}/refusal | 303     | 404    | 404      | 404
            GET  /ministry/adjustments/{id}/scan   | 303      | 404    | 404      | 404
            POST /school/adjustments/{id}/read     | 303      | 404    | 404      | 404
            GET  /published                        | 200      | 200    | 200      | 200      | 200
            GET  /published/{id:[0-9]{1,18}}       | 404      | 404    | 404      | 404      | 404
            GET  /published/{id:[0-9]{1,18}}/annex-1.xlsx | 404 | 404  | 404      | 404      | 404
            GET  /published/{id:[0-9]{1,18}}/annex-2.xlsx | 404 | 404  | 404      | 404      | 404
            GET  /published/{id:[0-9]{1,18}}/data.csv | 404   | 404    | 404      | 404      | 404
            GET  /published/{id:[0-9]{1,18}}/data.json | 404  | 404    | 404      | 404      | 404
            GET  /province/rows/{row}              | 303      | 404    | 404      | 404
            POST /province/decisions               | 303      | 404    | own      | 404
            POST /province/decisions/undo          | 303      | 404    | own      | 404
            GET  /province/phrases                 | 303      | 404    | 200      | 404
            POST /province/phrases                 | 303      | 404    | own      | 404
            POST /province/phrases/{phrase}/removal | 303      | 404    | own      | 404
            GET  /jobs                             | 303      | 200    | 200      | 200      | 200
            GET  /jobs/count                       | 303      | 200    | 200      | 200      | 200
            GET  /jobs/{id}                       | 303      | 404    | 200      | 404
            GET  /jobs/{id}/progress              | 303      | 404    | 200      | 404
            GET  /jobs/{id}/file                  | 303      | 404    | 404      | 404
            POST /jobs/{id}/file                  | 303      | 404    | 404      | 404
            POST /jobs/{id}/stop                  | 303      | 404    | own      | 404
            GET  /school/audit                     | 303      | 200    | 404      | 404
            POST /school/audit/export              | 303      | own    | 404      | 404
            POST /school/dossier                   | 303      | own    | 404      | 404
            POST /province/schools/{school}/dossier | 303     | 404    | own      | 404
            GET  /province/audit                   | 303      | 404    | 200      | 404
            POST /province/audit/export            | 303      | 404    | own      | 404
            GET  /ministry/audit                   | 303      | 404    | 404      | 200
            POST /ministry/audit/export            | 303      | 404    | 404      | own
            GET  /city/audit                       | 303      | 404    | 404      | 404      | 200
            POST /city/audit/export                | 303      | 404    | 404      | 404      | own
            ANY  /error                            | 303      | 404    | 404      | 404
""";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private Jobs jobs;
    @Autowired private Plans plans;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void letsEachTierToItsOwnRoutesOnly() throws Exception {
        var officer = world.officer(World.PROVINCE, "周敏");
        world.openNow(officer);
        var school = world.school(World.PROVINCE);
        var other = String.valueOf(world.school(World.PROVINCE).accountId());
        var city = world.city(World.PROVINCE, "丙市");
        var job = jobs.ask(officer, "none", "试办", "/province/schools", Map.of());
        long plan = plans.current().id();
        long item = plans.current().items().getFirst().id();
        var who =
                List.of(
                        new Visitor(mvc),
                        world.visit(mvc, school),
                        world.visit(mvc, officer),
                        world.visit(mvc, world.ministry()),
                        world.visit(mvc, city));
        var own = List.of(school, school, school, school, world.schoolOf(city, Kind.SECONDARY));
        var wrong = new ArrayList<String>();
        for (var line : table().entrySet()) {
            for (int i = 0; i < who.size(); i++) {
                if (line.getKey().equals("POST /sign-out")
                        || line.getKey().startsWith("POST /sign-in")) {
                    continue; // they end the sign-in that the next line needs
                }
                var visitor = who.get(i);
                var token =
                        visitor.get(i == 0 ? "/" : "/account/password")
                                .expectFirst("[name=_csrf]")
                                .val();
                var words = line.getKey().split(" ", -1);
                var method = words[0].equals("ANY") ? "GET" : words[0];
                var path =
                        words[1].replace("{school}", String.valueOf(own.get(i).unitId()))
                                .replace("{id:[0-9]{1,18}}", "0")
                                .replace("{id:[0-9]+}", String.valueOf(school.unitId()))
                                .replace("{plan:[0-9]+}", String.valueOf(plan))
                                .replace("{item:[0-9]+}", String.valueOf(item))
                                .replace("{task:[0-9]{1,6}}", "3")
                                .replace("{area:[0-9]{1,6}}", "1")
                                .replace("{province}", String.valueOf(officer.unitId()))
                                .replace("{unit}", String.valueOf(school.unitId()))
                                .replace("{account}", other)
                                .replace("{row}", "1")
                                .replace("{login}", "0")
                                .replace("{task}", "3")
                                .replace("{no}", "3.1")
                                .replace("{phrase}", "1")
                                .replace("/schools/{code}", "/schools/" + school.unitCode())
                                .replace("{code}", World.PROVINCE)
                                .replace("{city}", "太原市")
                                .replace("/{id}", "/" + (words[1].startsWith("/jobs") ? job : 0));
                var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path);
                visitor.send(method.equals("GET") ? request : request.param("_csrf", token));
                var expected = expected(line.getValue(), i);
                if (!fits(expected, visitor)) {
                    wrong.add(line.getKey() + " by " + i + ": " + visitor.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsEveryRoute() {
        var routes = new TreeSet<String>();
        for (var info : mapping.getHandlerMethods().keySet()) {
            for (var path : info.getPatternValues()) {
                var methods = info.getMethodsCondition().getMethods();
                if (methods.isEmpty()) {
                    routes.add("ANY " + path);
                }
                methods.forEach(method -> routes.add(method + " " + path));
            }
        }
        assertThat(routes).isEqualTo(table().keySet());
    }

    /** A row that says nothing of the city is one that it does not reach. */
    private static String expected(List<String> cells, int who) {
        return who < cells.size() ? cells.get(who) : "404";
    }

    /** Its own judgement is anything but being turned away at the gate, or a fault. */
    private static boolean fits(String expected, Visitor visitor) {
        int status = visitor.status();
        return expected.equals("own")
                ? status < 500 && status != 404 && !visitor.location().equals("/")
                : status == Integer.parseInt(expected);
    }

    private static Map<String, List<String>> table() {
        var table = new TreeMap<String, List<String>>();
        TABLE.lines()
                .skip(1)
                .forEach(line -> {
                    var cells = List.of(line.strip().split("\\s*\\|\\s*", -1));
                    table.put(
                            cells.getFirst().replaceAll("\\s+", " "),
                            cells.subList(1, cells.size()));
                });
        return table;
    }
}
