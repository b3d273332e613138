package org.chengjie.publication.web;

import java.util.List;
import java.util.Map;
import org.chengjie.plan.Item;
import org.chengjie.publication.AdjustedCell;
import org.chengjie.publication.Adjustment;
import org.chengjie.publication.AdjustmentLine;
import org.chengjie.publication.AdjustmentState;
import org.chengjie.publication.Adjustments.Choice;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Role;
import org.chengjie.shared.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 一份调整备案: being filled in by the province, or read by either side (spec P5).
 *
 * @param typed what was typed, over what is stored; empty on a fresh page
 * @param faults by field
 * @param problem why the whole was refused; empty where it was not
 */
public record AdjustmentPage(
        Actor reader,
        Adjustment adjustment,
        List<Choice> schools,
        List<Item> items,
        MultiValueMap<String, String> typed,
        Map<String, String> faults,
        String problem) {

    static AdjustmentPage reading(Actor reader, Adjustment adjustment, String problem) {
        return new AdjustmentPage(
                reader,
                adjustment,
                List.of(),
                List.of(),
                new LinkedMultiValueMap<>(),
                Map.of(),
                problem);
    }

    public String home() {
        return reader.tier() == Tier.MINISTRY ? "/ministry/adjustments" : "/province/adjustments";
    }

    public String self() {
        return home() + "/" + adjustment.id();
    }

    public boolean mayChange() {
        return reader.tier() == Tier.PROVINCE && reader.role().mayChange();
    }

    public boolean editable() {
        return mayChange() && adjustment.state() == AdjustmentState.DRAFT;
    }

    public boolean maySubmit() {
        return reader.role() == Role.ADMIN;
    }

    public boolean mayDecide() {
        return reader.tier() == Tier.MINISTRY
                && reader.role() == Role.ADMIN
                && adjustment.state() == AdjustmentState.SUBMITTED;
    }

    public String text(String field, @Nullable Object stored) {
        var text = typed.getFirst(field);
        return text != null ? text : stored == null ? "" : stored.toString();
    }

    public String text(AdjustmentLine line, AdjustedCell cell) {
        return text(field(line, cell), line.after().plain(cell));
    }

    /** A row that was picked with the last press was not on the page that was sent. */
    public boolean ticked(AdjustmentLine line) {
        return typed.containsKey("had-" + line.id())
                ? typed.containsKey("u-" + line.id())
                : line.after().undertaken();
    }

    public String field(AdjustmentLine line, AdjustedCell cell) {
        return "c-" + line.id() + "-" + cell.key();
    }

    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
