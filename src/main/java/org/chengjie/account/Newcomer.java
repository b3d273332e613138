package org.chengjie.account;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;

/**
 * Somebody who is to get an account of his own beside his unit's (spec 1, A2). An office chooses a
 * user name that begins with a letter, a school the end of one that begins with its code and a
 * dash: so neither is ever a unit's code.
 *
 * @param mobile empty where none is given
 */
public record Newcomer(String userName, String name, String mobile, Role role) {

    public static final String USER_NAME = "userName";
    public static final String NAME = "name";
    public static final String MOBILE = "mobile";

    /** Between a school's code and what it has chosen. */
    public static final String DASH = "-";

    private static final int LONGEST_NAME = 30;

    public Newcomer {
        name = name.strip();
        mobile = new Contact(name, "", mobile).mobile();
    }

    /** A colleague of a school; what people type in full width or capitals is taken as meant. */
    public static Newcomer of(Actor school, String ending, String name, String mobile, Role role) {
        var plain = Normalizer.normalize(ending.strip(), Normalizer.Form.NFKC);
        return new Newcomer(
                school.unitCode() + DASH + plain.toLowerCase(Locale.ROOT), name, mobile, role);
    }

    /** Field → what is wrong with it. */
    public Map<String, String> faults(Actor by) {
        var faults = new LinkedHashMap<String, String>();
        if (by.tier() == Tier.SCHOOL) {
            if (!userName.matches(Pattern.quote(by.unitCode() + DASH) + "[a-z0-9]{2,8}")) {
                faults.put(USER_NAME, "编号应为 2–8 位，只用小写字母和数字。");
            }
        } else if (!userName.matches("[A-Za-z][A-Za-z0-9._-]{3,29}")) {
            faults.put(USER_NAME, "用户名应为 4–30 位，以字母开头，只用字母、数字和 . _ -。");
        }
        faults.putAll(personFaults());
        return faults;
    }

    Map<String, String> personFaults() {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.put(NAME, "请填姓名，最多 " + LONGEST_NAME + " 字。");
        }
        var wrong = new Contact(name, "", mobile).faults().get(Contact.MOBILE);
        if (!mobile.isEmpty() && wrong != null) {
            faults.put(MOBILE, wrong);
        }
        return faults;
    }
}
