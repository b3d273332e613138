package org.chengjie.filing.web;

import java.util.List;
import java.util.Objects;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Stage;
import org.chengjie.filing.TypedRow;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Values;
import org.chengjie.plan.Item;
import org.chengjie.plan.Told;
import org.jspecify.annotations.Nullable;

/**
 * A row of the form as the page shows it: what was typed, where something was typed, else what is
 * stored.
 *
 * @param told what the ministry has amended of the item since
 * @param first whether it is the first of its task's rows on the page
 * @param last whether it is the last of them
 */
public record RowView(
        Item item,
        Undertaking stored,
        @Nullable TypedRow typed,
        List<FaultView> faults,
        List<Told> told,
        boolean first,
        boolean last) {

    public String no() {
        return item.no();
    }

    /** The task's number stands beside the first of its rows only. */
    public String taskNumber() {
        return first ? String.valueOf(item.taskNo()) : "";
    }

    public boolean checked() {
        return typed == null ? stored.undertaken() : typed.undertaken();
    }

    /**
     * What the row's fields were made from: the version, and where the fields start from what is
     * stored, that content too, by which a row that nobody touched is told: {@code
     * 345|1|2|6|5|4|1}.
     */
    public String made() {
        long version = typed == null ? stored.version() : typed.version();
        if (version != stored.version()) {
            return String.valueOf(version);
        }
        // Returned rows have no tick to compare.
        var content = savedText();
        return version
                + "|"
                + (stored.stage() == Stage.RETURNED ? "-" + content.substring(1) : content);
    }

    public String text(Cell cell) {
        var text = typed == null ? null : typed.cells().get(cell);
        return text == null ? stored.values().plain(cell) : text;
    }

    public String total() {
        return Objects.toString(stored.values().total(), "");
    }

    /** For aria-invalid: null leaves the attribute out. */
    public @Nullable String atFault(Cell cell) {
        return faults.stream().anyMatch(fault -> fault.cell() == cell) ? "true" : null;
    }

    public String styles() {
        return (checked() ? "on" : "off") + (last ? "" : " more");
    }

    public String name(Cell cell) {
        return cell.key() + "-" + no();
    }

    public String id(Cell cell) {
        return FaultView.anchor(no(), cell);
    }

    public String noteId() {
        return "note-" + no();
    }

    public String savedText() {
        return savedText(stored);
    }

    /** A row in one text, for the script to tell which rows have changed: {@code 1|2|6|5|4|1}. */
    static String savedText(Undertaking row) {
        return savedText(row.undertaken(), row.values());
    }

    static String savedText(boolean undertaken, Values values) {
        var text = new StringBuilder(undertaken ? "1" : "0");
        for (var cell : Cell.values()) {
            text.append('|').append(values.plain(cell));
        }
        return text.toString();
    }
}
