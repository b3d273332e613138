package org.chengjie.notice.web;

import java.util.List;
import java.util.Map;
import org.chengjie.notice.Audience;
import org.chengjie.notice.Reminder;
import org.chengjie.notice.Sent;
import org.chengjie.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a reminder is written, with whom it will go to, and what was sent before.
 *
 * @param counts how many schools each audience has now
 * @param schools the selected, and their names
 * @param again the reminder whose owing schools are selected; null where they were picked one by
 *     one
 * @param words what is in the field
 * @param problem why it was refused; empty where it was not
 * @param done what has just been sent; null where nothing was
 */
public record RemindersPage(
        Actor officer,
        Audience audience,
        Map<Audience, Integer> counts,
        List<Long> schools,
        List<String> names,
        @Nullable Long again,
        String words,
        String problem,
        @Nullable Sent done,
        List<Reminder> sent) {

    private static final int NAMED = 5;

    public boolean mayChange() {
        return officer.role().mayChange();
    }

    /** Those to choose from: the selected only where some are selected. */
    public List<Audience> audiences() {
        return List.of(Audience.values()).stream()
                .filter(one -> one != Audience.SELECTED || !schools.isEmpty())
                .toList();
    }

    public int count(Audience one) {
        return one == Audience.SELECTED ? names.size() : counts.getOrDefault(one, 0);
    }

    public String url(Audience one) {
        var url = new StringBuilder("/province/reminders?standing=" + one.name());
        if (again != null) {
            return url.append("&again=").append(again).toString();
        }
        schools.forEach(school -> url.append("&school=").append(school));
        return url.toString();
    }

    /** The first of the selected by name, the rest as a number. */
    public String named() {
        return String.join("、", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " 等 " + names.size() + " 所" : "");
    }
}
