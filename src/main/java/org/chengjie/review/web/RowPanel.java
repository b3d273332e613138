package org.chengjie.review.web;

import java.util.List;
import java.util.Set;
import org.chengjie.account.Contact;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Move;
import org.chengjie.filing.Step;
import org.chengjie.filing.Undertaking;
import org.chengjie.organisation.Unit;
import org.chengjie.plan.Item;
import org.chengjie.review.Difference;
import org.chengjie.shared.Amount;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one row: what it asks for, before and after of every cell, its whole history (spec
 * R2).
 */
public record RowPanel(
        Unit school, Contact contact, Form form, Item item, Undertaking row, History history) {

    public List<Difference> differences() {
        return Difference.of(item, row, history);
    }

    /** 汇总 as it was when the row was last returned; null where it never was. */
    public @Nullable Amount totalBefore() {
        return history.last(row.id(), Set.of(Step.RETURN))
                .map(move -> move.values().total())
                .orElse(null);
    }

    public List<Move> moves() {
        return history.of(row.id());
    }

    /** {@code 退回修改：请核实（指出：承接数量、举办方投入）} without its first word. */
    public String said(Move move) {
        var cells =
                move.cells().isEmpty()
                        ? ""
                        : "（指出："
                                + String.join("、", move.cells().stream().map(Labels::of).toList())
                                + "）";
        return move.reason().isEmpty() ? cells : "：" + move.reason() + cells;
    }
}
