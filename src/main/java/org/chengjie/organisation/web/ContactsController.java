package org.chengjie.organisation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 省级平台联系人, as the province writes them (spec P1). */
@Controller
@RequestMapping("/province/contacts")
class ContactsController {

    private static final int PEOPLE = 2;

    private final ProvinceContacts contacts;

    ContactsController(ProvinceContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal Actor officer,
            @RequestParam(defaultValue = "false") boolean saved) {
        var people = new ArrayList<ProvinceContact>();
        var stored = contacts.of(officer.unitId());
        for (int position = 1; position <= PEOPLE; position++) {
            int wanted = position;
            people.add(
                    stored.stream()
                            .filter(contact -> contact.position() == wanted)
                            .findFirst()
                            .orElse(new ProvinceContact(wanted, "", "")));
        }
        return page(officer, people, Map.of(), saved, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView replace(
            @AuthenticationPrincipal Actor officer,
            @RequestParam List<String> name,
            @RequestParam List<String> phone) {
        var people = new ArrayList<ProvinceContact>();
        var faults = new LinkedHashMap<String, String>();
        for (int position = 1;
                position <= Math.min(PEOPLE, Math.min(name.size(), phone.size()));
                position++) {
            var person =
                    new ProvinceContact(position, name.get(position - 1), phone.get(position - 1));
            people.add(person);
            if (!person.blank()) {
                int place = position;
                person.faults().forEach((field, words) -> faults.put(field + place, words));
            }
        }
        if (people.stream().allMatch(ProvinceContact::blank)) {
            faults.put("name1", "请至少填一位联系人，学校遇到问题时要找到您。");
        }
        if (!faults.isEmpty()) {
            return page(officer, people, faults, false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        contacts.replace(people, officer);
        return new ModelAndView("redirect:/province/contacts?saved=true");
    }

    private static ModelAndView page(
            Actor officer,
            List<ProvinceContact> people,
            Map<String, String> faults,
            boolean saved,
            HttpStatus status) {
        return new ModelAndView(
                "organisation/contacts",
                Map.of("officer", officer, "people", people, "faults", faults, "saved", saved),
                status);
    }
}
