package org.chengjie.review.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengjie.account.Contact;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Move;
import org.chengjie.filing.Outcome;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Totals;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Verdict;
import org.chengjie.organisation.RegisterEntry;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.review.Difference;
import org.chengjie.review.Opinion;
import org.chengjie.review.Phrases;
import org.chengjie.review.SchoolLine;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * The review page of one school.
 *
 * @param entry the school in the register: a closed one is for reading only (spec P1)
 * @param history the moves of its rows
 * @param opinions what its city has said, by row (spec R6)
 * @param attempt what was asked for and refused, if anything
 * @param outcome what became of the last decision
 * @param last what the officer decided last, which may have been on another school
 * @param next another school with rows waiting; null where there is none
 */
public record SchoolPage(
        Actor officer,
        SchoolLine school,
        RegisterEntry entry,
        Form form,
        Contact contact,
        History history,
        Map<Long, Opinion> opinions,
        Attempt attempt,
        Outcome outcome,
        LastDecision last,
        List<Phrases.Phrase> phrases,
        @Nullable Long next) {

    private static final Set<Step> SAID =
            Set.of(Step.RETURN, Step.REJECT, Step.REOPEN, Step.RELEASE);

    /** What a closed school filed can be read, and stays as it is (spec P1). */
    public boolean reviewed() {
        return submitted() && officer.role().mayChange() && !entry.closed();
    }

    /** Whether the rows can move at all, and if not, why and what to do (spec P3). */
    public Verdict verdict() {
        return Verdict.ofProvince(form.window());
    }

    public boolean mayDecide() {
        return officer.role().mayChange() && !entry.closed() && verdict().allowed();
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
        return history.last(row.id(), SAID).orElse(null);
    }

    public List<Difference> differences(Item item, Undertaking row) {
        return Difference.of(item, row, history);
    }

    public boolean first(Item item) {
        return form.items().stream()
                .filter(other -> other.taskNo() == item.taskNo() && form.row(other).undertaken())
                .findFirst()
                .map(other -> other.id() == item.id())
                .orElse(false);
    }
}
