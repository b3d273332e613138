package org.chengjie.account;

import org.chengjie.shared.Tier;

/** The three entrances (spec A1), with what stands beside each. */
public enum Door {
    SCHOOL("中职学校、专科高职院校、本科高职院校和其他主体", "学校代码，10 位数字；同事账号在代码后加“-”和编号"),
    PROVINCE("各省、自治区、直辖市教育厅（教委），新疆生产建设兵团教育局；市教育局", "省级或市级用户名"),
    MINISTRY("职业教育与成人教育司", "教育部用户名");

    private final String about;
    private final String hint;

    Door(String about, String hint) {
        this.about = about;
        this.hint = hint;
    }

    public String about() {
        return about;
    }

    /** What the user name is, for those who come in here. */
    public String hint() {
        return hint;
    }

    boolean admits(Tier tier) {
        return switch (tier) {
            case SCHOOL -> this == SCHOOL;
            case CITY, PROVINCE -> this == PROVINCE;
            case MINISTRY -> this == MINISTRY;
        };
    }
}
