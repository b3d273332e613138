package org.chengjie.organisation;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of the two people whom a province shows its schools (spec P1).
 *
 * @param position 1 or 2
 */
public record ProvinceContact(int position, String name, String phone) {

    private static final Pattern PHONE = Pattern.compile("[0-9+ -]{5,30}");

    public ProvinceContact {
        name = name.strip();
        phone = Normalizer.normalize(phone, Normalizer.Form.NFKC).strip();
    }

    public boolean blank() {
        return name.isEmpty() && phone.isEmpty();
    }

    /** Field → what is wrong with it; empty if nothing is. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            faults.put("name", "还没有填联系人姓名。");
        } else if (name.length() > 40) {
            faults.put("name", "联系人姓名最多 40 个字，现在是 " + name.length() + " 个字。");
        }
        if (!PHONE.matcher(phone).matches()) {
            faults.put("phone", "联系电话只能有数字、“-”、“+”和空格，例如 0311-66005555。");
        }
        return faults;
    }
}
