package org.chengjie.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.chengjie.account.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The contact as it was typed on the form, and what the page had started from: a field that nobody
 * touched here follows what is stored, and one that two people changed is told (spec F1, F7).
 *
 * @param was null where the sender does not say
 */
public record ContactEdit(Contact typed, @Nullable Contact was) {

    private static final Map<String, Function<Contact, String>> FIELDS =
            Map.of(
                    Contact.NAME, Contact::name,
                    Contact.OFFICE_PHONE, Contact::officePhone,
                    Contact.MOBILE, Contact::mobile);

    public static ContactEdit of(Contact typed) {
        return new ContactEdit(typed, null);
    }

    /** What is to be kept: what was typed here, over what is stored. */
    public Contact over(Contact stored) {
        return new Contact(
                field(Contact::name, stored),
                field(Contact::officePhone, stored),
                field(Contact::mobile, stored));
    }

    /** Field → what is wrong with it; empty if the contact can be kept. */
    public Map<String, String> faults(Contact stored) {
        var faults = new LinkedHashMap<>(over(stored).faults());
        FIELDS.forEach((name, of) -> {
            if (clashes(of, stored)) {
                faults.put(name, "刚被同事改为“" + of.apply(stored) + "”。要用您填的，请再保存一次。");
            }
        });
        return faults;
    }

    private String field(Function<Contact, String> of, Contact stored) {
        return was != null && of.apply(was).equals(of.apply(typed))
                ? of.apply(stored)
                : of.apply(typed);
    }

    private boolean clashes(Function<Contact, String> of, Contact stored) {
        return was != null
                && !of.apply(stored).equals(of.apply(was))
                && !of.apply(stored).equals(of.apply(typed))
                && !of.apply(typed).equals(of.apply(was));
    }
}
