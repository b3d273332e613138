package org.chengjie.filing.web;

import java.util.Map;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.shared.Actor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 省级平台联系人, as a province's schools and cities see them (spec P1). */
@Controller
class ProvinceContactsController {

    private final ProvinceContacts contacts;

    ProvinceContactsController(ProvinceContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping({"/school/contacts", "/city/contacts"})
    ModelAndView show(@AuthenticationPrincipal Actor reader) {
        var province = reader.reach().provinceId();
        return new ModelAndView("filing/contacts", Map.of("contacts", contacts.of(province)));
    }
}
