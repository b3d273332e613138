package org.chengjie.account;

import java.util.ArrayList;
import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;

/** How a change of contact is told: what really changed, phones masked (spec X1, X2). */
final class ContactChange {

    private ContactChange() {}

    static Auditable told(Contact before, Contact after, Actor by) {
        return new Auditable(by, "修改联系人", by.unitName(), by.path(), "", changes(before, after));
    }

    static List<Change> changes(Contact before, Contact after) {
        var changes = new ArrayList<Change>();
        if (!before.name().equals(after.name())) {
            changes.add(new Change("联系人", before.name(), after.name()));
        }
        if (!before.officePhone().equals(after.officePhone())) {
            changes.add(
                    new Change(
                            "办公电话",
                            Contact.masked(before.officePhone()),
                            Contact.masked(after.officePhone())));
        }
        if (!before.mobile().equals(after.mobile())) {
            changes.add(
                    new Change(
                            "手机号",
                            Contact.masked(before.mobile()),
                            Contact.masked(after.mobile())));
        }
        return changes;
    }
}
