package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.plan.Item;
import org.chengjie.provincial.FiveFunds;
import org.chengjie.provincial.OwnCell;
import org.chengjie.provincial.OwnClash;
import org.chengjie.provincial.OwnFault;
import org.chengjie.provincial.OwnRow;
import org.chengjie.provincial.SchoolFigures;
import org.chengjie.provincial.TypedOwnRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of the own form as the page shows it: what was typed, where something was typed, else what
 * is stored.
 *
 * @param schools what its schools have approved
 * @param first whether it is the first of its task's rows on the page
 * @param last whether it is the last of them
 */
public record OwnRowView(
        Item item,
        OwnRow stored,
        SchoolFigures schools,
        @Nullable TypedOwnRow typed,
        List<OwnFault> faults,
        @Nullable OwnClash clash,
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

    /** A row that was kept has been made from what is stored now; one that clashed has not. */
    public String made() {
        return clash != null && typed != null
                ? String.valueOf(typed.version())
                : OwnMade.of(stored).field();
    }

    public String text(OwnCell cell) {
        var text = typed == null ? null : typed.cells().get(cell);
        return text == null ? stored.plain(cell) : text;
    }

    /** 汇总 of the five sources, as stored. */
    public FiveFunds funds() {
        return new FiveFunds(schools.funds(), stored.provincial());
    }

    /** For aria-invalid: null leaves the attribute out. */
    public @Nullable String atFault(OwnCell cell) {
        return faults.stream().anyMatch(fault -> fault.cell() == cell) ? "true" : null;
    }

    public @Nullable String describedBy(OwnCell cell) {
        return atFault(cell) == null ? null : noteId();
    }

    public String styles() {
        return (checked() ? "on" : "off") + (last ? "" : " more");
    }

    public String name(OwnCell cell) {
        return cell.key() + "-" + no();
    }

    public String noteId() {
        return "note-" + no();
    }
}
