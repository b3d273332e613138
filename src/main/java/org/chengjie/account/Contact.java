package org.chengjie.account;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whom to call about a unit: 平台管理联系人, 办公电话, 手机号 (spec A4). What people type in full width is taken
 * as they meant it.
 */
public record Contact(String name, String officePhone, String mobile) {

    public static final String NAME = "name";
    public static final String OFFICE_PHONE = "officePhone";
    public static final String MOBILE = "mobile";

    private static final Pattern OFFICE = Pattern.compile("0\\d{2,3}-\\d{7,8}(-\\d{1,6})?");
    private static final Pattern CELL = Pattern.compile("1\\d{10}");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−－ー﹣]+");
    private static final int LONGEST_NAME = 40;

    public Contact {
        name = name.strip();
        officePhone = plain(officePhone);
        mobile = plain(mobile);
    }

    /** Field → what is wrong with it and how it should be; empty if nothing is. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (name.isEmpty()) {
            faults.put(NAME, "还没有填联系人姓名。");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.put(NAME, "联系人姓名最多 40 个字。");
        }
        if (!OFFICE.matcher(officePhone).matches()) {
            faults.put(OFFICE_PHONE, officeFault());
        }
        if (!CELL.matcher(mobile).matches()) {
            faults.put(MOBILE, mobileFault());
        }
        return faults;
    }

    /** {@code 138****0001}: enough to know it by, not enough to call it (spec X2). */
    public static String masked(String phone) {
        return phone.length() < 8
                ? "*".repeat(phone.length())
                : phone.substring(0, 3)
                        + "*".repeat(phone.length() - 7)
                        + phone.substring(phone.length() - 4);
    }

    private String officeFault() {
        if (officePhone.isEmpty()) {
            return "还没有填办公电话，例如 0310-8888888。";
        }
        return officePhone.contains("-")
                ? "应为“区号-号码”：区号 3 到 4 位、以 0 开头，号码 7 到 8 位，例如 0310-8888888。"
                : "应为“区号-号码”，请在区号后加“-”，例如 0310-8888888。";
    }

    private String mobileFault() {
        if (mobile.isEmpty()) {
            return "还没有填手机号。";
        }
        if (!mobile.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return "手机号应为 11 位数字，现在有别的字符。";
        }
        return mobile.length() == 11
                ? "手机号应以 1 开头。"
                : "手机号应为 11 位数字，现在是 " + mobile.length() + " 位。";
    }

    private static String plain(String typed) {
        var dashed = DASHES.matcher(typed).replaceAll("-");
        return Normalizer.normalize(dashed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
