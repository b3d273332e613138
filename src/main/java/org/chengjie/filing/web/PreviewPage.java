package org.chengjie.filing.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chengjie.account.Contact;
import org.chengjie.filing.Filing;
import org.chengjie.filing.Form;
import org.chengjie.filing.History;
import org.chengjie.filing.Intent;
import org.chengjie.filing.Move;
import org.chengjie.filing.Stage;
import org.chengjie.filing.Step;
import org.chengjie.filing.Undertaking;
import org.chengjie.filing.Verdict;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.plan.Area;
import org.chengjie.plan.Item;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * 本校任务情况预览: what was submitted, what has been approved, and where each row stands (spec F9).
 *
 * @param history the moves of the form's rows
 * @param printed what was last handed in, as it can be printed; null where nothing can
 * @param problem why 继续修改 was refused; empty where it was not asked for
 */
public record PreviewPage(
        Form form,
        Actor school,
        Contact contact,
        List<ProvinceContact> provinceContacts,
        History history,
        Timeline timeline,
        @Nullable PrintedCopy printed,
        String problem) {

    public boolean submitted() {
        var filing = form.filing();
        return filing != null && filing.submitted();
    }

    public Filing filing() {
        var filing = form.filing();
        if (filing == null) {
            throw new IllegalStateException("Asked only where something was saved");
        }
        return filing;
    }

    public @Nullable String submittedAt() {
        var filing = form.filing();
        var at = filing == null ? null : filing.submittedAt();
        return at == null ? null : ChinaTime.full(at);
    }

    public Verdict withdrawal() {
        return form.verdict(Intent.WITHDRAW, school.arrived());
    }

    public boolean started() {
        return form.filing() != null;
    }

    /** Areas with at least one row, or, with {@code all}, with any item listed. */
    public List<Area> areas() {
        return form.plan().areas().stream().filter(area -> !form.items(area).isEmpty()).toList();
    }

    public int undertaken(Area area) {
        return (int) form.items(area).stream().filter(item -> form.row(item).undertaken()).count();
    }

    public int undertaken() {
        return (int) form.items().stream().filter(item -> form.row(item).undertaken()).count();
    }

    /** Whether the item is the first of its task's rows that the page lists. */
    public boolean first(Item item) {
        var same = sameTask(item);
        return same.getFirst().id() == item.id();
    }

    public boolean last(Item item) {
        return sameTask(item).getLast().id() == item.id();
    }

    /** How many rows stand at a stage. */
    public int count(Stage stage) {
        var filing = form.filing();
        return filing == null ? 0 : filing.count(stage);
    }

    /** The last receipt: of the submission, or of rows submitted again since. */
    public String receiptNo() {
        return printed == null
                ? Objects.toString(filing().receiptNo(), "")
                : printed.copy().receiptNo();
    }

    public String receiptAt() {
        return printed == null ? String.valueOf(submittedAt()) : printed.at();
    }

    /** Why the province returned or rejected a row, as it last said. */
    public @Nullable Move lastSaid(Undertaking row) {
        return history.last(row.id(), Set.of(Step.RETURN, Step.REJECT)).orElse(null);
    }

    private List<Item> sameTask(Item item) {
        return form.items().stream().filter(other -> other.taskNo() == item.taskNo()).toList();
    }
}
