package org.chengjie.account.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.chengjie.account.Contact;
import org.chengjie.account.PasswordChange;
import org.chengjie.account.PasswordRules;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Tier;

/**
 * What the change form shows: what was typed, and what is wrong with it.
 *
 * @param done whether the change has just been made
 */
public record PasswordPage(
        Actor actor,
        PasswordRules rules,
        PasswordForm form,
        Map<String, String> faults,
        boolean done) {

    public boolean first() {
        return actor.initialPassword();
    }

    /** Whether the contact it asks for is a school's: a colleague gives his own. */
    public boolean school() {
        return actor.tier() == Tier.SCHOOL && actor.ownAccount();
    }

    /** Why one has been led here. */
    public String why() {
        return school() ? "您正在使用初始密码。修改密码并填好联系人以后，才能承接任务。" : "您正在使用初始密码。修改密码并填好联系方式以后，才能继续。";
    }

    public String nameLabel() {
        return school() ? "平台管理联系人" : "姓名";
    }

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** Whether the new password has been judged, and is good. */
    public boolean accepted() {
        return !faults.isEmpty() && !faults.containsKey(PasswordChange.FRESH);
    }

    /** Field → its label, for those that are wrong, in the order of the form. */
    public SequencedMap<String, String> wrong() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(PasswordChange.OLD, "旧密码");
        labels.put(PasswordChange.FRESH, "新密码");
        labels.put(PasswordChange.AGAIN, "重新输入新密码");
        labels.put(Contact.NAME, nameLabel());
        labels.put(Contact.OFFICE_PHONE, "办公电话");
        labels.put(Contact.MOBILE, "手机号");
        labels.put(PasswordChange.PRIVACY, "个人信息说明");
        labels.keySet().retainAll(faults.keySet());
        return labels;
    }
}
