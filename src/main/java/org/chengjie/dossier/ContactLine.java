package org.chengjie.dossier;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.account.Contact;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.organisation.RegisterEntry;

/** Whom to call: the school's own contact, and its province's (spec A4, P1). */
record ContactLine(String of, String name, String officePhone, String mobile) {

    static List<ContactLine> of(
            RegisterEntry school, Contact contact, List<ProvinceContact> province) {
        var lines = new ArrayList<ContactLine>();
        lines.add(
                new ContactLine(
                        school.name() + "平台管理联系人",
                        contact.name(),
                        contact.officePhone(),
                        contact.mobile()));
        province.forEach(officer ->
                lines.add(new ContactLine("省级平台联系人", officer.name(), officer.phone(), "")));
        return List.copyOf(lines);
    }
}
