package org.chengjie.filing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.filing.Form;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Present;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;

/**
 * What an open page is told while it stands: who else is there, what they have changed, and whether
 * the form may still be changed (spec F7, W4, W5).
 *
 * @param words why the form cannot be changed; empty where it can
 * @param now the server's clock, milliseconds since 1970
 * @param end when the form can no longer be changed, likewise; 0 where no day is set
 * @param rows the rows changed since the version that the page told
 */
record PresenceAnswer(
        List<Present> others, String words, long now, long end, Map<String, Changed> rows) {

    /** A row that has been changed, by whom and when. */
    record Changed(long version, String saved, String name, String at) {}

    static PresenceAnswer of(
            Form form, Intent intent, List<Present> others, long since, Actor school) {
        var rows = new LinkedHashMap<String, Changed>();
        for (var item : form.items()) {
            var row = form.row(item);
            if (row.version() > since) {
                rows.put(
                        item.no(),
                        new Changed(
                                row.version(),
                                RowView.savedText(row),
                                row.changedBy(),
                                ChinaTime.clock(row.changedAt())));
            }
        }
        return new PresenceAnswer(
                others,
                form.verdict(intent, school.arrived()).words(),
                school.arrived().toEpochMilli(),
                form.endMillis(intent),
                rows);
    }
}
