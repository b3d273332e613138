package org.chengjie.filing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.chengjie.filing.Filings;
import org.chengjie.filing.FormTemplate;
import org.chengjie.shared.Actor;
import org.chengjie.workbook.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 下载填报模板: the form as it is saved, to be filled in offline. */
@Controller
class TemplateController {

    private final Filings filings;

    TemplateController(Filings filings) {
        this.filings = filings;
    }

    @GetMapping("/school/filing/template")
    ResponseEntity<byte[]> template(@AuthenticationPrincipal Actor school) throws IOException {
        var form = filings.form(school);
        var bytes = new ByteArrayOutputStream();
        new FormTemplate(form, filings.history(form, school.reach()), school).write(bytes);
        return Download.of(
                FormTemplate.NAME + "-" + school.unitName() + ".xlsx", bytes.toByteArray());
    }
}
