package org.chengjie.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chengjie.account.Accounts;
import org.chengjie.filing.Filings;
import org.chengjie.shared.Actor;
import org.chengjie.workbook.Download;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 导出承接任务情况 (spec F11). */
@Controller
class WorkbookController {

    private final Filings filings;
    private final Accounts accounts;

    WorkbookController(Filings filings, Accounts accounts) {
        this.filings = filings;
        this.accounts = accounts;
    }

    @GetMapping("/school/workbook")
    void workbook(@AuthenticationPrincipal Actor actor, HttpServletResponse response)
            throws IOException {
        var contact = accounts.contactOf(actor.unitId());
        var cover =
                new FormWorkbook.Cover(
                        actor.unitName(), actor.unitCode(), contact, actor.arrived());
        var workbook = new FormWorkbook(filings.form(actor), cover);
        response.setContentType(Download.XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                Download.attachment("承接任务情况-" + actor.unitName() + ".xlsx"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        workbook.write(response.getOutputStream());
    }
}
