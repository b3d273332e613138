package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import org.chengjie.account.Contact;
import org.chengjie.filing.Cell;
import org.chengjie.filing.Form;
import org.chengjie.filing.Move;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Totals;
import org.chengjie.filing.Undertaking;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.review.Opinion;
import org.chengjie.review.SchoolLine;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Labels;
import org.jspecify.annotations.Nullable;

/**
 * The review page of one school.
 *
 * @param moves all moves of its rows, the newest first
 * @param opinions what its city has said, by row (spec R6)
 * @param attempt what was asked for and refused, if anything
 * @param outcome what became of the last decision
 * @param done the step that was last made; null on a fresh page
 * @param next another school with rows waiting; null where there is none
 */
public record SchoolPage(
        Actor officer,
        SchoolLine school,
        Form form,
        Contact contact,
        List<Move> moves,
        Map<Long, Opinion> opinions,
        Attempt attempt,
        Outcome outcome,
        @Nullable Step done,
        @Nullable Long next) {

    /** A cell before the return and after the resubmission (spec R2). */
    public record Difference(
            String cell, String before, String after, boolean asked, boolean changed) {}

    public boolean mayDecide() {
        return officer.role().mayChange();
    }

    public List<Area> areas() {
        return form.plan().areas().stream().filter(area -> !rows(area).isEmpty()).toList();
    }

    public List<Item> rows(Area area) {
        return form.items(area).stream().filter(item -> form.row(item).undertaken()).toList();
    }

    public boolean submitted() {
        var filing = form.filing();
        return filing != null && filing.submitted();
    }

    public @Nullable String receipt() {
        var filing = form.filing();
        var at = filing == null ? null : filing.submittedAt();
        return at == null || filing == null ? null : filing.receiptNo() + "，" + ChinaTime.full(at);
    }

    public Totals intended() {
        var filing = form.filing();
        return filing == null || !filing.submitted()
                ? form.ticked()
                : filing.intended(form.items());
    }

    public @Nullable Totals approved() {
        var filing = form.filing();
        return filing == null ? null : filing.approved(form.items());
    }

    public int count(Stage stage) {
        var filing = form.filing();
        return filing == null ? 0 : filing.count(stage);
    }

    /** The last thing that was said of a row, with a reason: a return, a rejection, a reopening. */
    public @Nullable Move lastSaid(Undertaking row) {
        return moves.stream()
                .filter(move -> move.undertakingId() == row.id() && !move.reason().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * Before and after of every cell, where the row was returned and has been submitted again; else
     * nothing.
     */
    public List<Difference> differences(Item item, Undertaking row) {
        var returned =
                moves.stream()
                        .filter(move ->
                                move.undertakingId() == row.id() && move.step() == Step.RETURN)
                        .findFirst()
                        .orElse(null);
        if (returned == null || row.stage() == Stage.RETURNED || row.stage() == Stage.DRAFT) {
            return List.of();
        }
        var changed = row.values().differences(returned.values());
        return List.of(Cell.values()).stream()
                .filter(cell -> cell != Cell.QUANTITY || item.takesQuantity())
                .map(cell ->
                        new Difference(
                                Labels.of(cell),
                                returned.values().shown(cell),
                                row.values().shown(cell),
                                returned.cells().contains(cell),
                                changed.contains(cell)))
                .toList();
    }

    public boolean first(Item item) {
        return form.items().stream()
                .filter(other -> other.taskNo() == item.taskNo() && form.row(other).undertaken())
                .findFirst()
                .map(other -> other.id() == item.id())
                .orElse(false);
    }
}
