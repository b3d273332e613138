package org.chengjie.filing.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Clash;
import org.chengjie.filing.Fault;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Saved;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script is told about a save.
 *
 * @param savedAt the server's clock, {@code 14:03:22}
 * @param now the same, milliseconds since 1970
 * @param end when the form can no longer be changed, likewise; 0 where no day is set
 * @param rows every stored row by its item's number, with the version it now has
 * @param contact field of the contact → what is wrong with it
 * @param storedContact field of the contact → what is stored; null where the request brought none
 */
record SaveAnswer(
        String savedAt,
        long now,
        long end,
        Map<String, Row> rows,
        List<FaultLine> faults,
        List<ClashView> clashes,
        Map<String, String> contact,
        @Nullable Map<String, String> storedContact) {

    /** A stored row, as {@link RowView} writes it. */
    record Row(long version, String saved) {}

    /**
     * What is wrong with a cell, which the script knows by its key; null where the row is meant.
     */
    record FaultLine(String itemNo, @Nullable String cell, String words) {}

    /** A row that somebody else has changed, and how it stands now. */
    record ClashView(
            String itemNo,
            String name,
            String at,
            long version,
            String saved,
            Map<String, String> cells) {}

    static SaveAnswer of(
            Saved saved, Intent intent, Map<String, String> contact, @Nullable Contact stored) {
        var rows = new LinkedHashMap<String, Row>();
        for (var item : saved.form().items()) {
            var row = saved.filing().row(item);
            if (row.version() != 0) {
                rows.put(item.no(), new Row(row.version(), RowView.savedText(row)));
            }
        }
        return new SaveAnswer(
                ChinaTime.clock(saved.at()),
                saved.at().toEpochMilli(),
                saved.form().endMillis(intent),
                rows,
                saved.faults().stream().map(SaveAnswer::line).toList(),
                saved.clashes().stream().map(SaveAnswer::clash).toList(),
                contact,
                stored == null
                        ? null
                        : Map.of(
                                Contact.NAME, stored.name(),
                                Contact.OFFICE_PHONE, stored.officePhone(),
                                Contact.MOBILE, stored.mobile()));
    }

    private static FaultLine line(Fault fault) {
        var cell = fault.cell();
        return new FaultLine(fault.itemNo(), cell == null ? null : cell.key(), fault.words());
    }

    private static ClashView clash(Clash clash) {
        var theirs = clash.theirs();
        var cells = new LinkedHashMap<String, String>();
        Arrays.stream(Cell.values())
                .forEach(cell -> cells.put(cell.key(), theirs.values().plain(cell)));
        return new ClashView(
                clash.itemNo(),
                theirs.changedBy(),
                ChinaTime.clock(theirs.changedAt()),
                theirs.version(),
                RowView.savedText(theirs),
                cells);
    }
}
