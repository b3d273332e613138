package org.chengjie.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Filings;
import org.chengjie.filing.Notes;
import org.chengjie.organisation.Units;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.chengjie.shared.Tier;
import org.chengjie.workbook.Download;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 导出承接任务情况 (spec F11). */
@Controller
class WorkbookController {

    private final Filings filings;
    private final Notes notes;
    private final Accounts accounts;
    private final Units units;

    WorkbookController(Filings filings, Notes notes, Accounts accounts, Units units) {
        this.filings = filings;
        this.notes = notes;
        this.accounts = accounts;
        this.units = units;
    }

    @GetMapping("/school/workbook")
    void workbook(@AuthenticationPrincipal Actor actor, HttpServletResponse response)
            throws IOException {
        var contact = accounts.contactOf(actor.unitId());
        var cover =
                new FormWorkbook.Cover(
                        actor.unitName(), actor.unitCode(), contact, actor.arrived());
        write(new FormWorkbook(filings.form(actor), cover, notes.of(actor)), cover, response);
    }

    /**
     * The same file, for the province of the school; who is in charge there is not its business.
     */
    @GetMapping("/province/schools/{school}/workbook")
    void workbook(
            @AuthenticationPrincipal Actor officer,
            @PathVariable long school,
            HttpServletResponse response)
            throws IOException {
        var unit = units.find(school, officer.reach());
        if (unit.tier() != Tier.SCHOOL) {
            throw Refusal.notFound();
        }
        var cover =
                new FormWorkbook.Cover(
                        unit.name(), unit.code(), accounts.contactOf(school), officer.arrived());
        var form = filings.form(school, unit.path(), officer.reach());
        write(new FormWorkbook(form, cover, Map.of()), cover, response);
    }

    private static void write(
            FormWorkbook workbook, FormWorkbook.Cover cover, HttpServletResponse response)
            throws IOException {
        response.setContentType(Download.XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                Download.attachment("承接任务情况-" + cover.school() + ".xlsx"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        workbook.write(response.getOutputStream());
    }
}
