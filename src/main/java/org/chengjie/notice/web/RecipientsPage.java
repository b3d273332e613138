package org.chengjie.notice.web;

import java.util.List;
import org.chengjie.notice.Recipient;
import org.chengjie.notice.Reminder;
import org.chengjie.shared.Actor;

/**
 * One reminder, and whom it went to.
 *
 * @param all those who have not confirmed it first
 * @param unread whether only those are shown
 */
public record RecipientsPage(
        Actor officer, Reminder reminder, List<Recipient> all, boolean unread) {

    public boolean mayChange() {
        return officer.role().mayChange();
    }

    public List<Recipient> shown() {
        return all.stream().filter(one -> !unread || one.readAt() == null).toList();
    }

    /** Those worth asking again. */
    public List<Recipient> owing() {
        return all.stream().filter(Recipient::owes).toList();
    }
}
